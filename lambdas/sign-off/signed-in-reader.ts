import { inWhosePlace } from '../domain/sign-off/in-whose-place.ts';
import { maySeeState } from '../domain/worklist/reader.ts';
import type { Request } from '../middleware/http.ts';
import type { StepView } from '../pages/views.ts';
import type { PatientView } from '../pages/worklist-views.ts';
import { patientOf } from '../session/patients.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { languageOf } from './answer.ts';
import { claimOf } from './claim.ts';
import { correctingOf } from './correcting-view.ts';
import type { OpenedStep, SignOffDeps } from './opened-step.ts';

/** What a page shows of a step because of who reads it. */
interface ReaderView extends Pick<StepView, 'claim' | 'standsInFor' | 'correcting'> {
  /** Whose step it is, for a reader who has a part in the care. */
  readonly patient: PatientView | undefined;
}

export async function readerView(
  deps: SignOffDeps,
  request: Request,
  reader: SignedIn,
  opened: OpenedStep,
): Promise<ReaderView> {
  const { step } = opened;
  const { state } = opened.stored;
  const { member } = reader;
  const { token = '' } = request.parameters;
  return {
    patient: await patientFor(deps, reader, opened),
    claim: claimOf(deps, opened, token, reader),
    correcting: correctingOf(opened, token, reader, languageOf(deps, request, state.site.id)),
    standsInFor: inWhosePlace(state, step, member),
  };
}

async function patientFor(
  deps: SignOffDeps,
  reader: SignedIn,
  { stored: { state }, step }: OpenedStep,
): Promise<PatientView | undefined> {
  const { patient } = state;
  if (patient === undefined || !maySeeState(reader.member, state)) return undefined;
  const reason = `page of ${step.step}, journey ${state.id}`;
  return patientOf(deps, reader, { site: state.site.id, journeyId: state.id, patient, reason });
}

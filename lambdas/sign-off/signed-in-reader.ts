import { steps } from '../domain/steps/index.ts';
import { handedOver, maySeeState, rolesHeld } from '../domain/worklist/reader.ts';
import type { Request } from '../middleware/http.ts';
import type { ClaimView, StandIn } from '../pages/views.ts';
import type { PatientView } from '../pages/worklist-views.ts';
import { patientOf } from '../session/patients.ts';
import { signedIn } from '../session/signed-in.ts';
import { claimOf } from './claim.ts';
import type { OpenedStep, SignOffDeps } from './opened-step.ts';

/** What the page shows of itself to somebody who signed in. */
export interface ReaderView {
  /** Whose step it is. */
  readonly patient: PatientView;
  readonly standsInFor: readonly StandIn[];
  readonly claim: ClaimView;
}

/** The same, for a reader with a session who may see it; undefined for everybody else, whoever holds the link. */
export async function readerFor(
  deps: SignOffDeps,
  request: Request,
  opened: OpenedStep,
): Promise<ReaderView | undefined> {
  const { stored, step } = opened;
  const { state } = stored;
  const reader = await signedIn(deps, request);
  if (reader === undefined || !maySeeState(reader.member, state)) return undefined;
  const reason = `page of ${step.step}, journey ${state.id}`;
  const about = { site: state.site.id, journeyId: state.id, patient: state.patient, reason };
  const { member } = reader;
  const ownWay = step.assignedTo === undefined && rolesHeld(member).includes(steps[step.step].role);
  return {
    patient: await patientOf(deps, reader, about),
    claim: claimOf(deps, opened, request.parameters.token ?? '', reader),
    standsInFor: handedOver(member, state.id, step).map(({ by, until }) => ({ by, until, isOnlyWay: !ownWay })),
  };
}

import { maySeeState } from '../domain/worklist/reader.ts';
import type { Request } from '../middleware/http.ts';
import type { PatientView } from '../pages/worklist-views.ts';
import { patientOf } from '../session/patients.ts';
import { signedIn } from '../session/signed-in.ts';
import type { OpenedStep, SignOffDeps } from './opened-step.ts';

/** Whose step it is, for a reader with a session who may see it; undefined for everybody else, whoever holds the link. */
export async function patientFor(
  deps: SignOffDeps,
  request: Request,
  { stored: { state }, step }: OpenedStep,
): Promise<PatientView | undefined> {
  const reader = await signedIn(deps, request);
  if (reader === undefined || !maySeeState(reader.member, state)) return undefined;
  const reason = `page of ${step.step}, journey ${state.id}`;
  return patientOf(deps, reader, { site: state.site.id, journeyId: state.id, patient: state.patient, reason });
}

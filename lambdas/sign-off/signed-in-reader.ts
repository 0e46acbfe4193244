import { maySeeState } from '../domain/worklist/reader.ts';
import type { PatientView } from '../pages/worklist-views.ts';
import { patientOf } from '../session/patients.ts';
import type { SignedIn } from '../session/signed-in.ts';
import type { OpenedStep, SignOffDeps } from './opened-step.ts';

/** Whose step it is, for a reader who has a part in the care. */
export async function patientFor(
  deps: SignOffDeps,
  reader: SignedIn,
  { stored: { state }, step }: OpenedStep,
): Promise<PatientView | undefined> {
  if (!maySeeState(reader.member, state)) return undefined;
  const reason = `page of ${step.step}, journey ${state.id}`;
  return patientOf(deps, reader, { site: state.site.id, journeyId: state.id, patient: state.patient, reason });
}

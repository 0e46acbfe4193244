import { partsInCare, rolesOfStep } from '../journey/parts-in-care.ts';
import { type JourneyState, openSteps } from '../journey/state.ts';
import type { OpenStepLine } from '../journey/summary.ts';
import type { StaffMember } from '../ports.ts';
import { steps } from '../steps/index.ts';
import type { Role } from '../vocabulary.ts';

/** Who reads, as far as it decides what they may see. */
export type Reader = Pick<StaffMember, 'id' | 'site' | 'roles' | 'deputises' | 'active'>;

type Assigned = { readonly assignedTo?: string };

export const rolesHeld = ({ roles, deputises = [] }: Reader): readonly Role[] => [...new Set([...roles, ...deputises])];

/** Site, role, and a part in the care of the patient (design 2.10). */
export const maySee = (
  reader: Reader,
  journey: { readonly site: string; readonly parts: readonly Role[]; readonly open: readonly Assigned[] },
): boolean =>
  reader.active &&
  reader.site === journey.site &&
  (rolesHeld(reader).some((role) => journey.parts.includes(role)) ||
    journey.open.some(({ assignedTo }) => assignedTo === reader.id));

/** The same of a journey that was read from its log. */
export const maySeeState = (reader: Reader, state: JourneyState): boolean =>
  maySee(reader, { site: state.site.id, parts: partsInCare(state), open: openSteps(state) });

/** An open step that the reader, or somebody of the same role, is asked. */
export const isAsked = (
  reader: Reader,
  { step, assignedTo, role }: Pick<OpenStepLine, 'step' | 'assignedTo' | 'role'>,
): boolean =>
  assignedTo === reader.id ||
  (role === undefined ? rolesOfStep(steps[step]) : [role]).some((one) => rolesHeld(reader).includes(one));

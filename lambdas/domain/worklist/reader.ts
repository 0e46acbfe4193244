import { partsInCare, rolesOfStep } from '../journey/parts-in-care.ts';
import { roleOf } from '../journey/role-of.ts';
import { type JourneyState, openSteps, type StepState } from '../journey/state.ts';
import type { OpenStepLine } from '../journey/summary.ts';
import type { StaffMember } from '../ports.ts';
import { type Delegation, isAbout } from '../staff/delegation.ts';
import { steps } from '../steps/index.ts';
import type { Role, StepName } from '../vocabulary.ts';

/** Who reads, as far as it decides what they may see. */
export type Reader = Pick<StaffMember, 'id' | 'site' | 'roles' | 'deputises' | 'active'> & {
  /** What others have handed over to them, for now. */
  readonly standsIn?: readonly Delegation[];
};

type Assigned = { readonly assignedTo?: string };
/** An open step; the journey is named where something of one journey alone may be handed over. */
type Asked = Pick<OpenStepLine, 'step' | 'assignedTo' | 'role'>;

export const rolesHeld = ({ roles, deputises = [] }: Reader): readonly Role[] => [...new Set([...roles, ...deputises])];

interface Seen {
  readonly journeyId: string;
  readonly site: string;
  readonly parts: readonly Role[];
  readonly open: readonly (Assigned & { readonly step: StepName })[];
}

/** Site, role, and a part in the care of the patient (design 2.10), in one's own right or in another's place. */
export const maySee = (reader: Reader, journey: Seen): boolean =>
  reader.active &&
  reader.site === journey.site &&
  (rolesHeld(reader).some((role) => journey.parts.includes(role)) ||
    journey.open.some(({ assignedTo }) => assignedTo === reader.id) ||
    (reader.standsIn ?? []).some(
      (one) =>
        one.site === journey.site &&
        ((journey.parts.includes(one.role) && isAbout(one, journey)) ||
          journey.open.some((step) => isHandedOver(one, { ...step, journeyId: journey.journeyId }))),
    ));

/** The same of a journey that was read from its log. */
export const maySeeState = (reader: Reader, state: JourneyState): boolean =>
  maySee(reader, { journeyId: state.id, site: state.site.id, parts: partsInCare(state), open: openSteps(state) });

/** A step as a list has it. */
export const asLine = (state: JourneyState, { phase, round, step, assignedTo }: StepState): Asked => {
  const role = roleOf(state, { phase, round, step });
  return {
    step,
    ...(assignedTo === undefined ? {} : { assignedTo }),
    ...(role === steps[step].role ? {} : { role }),
  };
};

/** An open step that the reader, or somebody of the same role, is asked, or that was handed over to them. */
export const isAsked = (reader: Reader, journeyId: string, line: Asked): boolean =>
  line.assignedTo === reader.id ||
  rolesOf(line).some((role) => rolesHeld(reader).includes(role)) ||
  handedOver(reader, journeyId, line).length > 0;

/** Who signs or records in it; of a correction, who signs what was corrected. */
export const rolesOf = ({ step, role }: Asked): readonly Role[] =>
  role === undefined ? rolesOfStep(steps[step]) : [role];

/** What was handed over to the reader so that they may act on an open step in another's place. */
export const handedOver = (reader: Pick<Reader, 'standsIn'>, journeyId: string, line: Asked): readonly Delegation[] =>
  (reader.standsIn ?? []).filter((one) => isHandedOver(one, { ...line, journeyId }));

const isHandedOver = (one: Delegation, line: Asked & { readonly journeyId: string }): boolean =>
  (line.assignedTo === undefined || line.assignedTo === one.by) &&
  isAbout(one, line) &&
  rolesOf(line).includes(one.role);

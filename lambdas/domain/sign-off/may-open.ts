import { rolesOfStep } from '../journey/parts-in-care.ts';
import type { JourneyState, StepState } from '../journey/state.ts';
import { type Delegation, isAbout } from '../staff/delegation.ts';
import { steps } from '../steps/index.ts';
import type { Role } from '../vocabulary.ts';
import { asLine, handedOver, maySeeState, type Reader } from '../worklist/reader.ts';
import { AT_LAST, type Person } from './permission.ts';

/**
 * Roles that open the page of a step: who signs or records in it, whom a mail told of it, and who is told at last. A link in any
 * other hands was forwarded.
 */
const whoOpens = ({ told, step }: StepState): readonly Role[] => [
  ...rolesOfStep(steps[step]),
  ...told.flatMap(({ to }) => to),
  ...AT_LAST,
];

/** What was handed over to the reader so that they open this step in another's place: to sign it, or told of it as the other is. */
export const inPlaceAt = (
  state: JourneyState,
  step: StepState,
  { standsIn = [] }: Pick<Reader, 'standsIn'>,
): readonly Delegation[] => {
  const asked = handedOver({ standsIn }, state.id, asLine(state, step));
  const about = { journeyId: state.id, step: step.step };
  return standsIn.filter(
    (one) =>
      asked.includes(one) || (one.site === state.site.id && isAbout(one, about) && whoOpens(step).includes(one.role)),
  );
};

const signedBy = ({ decision, checklist }: StepState): readonly (string | undefined)[] => [
  decision?.by.id,
  ...Object.values(checklist).map(({ by }) => by.id),
];

/**
 * Whether a link opens its step to this person. Wider than who may sign: a page says why somebody may not, and whoever is told of a
 * step can report from it. So is whoever it was handed over to. Never narrower, so that nobody is asked what they cannot read.
 */
export const mayOpen = (
  state: JourneyState,
  step: StepState,
  { id, site, roles, deputises = [], standsIn = [] }: Person & Pick<Reader, 'standsIn'>,
): boolean =>
  site === state.site.id &&
  (step.assignedTo === id ||
    // What one has signed one may read, and say that it is wrong.
    signedBy(step).includes(id) ||
    [...roles, ...deputises].some((role) => whoOpens(step).includes(role)) ||
    inPlaceAt(state, step, { standsIn }).length > 0 ||
    // They may take it over from who has claimed it.
    (step.claim !== undefined && roles.includes('coordinator')));

/** Whoever opens the page of a step reads there which files are signed for, and so may read them. */
export const maySeeFiles = (reader: Person & Reader, state: JourneyState): boolean =>
  maySeeState(reader, state) ||
  (reader.active && Object.values(state.steps).some((step) => mayOpen(state, step, reader)));

import { continuationFor, type Exemption, exemptionsOf, halvesOf } from './exemptions.ts';
import { listed, type MaybeFact } from './fact.ts';
import { type JourneyState, reportsOf, type StepState } from './state.ts';

/** What was let pass at this step, who signed that and until when; and what waits for a second person. */
export function exemptionFacts(state: JourneyState, step: StepState): readonly MaybeFact[] {
  const reviewed = continuationFor(state, step);
  return [
    ...exemptionsOf(state, step).flatMap(passed),
    ...halvesOf(state, step).flatMap(({ gate, by, performer, until }): MaybeFact[] => [
      ['continuationWaits', 'id' in by ? by.id : undefined, gate],
      ['exemptedPerson', performer, gate],
      ['exemptedUntil', until, gate],
    ]),
    ...(reviewed === undefined ? [] : [...passed(reviewed), ...reasons(state, reviewed)]),
  ];
}

const passed = ({ gate, by, performer, from, until, closedBy, takenBackBy }: Exemption): readonly MaybeFact[] => [
  ['exemptedBy', listed(by.map(({ id }) => id)), gate],
  ...(closedBy ?? []).map((reason): MaybeFact => ['exemptedFor', reason, gate]),
  ['exemptionTakenBackBy', takenBackBy?.id, gate],
  ['exemptedPerson', performer, gate],
  ['exemptedFrom', from, gate],
  ['exemptedUntil', until, gate],
];

/** Why, as each of them wrote it, and where. */
function reasons(state: JourneyState, { of, key }: Exemption): readonly MaybeFact[] {
  const made = reportsOf(state, 'emergency-continuation').filter(({ seq }) => of.includes(seq));
  return [
    ['exemptedStep', state.steps[key]?.step],
    ...made.map(({ values }): MaybeFact => ['exemptedBecause', String(values.explanation)]),
  ];
}

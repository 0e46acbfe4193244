import { changeOf } from '../quality/change-as-signed.ts';
import type { ChangeControl, Changed } from '../registers/change-control.ts';
import { listed, type MaybeFact } from './fact.ts';
import type { JourneyState, StepState } from './state.ts';

/** What a change is, what was signed of it so far, and which journeys in flight it concerns. */
export function changeFacts(state: JourneyState, step: StepState): readonly MaybeFact[] {
  const { qualityCase } = state;
  if (qualityCase === undefined) return [];
  if (qualityCase.kind === 'deviation') return [['caseTitle', qualityCase.title]];
  const change = changeOf(state) ?? qualityCase.entry;
  return [
    ['changeId', qualityCase.id],
    ['caseTitle', change.title],
    ['changeClass', change.class],
    ['changeWhat', change.what],
    ['changeWhy', change.why],
    ...change.changes.map((one): MaybeFact => ['changeOf', nameOf(one)]),
    ['changeProposedBy', change.proposedBy],
    ['changeImplementOn', change.implementOn],
    ['changeRollback', change.rollback],
    ['changeCheckUntil', change.checkUntil],
    ['impactRegulatory', change.impactRegulatory],
    ['impactValidation', change.impactValidation],
    ['impactData', change.impactData],
    ['impactTraining', change.impactTraining],
    ['impactPatients', change.impactPatients],
    ['changeApprovedBy', listed(change.approvals.map(({ by, role }) => `${by} (${role})`))],
    ['changeImplementedOn', change.implementedOn],
    ['changeEffectiveness', change.effectiveness],
    ...concernedFacts(step, change),
  ];
}

const nameOf = ({ kind, id = '', version = '' }: Changed): string =>
  [kind, id, version].filter((part) => part !== '').join(' ');

function concernedFacts({ concerned }: StepState, { changes }: ChangeControl): readonly MaybeFact[] {
  if (concerned === undefined) return [];
  const { count, journeys } = concerned;
  const unlisted = changes.filter(({ kind }) => kind === 'equipment' || kind === 'release').map(nameOf);
  return [
    ['journeysConcerned', String(count)],
    ...journeys.map(({ journeyId, has }): MaybeFact => ['journeyConcerned', `${journeyId}: ${has.join('; ')}`]),
    // No journey names a version of a machine or of the release.
    ['journeysNotListed', listed(unlisted)],
  ];
}

import type { StaffCompetence, Standing } from '../competence/competence.ts';
import { competentBy, judgeCompetence } from '../competence/judge-competence.ts';
import { type Task, taskOf } from '../competence/tasks.ts';
import { procedureKnown } from '../competence/trained-in.ts';
import { closed, type Gate, type GateContext, OPEN } from '../gates/gate.ts';
import { policyOf } from '../journey/site-policy.ts';
import type { JourneyState, StepState } from '../journey/state.ts';
import type { Instant } from '../time.ts';
import type { Submitted } from './checks.ts';
import type { Person } from './permission.ts';

interface CompetenceShown extends Pick<Standing, 'training' | 'procedure' | 'assessedOn' | 'validUntil'> {
  readonly task: Task;
}

/**
 * Whether whoever acts is competent in what they do (clinical-pathway 3.3). Somebody of whom nothing is recorded in a task is asked
 * for it where the site requires that; somebody whose assessment lapsed or was revoked, everywhere. Empty where nothing is asked.
 */
export function competenceGates(
  { step }: Pick<StepState, 'step'>,
  item: string | undefined,
  { competence }: Pick<Person, 'competence'>,
  { isOfAnybody }: Pick<Submitted, 'isOfAnybody'>,
): readonly Gate[] {
  const task = taskOf(step, item);
  return task === undefined || isOfAnybody === true ? [] : [competentIn(task, competence)];
}

/** Name of the gate. */
export const COMPETENT = 'competent';

const competentIn = (task: Task, competence: StaffCompetence | undefined): Gate => ({
  name: COMPETENT,
  class: 'emergency-continuation',
  byTime: true,
  ofPerson: true,
  judge: ({ state, now, readiness }) =>
    competence?.[task] === undefined && !isRequired(state, task)
      ? OPEN
      : judgeCompetence(competence, { task, at: now, zone: state.site.zone, readiness }),
});

/** Of what was signed by an exemption from that: open only as long as it stands (`exempted`). */
export const COMPETENT_BY_EXEMPTION: Gate = {
  name: COMPETENT,
  class: 'emergency-continuation',
  byTime: true,
  ofPerson: true,
  ofExemption: true,
  judge: () => closed('Competence: the exemption by which it was done did not stand at that time.'),
};

const isRequired = (state: JourneyState, task: Task): boolean =>
  policyOf(state).competenceRequired?.includes(task) ?? false;

/** The same of what was signed: whether the assessment that its event names counted at the time as corrected since. */
export const competenceAsShown = (shown: CompetenceShown | undefined): readonly Gate[] =>
  shown === undefined ? [] : [competentIn(shown.task, { [shown.task]: [{ ...shown, since: shown.assessedOn }] })];

/** What the signature rests on, as its event keeps it: were they allowed, on that day, and by what? */
export function competenceShown(
  { step, state, readiness }: Pick<GateContext, 'state' | 'readiness'> & { readonly step: StepState },
  item: string | undefined,
  { competence }: Pick<Person, 'competence'>,
  at: Instant,
): { readonly competence?: CompetenceShown } {
  const task = taskOf(step.step, item);
  if (task === undefined) return {};
  const asked = { task, at, zone: state.site.zone, readiness };
  const found = competentBy(competence, asked);
  if (found === undefined) return {};
  const { training, assessedOn, validUntil } = found;
  const procedure = procedureKnown(found, asked);
  return {
    competence: { task, training, ...(procedure === undefined ? {} : { procedure }), assessedOn, validUntil },
  };
}

import type * as z from 'zod';
import { canonicalText } from '../audit/hash.ts';
import { exempted, exemptionsShown } from '../gates/exempted.ts';
import { closedGates } from '../gates/gate.ts';
import { enter } from '../journey/enter.ts';
import { whoRecordedOther } from '../journey/first-people.ts';
import type { Scribe } from '../journey/scribe.ts';
import { settle } from '../journey/settle.ts';
import type { ChecklistEntry, StepState } from '../journey/state.ts';
import { type Outcome, ok, refuse } from '../outcome.ts';
import { countedEntry, entryKey } from '../steps/checklists.ts';
import { steps } from '../steps/index.ts';
import { recordOf } from '../steps/meanings.ts';
import type { ChecklistItem } from '../steps/step.ts';
import { attributionOf } from './attribution.ts';
import {
  changedSince,
  closedBy,
  contextOf,
  enteredIn,
  occurrenceOf,
  parseEvidence,
  reportDeviations,
  type Submitted,
} from './checks.ts';
import { competenceGates, competenceShown } from './competence-gate.ts';
import { itemEvidence } from './evidence-schemas.ts';
import { firstRefusal, mayNotRecord, type Person, provenBy, provesTooLittle, type Signer } from './permission.ts';
import type { Recorded } from './record-sign-off.ts';
import { readinessShown, readinessThen } from './registers-asked.ts';

/**
 * Records one event of a step's checklist, at the time it happened, and leaves the step open. Physical events are recorded
 * on hold too: what was done can always be recorded.
 */
export function recordChecklistItem(
  scribe: Scribe,
  step: StepState,
  submission: Submitted,
  signer: Signer,
): Outcome<Recorded> {
  const asked = itemOf(step, submission.evidence.item);
  if (!asked.ok) return asked;
  const { item, meaning, roles = [steps[step.step].role] } = asked.value;
  const given = parseEvidence(itemEvidence(asked.value), submission.evidence, scribe);
  if (!given.ok) return given;
  const { item: _item, ...values } = given.value;
  const key = keyOf(asked.value, values, scribe);
  const attributed = attributionOf(scribe, step, submission, signer);
  if (!attributed.ok) return attributed;
  const { person, people, ...attribution } = attributed.value;
  const others = whoRecordedOther(scribe.state, step, key);
  const permission =
    firstRefusal(people, (one) => mayNotRecord(scribe.state, step, asked.value, one, others)) ??
    provesTooLittle(scribe.state, step.step, signer);
  if (permission !== null) return { ok: false, refusal: permission };
  const before = earlier(step, asked.value, submission, person, values);
  if (before !== undefined) return again(scribe, step, item, before, submission, person, values);
  if (step.status !== 'open') return refuse('conflict', `This step is ${step.status}: nothing more is recorded in it.`);
  const when = occurrenceOf(scribe, submission);
  if (!when.ok) return when;
  const stale = changedSince(scribe, step, submission);
  if (stale !== null) return { ok: false, refusal: stale };
  // What was confirmed in time can be written down later.
  const readiness = readinessThen(submission);
  const context = { ...contextOf(scribe), evidence: values, now: when.value.at, readiness };
  const acting = { step, people };
  const gates = closedGates(exempted(asked.value.gates, acting), context);
  if (gates.length > 0) return closedBy(gates);
  const { phase, round, step: name } = step;
  const ref = { phase, round, step: name };
  const by = attribution.by(roles);
  const against = scribe.state;
  const competent = competenceGates(step, item, person, submission);
  scribe.write(
    'checklist.recorded',
    {
      ...ref,
      item,
      ...(key === item ? {} : { entry: key }),
      values: values as Record<string, z.core.util.JSONType>,
      contentHash: submission.contentHash,
      meaning: attribution.meaning(meaning),
      ...provenBy(signer),
      ...attribution.paper(roles),
      ...enteredIn(submission),
      ...competenceShown({ step, state: against, readiness }, item, person, when.value.at),
      ...exemptionsShown([...asked.value.gates, ...competent], acting, [context]),
      ...readinessShown(submission),
    },
    by,
    when.value,
  );
  const { seq } = scribe.state;
  const { deviations = [], excursions = [] } = asked.value;
  const done = { evidence: values, at: when.value.at, state: against, readiness };
  reportDeviations(scribe, ref, [...deviations, ...exempted(competent, acting)], done, by);
  if (reportDeviations(scribe, ref, excursions, done, by)) enter(scribe, 'Excursion', { about: seq });
  if (submission.paper !== undefined) enter(scribe, 'Transcription', { about: seq });
  settle(scribe);
  return ok(recorded(scribe, step, item, person.id, when.value.at, seq));
}

function itemOf({ step }: StepState, name: unknown): Outcome<ChecklistItem> {
  const { checklist } = steps[step];
  if (checklist === undefined) return refuse('invalid', `${step} has no checklist.`, { path: 'decision' });
  const asked = checklist.items.find(({ item }) => item === name);
  const known = checklist.items.map(({ item }) => item).join(', ');
  // What was sent is not repeated: it can be anything.
  return asked === undefined
    ? refuse('invalid', `Evidence: item: expected one of ${known}`, { path: 'evidence.item' })
    : ok(asked);
}

function keyOf({ item, per }: ChecklistItem, values: Readonly<Record<string, unknown>>, { state }: Scribe): string {
  if (per === 'container') return entryKey(item, String(values.container));
  return per === 'many' ? entryKey(item, String(state.seq + 1)) : item;
}

/** What was recorded before in this place and counts; of many, the same thing by the same person at the same time. */
function earlier(
  step: StepState,
  asked: ChecklistItem,
  { occurredAt, contentHash }: Submitted,
  { id }: Person,
  values: Readonly<Record<string, unknown>>,
): ChecklistEntry | undefined {
  const { item, per } = asked;
  if (per !== 'many') return countedEntry(step, asked, per === 'container' ? String(values.container) : undefined);
  return Object.entries(step.checklist).find(
    ([name, entry]) =>
      name.startsWith(`${item}#`) &&
      entry.by.id === id &&
      entry.contentHash === contentHash &&
      (occurredAt ?? entry.occurredAt.at) === entry.occurredAt.at &&
      canonicalText(entry.values) === canonicalText(values),
  )?.[1];
}

function again(
  scribe: Scribe,
  step: StepState,
  item: string,
  before: ChecklistEntry,
  { occurredAt }: Submitted,
  { id }: Person,
  values: Readonly<Record<string, unknown>>,
): Outcome<Recorded> {
  const same =
    before.by.id === id &&
    (occurredAt ?? before.occurredAt.at) === before.occurredAt.at &&
    canonicalText(before.values) === canonicalText(values);
  return same
    ? ok(recorded(scribe, step, item, before.by.id, before.occurredAt.at, before.seq))
    : refuse(
        'conflict',
        `${item} was recorded before, by ${before.by.id} at ${before.occurredAt.at}. Correct its time instead.`,
        { problem: 'item-recorded' },
      );
}

const recorded = ({ state }: Scribe, step: StepState, item: string, by: string, at: string, seq: number): Recorded => ({
  journeyId: state.id,
  step: step.step,
  decision: recordOf(item),
  by,
  at,
  seq,
});

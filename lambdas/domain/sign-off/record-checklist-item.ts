import type * as z from 'zod';
import { canonicalText } from '../audit/hash.ts';
import { closedGates } from '../gates/gate.ts';
import type { Scribe } from '../journey/scribe.ts';
import { settle } from '../journey/settle.ts';
import type { StepState } from '../journey/state.ts';
import { type Outcome, ok, refuse } from '../outcome.ts';
import { steps } from '../steps/index.ts';
import { recordOf } from '../steps/meanings.ts';
import { itemEvidence } from './evidence-schemas.ts';
import {
  changedSince,
  closedBy,
  contextOf,
  occurrenceOf,
  parseEvidence,
  type Recorded,
  type Signer,
  type Submitted,
  signedBy,
} from './record-sign-off.ts';

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
  const { checklist } = steps[step.step];
  if (checklist === undefined) return refuse('invalid', `${step.step} has no checklist.`, { path: 'decision' });
  const asked = checklist.items.find((one) => one.item === submission.evidence.item);
  if (asked === undefined) {
    const known = checklist.items.map((one) => one.item).join(', ');
    // What was sent is not repeated: it can be anything.
    return refuse('invalid', `Evidence: item: expected one of ${known}`, { path: 'evidence.item' });
  }
  const { item, meaning } = asked;
  const given = parseEvidence(itemEvidence(asked), submission.evidence);
  if (!given.ok) return given;
  const { item: _item, ...values } = given.value;
  const when = occurrenceOf(scribe, submission);
  if (!when.ok) return when;
  const before = step.checklist[item];
  if (before !== undefined) {
    const same =
      before.by.id === signer.id &&
      (submission.occurredAt ?? before.occurredAt.at) === before.occurredAt.at &&
      canonicalText(before.values) === canonicalText(values);
    return same
      ? ok(recorded(scribe, step, item, before.by.id, before.occurredAt.at, before.seq))
      : refuse(
          'conflict',
          `${item} was recorded before, by ${before.by.id} at ${before.occurredAt.at}. Correct its time instead.`,
          { problem: 'item-recorded' },
        );
  }
  const stale = changedSince(scribe, step, submission);
  if (stale !== null) return { ok: false, refusal: stale };
  const gates = closedGates(asked.gates, { ...contextOf(scribe), evidence: values });
  if (gates.length > 0) return closedBy(gates);
  const { phase, round, step: name } = step;
  scribe.write(
    'checklist.recorded',
    {
      phase,
      round,
      step: name,
      item,
      values: values as Record<string, z.core.util.JSONType>,
      contentHash: submission.contentHash,
      meaning,
      assurance: signer.assurance,
    },
    signedBy(step, signer),
    when.value,
  );
  const { seq } = scribe.state;
  settle(scribe);
  return ok(recorded(scribe, step, item, signer.id, when.value.at, seq));
}

const recorded = ({ state }: Scribe, step: StepState, item: string, by: string, at: string, seq: number): Recorded => ({
  journeyId: state.id,
  step: step.step,
  decision: recordOf(item),
  by,
  at,
  seq,
});

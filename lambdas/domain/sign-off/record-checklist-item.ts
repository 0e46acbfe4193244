import * as z from 'zod';
import type { Scribe } from '../journey/scribe.ts';
import { settle } from '../journey/settle.ts';
import type { StepState } from '../journey/state.ts';
import { type Outcome, ok, refuse } from '../outcome.ts';
import { steps } from '../steps/index.ts';
import {
  changedSince,
  contextOf,
  occurrenceOf,
  parseEvidence,
  type Recorded,
  type Signer,
  type Submitted,
  signedBy,
} from './record-sign-off.ts';
import { RECORD } from './submission.ts';

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
  const given = parseEvidence(
    z.strictObject({ item: z.enum(checklist.items), ...checklist.values.shape }),
    submission.evidence,
  );
  if (!given.ok) return given;
  const { item: parsedItem, ...values } = given.value;
  const item = String(parsedItem);
  const when = occurrenceOf(scribe, submission);
  if (!when.ok) return when;
  const before = step.checklist[item];
  if (before !== undefined) {
    const same = before.by.id === signer.id && (submission.occurredAt ?? before.occurredAt.at) === before.occurredAt.at;
    return same
      ? ok(recorded(scribe, step, item, before.by.id, before.occurredAt.at, before.seq))
      : refuse(
          'conflict',
          `${item} was recorded before, by ${before.by.id} at ${before.occurredAt.at}. Correct its time instead.`,
        );
  }
  const stale = changedSince(scribe, step, submission);
  if (stale !== null) return { ok: false, refusal: stale };
  const misfit = checklist.check?.(item, { ...contextOf(scribe), evidence: values, step }) ?? null;
  if (misfit !== null) return { ok: false, refusal: misfit };
  const { phase, round, step: name } = step;
  scribe.write(
    'checklist.recorded',
    { phase, round, step: name, item, values: values as Record<string, z.core.util.JSONType> },
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
  decision: `${RECORD}:${item}`,
  by,
  at,
  seq,
});

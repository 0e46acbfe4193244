import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { canonicalText } from '../domain/audit/hash.ts';
import { stepRef } from '../domain/events/data.ts';
import { type JourneyEvent, parseEvent } from '../domain/events/journey-event.ts';
import type { Bindings } from '../domain/journey/effects.ts';
import type { JourneySummary } from '../domain/journey/summary.ts';
import { lazily } from '../domain/lazily.ts';
import { PLAN_ITEMS } from '../domain/plan/plan-item.ts';
import type { Commit } from '../domain/ports.ts';
import { PHASES, ROLES, STEPS } from '../domain/vocabulary.ts';
import { effectItem, kept } from './effect-items.ts';
import { jsonText, readItem, readOnce, toItem } from './items.ts';
import { effectId, eventKey, headKey, worklistPk, worklistSk } from './table-keys.ts';

const bindings = lazily(() =>
  z.record(z.string(), z.strictObject({ ref: stepRef, run: z.int().min(1), token: z.string().min(1) })),
);

const summary = lazily(() =>
  z.strictObject({
    journeyId: z.string(),
    site: z.string(),
    protocol: z.string(),
    status: z.enum(['open', 'held', 'closed']),
    phase: z.string(),
    run: z.int(),
    runStartedAt: z.string(),
    openSteps: z.array(z.string()),
    stepDueAt: z.string().optional(),
    unattended: z.boolean(),
    changedAt: z.string(),
    nextDueAt: z.string().optional(),
    outcome: z.string().optional(),
    anomalies: z.int(),
    qualityCase: z.enum(['change-control', 'deviation']).optional(),
    patient: z.string().optional(),
    parts: z.array(z.enum(ROLES)).optional(),
    open: z
      .array(
        z.strictObject({
          step: z.enum(STEPS),
          phase: z.enum(PHASES),
          round: z.int(),
          dueAt: z.string(),
          assignedTo: z.string().optional(),
          claim: z.strictObject({ by: z.string(), at: z.string(), until: z.string() }).optional(),
          role: z.enum(ROLES).optional(),
        }),
      )
      .optional(),
    dates: z.array(z.strictObject({ item: z.enum(PLAN_ITEMS), number: z.int(), from: z.string() })).optional(),
    productExpiresAt: z.string().optional(),
  }),
);

const headShape = lazily(() =>
  z.strictObject({
    revision: z.int().min(1),
    /** `seq` and hash of the newest event. */
    seq: z.int().min(1),
    head: z.string(),
    bindings: jsonText(bindings()),
    summary: summary(),
    writtenAt: z.string(),
  }),
);

const lineShape = lazily(() => z.strictObject({ summary: summary() }));

export interface Head {
  readonly revision: number;
  readonly seq: number;
  readonly head: string;
  readonly bindings: Bindings;
  readonly summary: JourneySummary;
}

/** The line of the worklist: all that its index holds of a head. */
export const readSummary = readOnce(
  (item): JourneySummary => readItem(lineShape(), item).summary as unknown as JourneySummary,
);

export const readHead = readOnce((item): Head => readItem(headShape(), item) as unknown as Head);

/** Type and time are there to be read in the console; the event is its canonical text, so that its hash survives. */
const eventShape = lazily(() =>
  z.strictObject({ event: jsonText(z.unknown()), type: z.string(), recordedAt: z.string() }),
);

export const readEvent = readOnce((item): JourneyEvent => parseEvent(readItem(eventShape(), item).event));

/** What is closed waits for nobody, unless a correction showed more than one commit could write: the sweep looks after that too. */
const isInWork = ({ status, nextDueAt }: JourneySummary): boolean => status !== 'closed' || nextDueAt !== undefined;

/** All items of a commit to `table`, each on the condition that it is the first of its place. */
export function itemsOf(table: string, commit: Commit, last: { seq: number; hash: string }): TransactWriteItem[] {
  const { journeyId, expected, summary: line, now } = commit;
  const revision = expected + 1;
  const head = {
    ...headKey(journeyId),
    entity: 'HEAD',
    revision,
    seq: last.seq,
    head: last.hash,
    bindings: canonicalText(commit.bindings),
    summary: line,
    writtenAt: now,
    wpk: worklistPk(isInWork(line)),
    wsk: worklistSk(line.nextDueAt, journeyId),
  };
  const first = { TableName: table, ConditionExpression: 'attribute_not_exists(pk)' };
  return [
    {
      Put: {
        TableName: table,
        Item: toItem(head),
        ...(expected === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: 'revision = :expected',
              ExpressionAttributeValues: { ':expected': { N: String(expected) } },
            }),
      },
    },
    ...commit.events.map((event) => ({
      Put: {
        ...first,
        Item: toItem({
          ...eventKey(journeyId, event.seq),
          entity: 'EVENT',
          event: canonicalText(event),
          type: event.type,
          recordedAt: event.recordedAt,
        }),
      },
    })),
    ...kept(commit.effects).map((effect, index) => ({
      Put: {
        ...first,
        Item: effectItem({ journeyId, id: effectId(revision, index), ...effect, since: now, served: [] }),
      },
    })),
  ];
}

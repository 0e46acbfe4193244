import * as z from 'zod';
import { stepRef } from './events/data.ts';
import { lazily } from './lazily.ts';
import { instant } from './time.ts';

/**
 * What passes between state machines, schedules, rules and functions. Journeys outlive deployments: a running execution
 * keeps sending what its definition says, so these only ever grow. Examples in `test/contract/payloads`, those of releases
 * in `test/contract/released`.
 */
const version = { schemaVersion: z.literal(1) } as const;
const run = z.int().min(1);

/** PatientJourney asks: where does this journey stand? */
export const standingQuestion = lazily(() => z.object({ ...version, journeyId: z.string(), run }));

const occurrence = { ...version, journeyId: z.string(), ...stepRef.shape, run } as const;

/** A phase machine asks people for a step and waits with a callback token. */
export const stepRequest = lazily(() =>
  z.object({
    ...occurrence,
    token: z.string().min(1).max(2048),
    execution: z.string(),
    machine: z.strictObject({ name: z.string(), revision: z.string() }),
  }),
);

/** The timeout net of a step was reached. */
export const stepLapse = lazily(() => z.object({ ...occurrence, lapsed: z.literal(true) }));

/** EventBridge Scheduler: the next due instant of a journey has come. */
export const journeyDueNotice = lazily(() => z.object({ ...version, journeyId: z.string() }));

/** EventBridge Scheduler: an effect that waited for this instant is due. */
export const effectDueNotice = lazily(() => z.object({ ...version, owner: z.string(), effect: z.string() }));

/** A rule on execution status: an execution failed, timed out or was aborted. */
export const executionEndedNotice = lazily(() => z.object({ ...version, execution: z.string(), status: z.string() }));

/** A tag of a mail, as the mail service gives it back. */
const tag = lazily(() => z.tuple([z.string().min(1)]));

/** A rule on the mail service: a mail bounced, was complained about or rejected. What comes beside these tags is left. */
export const mailReturned = lazily(() =>
  z.object({
    ...version,
    what: z.enum(['Email Bounced', 'Email Complaint Received', 'Email Rejected']),
    messageId: z.string().min(1).max(200),
    tags: z.object({
      kind: tag(),
      class: tag().optional(),
      journey: tag().optional(),
      reader: tag().optional(),
      site: tag().optional(),
      phase: tag().optional(),
      round: tag().optional(),
      step: tag().optional(),
      rung: tag().optional(),
    }),
  }),
);

/** A rule on the bucket of mirrors: an export was put there. */
export const mirrorPut = lazily(() => z.object({ ...version, key: z.string().min(1).max(1024), at: instant }));

/** Periodic work: the whole sweep, or only sending once more what was never delivered. */
export const sweepOrder = lazily(() => z.object({ ...version, work: z.enum(['sweep', 'requeue']).default('sweep') }));

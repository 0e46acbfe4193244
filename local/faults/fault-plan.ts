import { readFileSync } from 'node:fs';
import * as z from 'zod';

const share = z.number().min(0).max(1).default(0);
const seconds = z.number().positive();

/** Faults of requests to one service of AWS. What is drawn goes on for a few requests, so that retries meet it too. */
const requests = z.strictObject({
  /** Refused as too many, before anything was done. */
  throttled: share,
  /** Answered with an internal error, before anything was done. */
  failed: share,
  /** Done, but the caller gets an error and cannot know. */
  failedAfterEffect: share,
});

/**
 * Which faults the loopback AWS makes, and how often: each number is a share from 0 (never, the default) to 1 (always).
 * Everything is drawn from the seed. Nothing here is silent: a name that is not known is refused.
 */
const faultPlan = z.strictObject({
  seed: z.int().min(0),
  /** Requests of functions, and invocations of functions by state machines. */
  requests: requests.prefault({}),
  /** Batches of the table streams. `crashing`: a record that ends every invocation it is in; `foreign`: one without an effect. */
  stream: z
    .strictObject({ repeated: share, delayed: share, reversed: share, crashing: share, foreign: share })
    .prefault({}),
  /** Occurrences of schedules, those of journeys and periodic ones. */
  schedules: z.strictObject({ twice: share, late: share, never: share }).prefault({}),
  /** Mails that come back. */
  mails: z.strictObject({ returned: share }).prefault({}),
  /** How often the clock of a function jumps, and by at most how much from the true time, either way. */
  clocks: z.strictObject({ jumps: share, most: seconds.default(120) }).prefault({}),
  /** Invocations of functions that are made as two copies side by side. */
  invocations: z.strictObject({ twice: share }).prefault({}),
  /** After so many seconds from the start all tables are put back to where they stood an hour before. */
  tables: z.strictObject({ restoredAfter: z.array(seconds.min(3600)).default([]) }).prefault({}),
});

export type FaultPlan = z.infer<typeof faultPlan>;
export type RequestFault = keyof FaultPlan['requests'];

/** A plan of faults from what a test or a file says. */
export function parseFaults(given: unknown, where = 'Faults'): FaultPlan {
  const parsed = faultPlan.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Error(`${where}: not a plan of faults. ${z.prettifyError(parsed.error)}`);
}

export const NO_FAULTS: FaultPlan = parseFaults({ seed: 0 });

/** @throws Error that names the file, when it cannot be read or holds anything else */
export function readFaultsFile(path: string): FaultPlan {
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(
      `Faults file ${path}: expected JSON such as {"seed": 1, "requests": {"throttled": 0.01}}, got ${error instanceof Error ? error.message : error}`,
      { cause: error },
    );
  }
  return parseFaults(given, `Faults file ${path}`);
}

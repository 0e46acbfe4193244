import { StatesError } from './errors.ts';
import { type Json, jsonBytes } from './json.ts';

/**
 * Quotas of Standard workflows.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export const limits = {
  /** Bytes of any input, output, result, and of what one state assigns. */
  dataBytes: 262_144,
  /** Characters of a state name and of an execution name. */
  nameLength: 80,
  /** Events of one execution; the last one says that it failed. */
  historyEvents: 25_000,
  /** Longest life of an execution, in milliseconds (one year). */
  executionMs: 365 * 24 * 60 * 60 * 1000,
  /** Time a closed execution stays known by its name, in milliseconds (90 days). */
  closedMs: 90 * 24 * 60 * 60 * 1000,
  /** Characters of a task token the API accepts; the tokens made here are far shorter. */
  tokenLength: 2048,
  /** Largest TimeoutSeconds, in seconds. */
  timeoutSeconds: 99_999_999,
} as const;

/**
 * Refuses data over the payload quota.
 * @param what where the data was met, e.g. `the output of the state "Collect"`
 * @throws {StatesError} States.DataLimitExceeded, which States.ALL does not catch
 */
export function withinDataLimit<T extends Json>(value: T, what: string): T {
  const bytes = jsonBytes(value);
  if (bytes > limits.dataBytes) {
    throw new StatesError(
      'States.DataLimitExceeded',
      `${what} has ${bytes} bytes, which exceeds the maximum number of bytes service limit (${limits.dataBytes}).`,
    );
  }
  return value;
}

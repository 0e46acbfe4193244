import * as z from 'zod';
import type { Reply } from './world.ts';

/** Gates that close, or are not open yet, because time passed or a date moved. */
const GATES: readonly string[] = [
  'approvals-valid',
  'conditioning-not-to-repeat',
  'custody-departure',
  'custody-order',
  'custody-qualification',
  'donor-tests-in-window',
  'first-go-stands',
  'go-stands-conditioning',
  'go-stands-thaw',
  'in-conditioning-window',
  'monitored-long-enough',
  'near-long-enough',
  'not-expired',
  'readiness-in-time',
  'readiness-stands',
  'slot-still-held',
  'told-not-to-drive',
  'told-to-stay-near',
];

/** What is wrong with evidence that would have been right earlier. */
const PROBLEMS: readonly string[] = [
  'already-expired',
  // Something done late became a deviation of its own, and is triaged before the one that was looked for.
  'critical-is-investigated',
  'held-too-long',
  'no-longer-valid',
  'not-ahead',
  'outside-conditioning-window',
  'outside-window',
  'shelf-life-too-short',
  'weighed-long-ago',
];

const refusal = z.object({
  detail: z.union([
    z.object({ gates: z.array(z.object({ gate: z.enum(GATES) })).min(1) }),
    z.object({ problem: z.enum(PROBLEMS) }),
  ]),
});

/** Gates that somebody else opens, who was asked late where things broke. */
const WAITING: readonly string[] = [
  'no-mismatch-open',
  'no-open-excursion',
  'no-critical-deviation-open',
  'major-deviations-triaged',
  'not-contained',
];

const waiting = z.object({
  detail: z.object({ gates: z.array(z.object({ gate: z.enum(WAITING) })).min(1) }),
});

/** Whether somebody was refused for nothing but what somebody else has still to do. */
export const isForOthers = ({ status, body }: Reply): boolean => status === 403 && waiting.safeParse(body).success;

/** Whether it is a gate of time, which people who are late find closed or do something against. */
export const isOfTime = (gate: string): boolean => GATES.includes(gate);

/** Whether somebody was refused for nothing but the time at which they came. */
export const isForTime = ({ status, body }: Reply): boolean =>
  (status === 403 || status === 422) && refusal.safeParse(body).success;

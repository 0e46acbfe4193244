import * as z from 'zod';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { dateTime, explanation } from './evidence.ts';
import type { StepContext } from './step.ts';

/** Evidence of a deferral: GO is asked for again, and not before `until`. */
export const deferral = lazily(() => z.strictObject({ until: dateTime, explanation }));

/** A deferral ends ahead of now; else there is nothing to wait for. */
export const untilIsAhead = ({ evidence, now }: StepContext): Refusal | null =>
  String(evidence.until) > now
    ? null
    : {
        code: 'invalid',
        message: `Deferred until: got ${String(evidence.until)}, expected after now (${now})`,
        detail: { path: 'evidence.until', problem: 'not-ahead' },
      };

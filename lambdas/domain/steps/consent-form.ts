import * as z from 'zod';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { type Instant, startOfDay, startOfPrintedDay } from '../time.ts';
import { pastDate, reference } from './evidence.ts';

/** The form by which a consent is given after it was not, or no longer. */
export const consentForm = lazily(() => z.strictObject({ formVersion: reference, signedOn: pastDate }));

/** A form signed before the consent was taken back is the one that was taken back. */
export const signedSince = (withdrawn: Instant | undefined, signedOn: string, zone: string): Refusal | null =>
  withdrawn === undefined || startOfPrintedDay(signedOn, zone) >= startOfDay(withdrawn, zone)
    ? null
    : {
        code: 'invalid',
        message: `Signed on: got ${signedOn}, expected not before the day of the withdrawal (${withdrawn})`,
        detail: { path: 'evidence.signedOn', problem: 'before-the-withdrawal' },
      };

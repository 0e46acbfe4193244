import * as z from 'zod';
import { lazily } from '../lazily.ts';

/** The one answer every callback gets, by SendTaskSuccess. SendTaskFailure is for broken machinery only (design 2.3). */
export const envelopeSchema = lazily(() =>
  z.strictObject({
    schemaVersion: z.literal(1),
    outcome: z.enum(['decided', 'cancelled', 'superseded']),
    decision: z.string().optional(),
  }),
);
export type Envelope = Readonly<z.infer<ReturnType<typeof envelopeSchema>>>;

export const decided = (decision: string): Envelope => ({ schemaVersion: 1, outcome: 'decided', decision });
export const cancelled: Envelope = { schemaVersion: 1, outcome: 'cancelled' };
export const superseded: Envelope = { schemaVersion: 1, outcome: 'superseded' };

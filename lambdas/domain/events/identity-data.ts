import * as z from 'zod';
import { lazily } from '../lazily.ts';

/** What of a patient's identity can be said otherwise. */
export const DIFFERING = ['name', 'identifiers'] as const;

/** Data of the event that says that somebody else's record of the patient differs; what differs is in the identity store only. */
export const identityData = {
  'identity.differs': lazily(() =>
    z.strictObject({
      sender: z.string(),
      messageId: z.string(),
      /** What the sender was answered with, and under what it waits in the identity store. */
      eventId: z.string(),
      differs: z.array(z.enum(DIFFERING)).min(1),
    }),
  ),
} as const;

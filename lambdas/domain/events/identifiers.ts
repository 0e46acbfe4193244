import * as z from 'zod';
import { chainOfIdentitySchema } from '../identifiers/chain-of-identity.ts';
import { lazily } from '../lazily.ts';

/**
 * By what the material and the product of an event are known, as far as they are known when it is written: so that each
 * event can be traced by itself. Released events are without them.
 */
export const identifiers = lazily(() =>
  z.strictObject({
    chainOfIdentity: chainOfIdentitySchema.optional(),
    donationNumber: z.string().min(1).optional(),
    /** In place of one, where a batch was made from several donations. */
    donationNumbers: z.array(z.string().min(1)).min(2).optional(),
    batch: z.string().min(1).optional(),
    containers: z.array(z.string().min(1)).min(1).optional(),
  }),
);
export type Identifiers = Readonly<z.infer<ReturnType<typeof identifiers>>>;

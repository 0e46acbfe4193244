import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { instant } from '../time.ts';

/** A part of what was signed that somebody else than the signer had filled in. */
export const enteredField = lazily(() =>
  z.strictObject({
    /** `occurredAt`, `reason`, or the path of a value of the evidence, such as `evidence.batch`. */
    field: z.string().min(1).max(200),
    /** User id. */
    by: z.string().min(1).max(64),
    at: instant,
  }),
);
export type EnteredField = z.infer<ReturnType<typeof enteredField>>;

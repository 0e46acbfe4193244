import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { REGISTERS } from './names.ts';

/** What a site decides of its registers. */
export const registerPolicy = lazily(() =>
  z.strictObject({
    /** How old what is mirrored from another system may be (ISO 8601 duration), by its system; a system not named may be of any age. */
    mirrorAge: z.record(z.string().min(1), z.iso.duration()).optional(),
    /** Registers in which everything is that a gate asks for; of others only what is known to be closed closes. */
    required: z.array(z.enum(REGISTERS)).optional(),
  }),
);

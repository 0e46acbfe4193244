import * as z from 'zod';
import { LANGUAGES } from '../language.ts';
import { lazily } from '../lazily.ts';
import { ROLES } from '../vocabulary.ts';

/** One line, no angle brackets: an address or a name can never add a header or a second recipient. */
const line = z.string().regex(/^[^\p{Cc}<>]+$/u, 'expected one line without control characters or angle brackets');

/** People of one role who share a mailbox. Who reads it is nobody's identity: its links lead to sign-in. */
export const team = lazily(() =>
  z.strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, 'expected 2 to 40 of a-z, 0-9, dot, underscore and -'),
    name: line.max(200),
    role: z.enum(ROLES),
    site: z.string().min(1),
    mail: line.max(254).pipe(z.email()),
    language: z.enum(LANGUAGES),
  }),
);
export type Team = z.infer<ReturnType<typeof team>>;

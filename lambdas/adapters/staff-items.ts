import * as z from 'zod';
import { LANGUAGES } from '../domain/language.ts';
import { ROLES } from '../domain/vocabulary.ts';
import { readItem, readOnce } from './items.ts';
import { pinHashShape } from './pin-hash.ts';

/** One line, no angle brackets: an address or a name can never add a header or a second recipient. */
const line = z.string().regex(/^[^\p{Cc}<>]+$/u, 'expected one line without control characters or angle brackets');

/** A member of staff as the register takes and keeps them. */
export const staffMemberShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,63}$/, 'expected 2 to 64 of a-z, 0-9, dot, underscore and -'),
  name: line.max(200),
  mail: line.max(254).pipe(z.email()),
  roles: z.array(z.enum(ROLES)),
  deputises: z.array(z.enum(ROLES)).optional(),
  site: z.string().min(1),
  language: z.enum(LANGUAGES),
  active: z.boolean(),
  /** Of people whose identity nobody has checked there is none, and they sign nothing. */
  identity: z.strictObject({ checkedBy: z.string().min(1), checkedAt: z.iso.date(), how: line.max(200) }).optional(),
});

const shape = z.strictObject({
  member: staffMemberShape,
  pin: pinHashShape.optional(),
  /** When that PIN was set; items of earlier releases do not say. */
  pinSetAt: z.string().optional(),
  /** Wrong PINs since the last right one, and when the last of them was given. */
  failures: z.int().min(0).optional(),
  failedAt: z.string().optional(),
});

export type KeptStaff = z.infer<typeof shape>;

export const readStaff = readOnce((item): KeptStaff => readItem(shape, item));

import * as z from 'zod';
import { type Outcome, ok, refuse } from '../outcome.ts';
import { isMod37_36, mod37_36Character } from './iso7064.ts';

// Crockford's base 32: no I, L, O or U, so that no two characters are read for one another.
const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const FORM = /^[0-9A-HJKMNP-TV-Z]{8}[0-9A-Z]$/;
const LENGTH = 8;
/** 40 bits, which a number holds exactly. */
const COMBINATIONS = BASE32.length ** LENGTH;
/** So many ids in a row differ in their last characters alone. */
const NEAR = 32;
/** An odd part of all combinations that changes every character: two in front that no id begins with are left behind at once. */
const FAR = 679_891_637_639;
const EXPECTED = '8 characters of 0-9 A-Z without I L O U, and a check character';

/**
 * Mod 37,36 misses a few swaps of neighbouring characters. Ids that such a swap would turn into another valid id are
 * neither issued nor accepted (about one in eighty), so that for journey ids every swap is caught.
 */
function survivesNoSwap(id: string): boolean {
  for (let at = 0; at + 1 < id.length; at += 1) {
    const swapped = id.slice(0, at) + id.charAt(at + 1) + id.charAt(at) + id.slice(at + 2);
    if (swapped !== id && FORM.test(swapped) && isMod37_36(swapped)) return false;
  }
  return true;
}

const isJourneyId = (text: string): boolean => FORM.test(text) && isMod37_36(text) && survivesNoSwap(text);

/** The check character too is no look-alike in what is issued; ids from before this rule are read all the same. */
const isWithoutLookAlikes = (id: string): boolean => [...id].every((character) => BASE32.includes(character));

/**
 * The pseudonymous id of one patient course, and the code by which people name it: nine characters, no hyphen (execution names are
 * `<journeyId>-<phase>-<round>-<run>`), the last one an ISO 7064 mod 37,36 check character.
 */
export const journeyIdSchema = z
  .string()
  .refine(isJourneyId, { error: `expected a journey id: ${EXPECTED}` })
  .brand('JourneyId');
export type JourneyId = z.infer<typeof journeyIdSchema>;

/** A new id from five random bytes (40 bits). The store's condition on the first event keeps two journeys apart. */
export function newJourneyId(randomBytes: (count: number) => Uint8Array): JourneyId {
  const bytes = randomBytes(5);
  if (bytes.length !== 5) throw new RangeError(`journey id: expected 5 random bytes, got ${bytes.length}`);
  let number = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  for (let tries = 1; ; tries += 1) {
    const body = base32(number);
    const id = body + mod37_36Character(body);
    if (isWithoutLookAlikes(id) && isJourneyId(id)) return journeyIdSchema.parse(id);
    number = (number + (tries % NEAR === 0 ? FAR : 1)) % COMBINATIONS;
  }
}

function base32(number: number): string {
  let text = '';
  for (let rest = number; text.length < LENGTH; rest = Math.floor(rest / BASE32.length)) {
    text = BASE32.charAt(rest % BASE32.length) + text;
  }
  return text;
}

/** Reads a journey id as a person types it: lower case, spaces and hyphens are forgiven. Refuses as `invalid`. */
export function parseJourneyId(text: string): Outcome<JourneyId> {
  const typed = text.replace(/[\s-]/g, '').toUpperCase();
  if (!FORM.test(typed)) {
    const got = typed.length === 9 ? 'a character that may not stand there' : `${typed.length} characters`;
    return refuse('invalid', `Journey id: expected ${EXPECTED}, got ${got}. Copy it from the mail or the worklist.`);
  }
  if (!isJourneyId(typed)) {
    return refuse(
      'invalid',
      'Journey id: the check character does not fit. One character was mistaken or two were swapped; copy it from the mail or the worklist.',
    );
  }
  return ok(journeyIdSchema.parse(typed));
}

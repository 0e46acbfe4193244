import * as z from 'zod';
import { type Outcome, ok, refuse } from '../outcome.ts';
import { describeMisfit } from './describe-text.ts';
import { isMod37_2, mod37_2Character } from './iso7064.ts';

// ISBT 128 ST-028 (data structure 040): CH, facility of the issuer, nominal year, six letters or digits.
const DIGIT = /\d/;
const FREE = /[A-Z0-9]/;
const PATTERN = [/C/, /H/, /[A-NP-Z1-9]/, /[A-NP-Z0-9]/, /[A-NP-Z0-9]/, DIGIT, DIGIT, DIGIT, DIGIT].concat(
  Array.from({ length: 6 }, () => FREE),
);
const CONTENT = /^CH[A-NP-Z1-9][A-NP-Z0-9]{2}\d{4}[A-Z0-9]{6}$/;
const BARCODE_PREFIX = '&/';

/** The scheme whose values are checked here; every other scheme is the issuer's own and taken as written. */
export const ISBT_128 = 'isbt128';

const printable = (name: string, max: number) =>
  z.string().regex(new RegExp(`^[\\x21-\\x7e](?:[\\x20-\\x7e]{0,${max - 2}}[\\x21-\\x7e])?$`), {
    error: `expected ${name} of 1 to ${max} printable ASCII characters without outer spaces`,
  });

/**
 * The chain-of-identity identifier of one therapy event: one for all its collections and material. Values are unique only
 * together with issuer and scheme, so the three are kept and compared together. An `isbt128` value is taken in every form
 * of `readIsbtChainOfIdentity` and kept as its 15 characters.
 */
export const chainOfIdentitySchema = z
  .strictObject({
    issuer: printable('an issuer', 100),
    scheme: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, {
      error: "expected a scheme in lower-case letters, digits and hyphens, such as isbt128 or the maker's own",
    }),
    value: printable('a value', 64),
  })
  .superRefine(({ scheme, value }, context) => {
    if (scheme !== ISBT_128 && scheme.replaceAll('-', '').startsWith('isbt')) {
      context.addIssue({
        code: 'custom',
        path: ['scheme'],
        message: `expected ${ISBT_128} for an ISBT 128 identifier`,
      });
    }
    const read = scheme === ISBT_128 ? readIsbtChainOfIdentity(value) : ok(value);
    if (!read.ok) context.addIssue({ code: 'custom', path: ['value'], message: read.refusal.message });
  })
  .overwrite((id) => {
    const read = id.scheme === ISBT_128 ? readIsbtChainOfIdentity(id.value) : ok(id.value);
    return read.ok ? { ...id, value: read.value } : id;
  })
  .brand('ChainOfIdentity');
export type ChainOfIdentity = z.infer<typeof chainOfIdentitySchema>;

/**
 * The 15 characters of an ISBT 128 identifier read from its barcode (`&/CH…`) or as typed, with or without its check
 * character; in typed text spaces, hyphens and lower case are forgiven. Refuses as `invalid` another form and a check
 * character that does not verify.
 */
export function readIsbtChainOfIdentity(text: string): Outcome<string> {
  const raw = text.trim();
  const scanned = raw.startsWith(BARCODE_PREFIX);
  const value = scanned ? raw.slice(BARCODE_PREFIX.length) : raw.replace(/[\s-]/g, '').toUpperCase();
  const content = value.length === 16 && !scanned ? value.slice(0, 15) : value;
  if (!CONTENT.test(content)) {
    const got = describeMisfit(content, PATTERN);
    return refuse('invalid', `expected 15 characters starting with CH (ISBT 128 ST-028), got ${got}`);
  }
  if (content !== value && !isMod37_2(value)) {
    return refuse(
      'invalid',
      'the check character does not belong to the 15 characters before it: one was mistaken, read the label again',
    );
  }
  return ok(content);
}

/** The check character K that stands wherever an ISBT 128 identifier is printed as text; over the content with CH. */
export const chainOfIdentityCheckCharacter = (value: string): string => mod37_2Character(value);

/** Equal only when issuer, scheme and value are. */
export const sameChainOfIdentity = (one: ChainOfIdentity, other: ChainOfIdentity): boolean =>
  one.issuer === other.issuer && one.scheme === other.scheme && one.value === other.value;

/** Reads `{issuer, scheme, value}` from outside. Refuses as `invalid` with every problem in `detail.problems`. */
export function parseChainOfIdentity(input: unknown): Outcome<ChainOfIdentity> {
  const parsed = chainOfIdentitySchema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'identifier'}: ${issue.message}`);
  return refuse('invalid', `Chain of identity: ${problems.join('; ')}.`, { problems });
}

/**
 * ISO/IEC 7064 check characters over upper-case letters and digits.
 *
 * Two systems of the standard are used here, and they do not detect the same things:
 * mod 37,2 (pure) catches every single substitution and every adjacent transposition, at the price of `*` as a 37th
 * check character; mod 37,36 (hybrid) stays within 0-9 A-Z, catches every single substitution, and misses 72 of the
 * 45 360 combinations of state and swapped pair (only neighbours in the alphabet, such as 45 and 54).
 */

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';
const LETTERS_AND_DIGITS = /^[0-9A-Z]+$/;

/** The value of a character in the standard's alphabet: 0-9, A-Z as 10-35, `*` as 36. */
const rankOf = (character: string): number => ALPHABET.indexOf(character);

function requireLettersAndDigits(text: string, system: string): void {
  if (!LETTERS_AND_DIGITS.test(text)) {
    throw new RangeError(`${system}: expected one or more of 0-9 A-Z, got ${text.length} characters with others in it`);
  }
}

/** The mod 37,2 check of a text as a number 0 to 36, as ISBT 128 flag type 3 carries it (60 + check). */
export function mod37_2Check(text: string): number {
  requireLettersAndDigits(text, 'ISO 7064 mod 37,2');
  let sum = 0;
  for (const character of text) sum = ((sum + rankOf(character)) * 2) % 37;
  return (38 - sum) % 37;
}

/** The mod 37,2 check character of a text: 0-9, A-Z or `*`. Throws RangeError on any other input than 0-9 A-Z. */
export const mod37_2Character = (text: string): string => ALPHABET.charAt(mod37_2Check(text));

/** True when the last character is the mod 37,2 check character of what stands before it. Never throws. */
export function isMod37_2(textWithCheck: string): boolean {
  const text = textWithCheck.slice(0, -1);
  return LETTERS_AND_DIGITS.test(text) && textWithCheck.endsWith(mod37_2Character(text));
}

/** The mod 37,36 check character of a text: 0-9 or A-Z. Throws RangeError on any other input than 0-9 A-Z. */
export function mod37_36Character(text: string): string {
  requireLettersAndDigits(text, 'ISO 7064 mod 37,36');
  let product = 36;
  for (const character of text) {
    // The hybrid systems put M in place of a zero remainder; without it the product could get stuck at zero.
    const sum = (product + rankOf(character)) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return ALPHABET.charAt((37 - product) % 36);
}

/** True when the last character is the mod 37,36 check character of what stands before it. Never throws. */
export function isMod37_36(textWithCheck: string): boolean {
  const text = textWithCheck.slice(0, -1);
  return LETTERS_AND_DIGITS.test(text) && textWithCheck.endsWith(mod37_36Character(text));
}

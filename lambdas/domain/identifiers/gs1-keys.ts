import { type Outcome, ok, refuse } from '../outcome.ts';
import { describeMisfit, positions } from './describe-text.ts';
import { readBy } from './read-schema.ts';

const DIGITS = /^\d+$/;
const GTIN_LENGTHS = [8, 12, 13, 14];

/**
 * The GS1 check digit of the digits before it (GS1 General Specifications): from the right, weights 3, 1, 3 …; what
 * is missing to the next ten. Throws RangeError on anything but digits.
 */
export function gs1CheckDigit(digits: string): string {
  if (!DIGITS.test(digits)) {
    throw new RangeError(`GS1 check digit: expected one or more digits, got ${digits.length} characters with others`);
  }
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) sum += Number(digits.charAt(at)) * ((digits.length - at) % 2 ? 3 : 1);
  return String((10 - (sum % 10)) % 10);
}

/** True when the last digit is the GS1 check digit of those before it. Never throws. */
export function isGs1Checked(digits: string): boolean {
  const content = digits.slice(0, -1);
  return DIGITS.test(content) && digits.endsWith(gs1CheckDigit(content));
}

/** Reads a GTIN of 8, 12, 13 or 14 digits; kept as 14, filled with zeros on the left. Refuses as `invalid`. */
export function readGtin(text: string): Outcome<string> {
  const digits = text.replace(/[\s-]/g, '');
  const length = GTIN_LENGTHS.includes(digits.length) ? digits.length : 14;
  const read = readKey('GTIN', length)(digits);
  return read.ok ? ok(read.value.padStart(14, '0')) : read;
}

const readKey =
  (name: string, length: number) =>
  (text: string): Outcome<string> => {
    const digits = text.replace(/[\s-]/g, '');
    if (digits.length !== length || !DIGITS.test(digits)) {
      const got = describeMisfit(digits, positions(/\d/, length));
      return refuse('invalid', `${name}: expected ${length} digits, got ${got}. Scan it or type it again.`);
    }
    return isGs1Checked(digits)
      ? ok(digits)
      : refuse(
          'invalid',
          `${name}: the last digit does not belong to those before it. One was mistaken; read it again.`,
        );
  };

/** Trade item (a product as sold), in every form of `readGtin`, kept as 14 digits: equal texts are the same item. */
export const gtinSchema = readBy(readGtin).brand('Gtin');
/** Party or place. */
export const glnSchema = readBy(readKey('GLN', 13)).brand('Gln');
/** Shipment unit. */
export const ssccSchema = readBy(readKey('SSCC', 18)).brand('Sscc');
/** Provider or recipient of a service. Of a recipient it is a pseudonym of the patient. */
export const gsrnSchema = readBy(readKey('GSRN', 18)).brand('Gsrn');

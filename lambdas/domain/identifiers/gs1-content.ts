import { type Outcome, ok, refuse } from '../outcome.ts';
import type { Gs1Field, Gs1Part } from './gs1-fields.ts';
import { isGs1Checked } from './gs1-keys.ts';
import { existingDay, existingTime } from './printed-time.ts';

const SETS = {
  N: { character: /[0-9]/, name: 'digits' },
  X: { character: /[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]/, name: 'the 82 characters of GS1' },
  Z: { character: /[A-Za-z0-9_=-]/, name: 'file-safe base 64' },
} as const;
/** A leap century: 29 February is judged again when the century is known (`gs1-date.ts`). */
const LEAP_CENTURY = '20';

const least = ({ parts }: Gs1Field): number => parts.reduce((sum, { min }) => sum + min, 0);
export const greatestLength = ({ parts }: Gs1Field): number => parts.reduce((sum, { max }) => sum + max, 0);

/** The field of an application identifier, found good, or `invalid` with the name of the field and what was expected. */
export function checkGs1Content(field: Gs1Field, content: string): Outcome<string> {
  const [min, max] = [least(field), greatestLength(field)];
  if (content.length < min || content.length > max) {
    const lost = content.length > max ? ' A separator (FNC1) may have been lost on the way.' : '';
    const length = min === max ? `${min}` : `${min} to ${max}`;
    return bad(field, `expected ${length} characters, got ${content.length}.${lost}`);
  }
  let at = 0;
  for (const part of field.parts) {
    const text = content.slice(at, at + part.max);
    const { character, name } = SETS[part.set];
    const misfit = [...text].findIndex((one) => !character.test(one));
    if (misfit !== -1) return bad(field, `expected ${name}, got another character at position ${at + misfit + 1}.`);
    const broken = brokenRule(part, text);
    if (broken !== undefined) return bad(field, broken);
    at += text.length;
  }
  return ok(content);
}

const bad = ({ ai, title }: Gs1Field, problem: string) => refuse('invalid', `GS1 ${title} (${ai}): ${problem}`);

function brokenRule({ rule }: Gs1Part, text: string): string | undefined {
  switch (rule) {
    case 'check-digit':
      return isGs1Checked(text) ? undefined : 'the check digit does not belong to the digits before it. Scan it again.';
    case 'day':
      return isDay(text) ? undefined : 'expected a day of the calendar (YYMMDD), got one that does not exist.';
    case 'day-or-month':
      return isDay(text.replace(/00$/, '01'))
        ? undefined
        : 'expected a day of the calendar (YYMMDD, day 00 for a whole month), got one that does not exist.';
    case 'time':
      return existingTime(text) === undefined ? 'expected a time of day from 0000 to 2359, got another.' : undefined;
    case 'zero':
      return text === '0' ? undefined : 'expected a zero at position 1, got another digit.';
    case 'minus':
      return text === '' || text === '-'
        ? undefined
        : 'expected nothing or a minus sign at the end, got another character.';
    case undefined:
      return undefined;
  }
}

const isDay = (yymmdd: string): boolean =>
  existingDay(LEAP_CENTURY + yymmdd.slice(0, 2), yymmdd.slice(2, 4), yymmdd.slice(4)) !== undefined;

import * as InstantFns from 'temporal-polyfill/fns/Instant';
import * as PlainDateTimeFns from 'temporal-polyfill/fns/PlainDateTime';
import * as ZonedDateTimeFns from 'temporal-polyfill/fns/ZonedDateTime';
import type { StatedValue } from '../../domain/events/data.ts';
import { instant } from '../../domain/time.ts';
import { isInstant } from '../fact-text.ts';
import { dictionary } from '../i18n/dictionary.ts';
import type { Language } from '../views.ts';
import { localTime } from './local-time.ts';
import { writtenNumber } from './numbers.ts';
import { isText } from './posted.ts';

interface Place {
  readonly zone: string;
  readonly language: Language;
}

/** A single value as a person may write it back: a time at the site, a number with a point. */
export function statedText(value: StatedValue, { zone, language }: Place): string {
  const { yes, no } = dictionary(language);
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number' || !isInstant(value)) return String(value);
  const local = ZonedDateTimeFns.toPlainDateTime(InstantFns.toZonedDateTimeISO(InstantFns.fromString(value), zone));
  return PlainDateTimeFns.toString(local, { smallestUnit: 'second' }).replace(/:00$/, '');
}

/** The same read back, as a value of the kind that stands there; undefined where it is not written so. */
export function readStated(text: string, stands: StatedValue, { zone, language }: Place): StatedValue | undefined {
  if (typeof stands === 'number') {
    const read = writtenNumber(text, false);
    return read.ok ? read.value : undefined;
  }
  if (typeof stands === 'boolean') {
    const { yes, no } = dictionary(language);
    const word = text.toLowerCase();
    return word === yes.toLowerCase() ? true : word === no.toLowerCase() ? false : undefined;
  }
  if (isInstant(stands)) {
    const read = localTime(text, zone);
    return read.ok ? instant.parse(read.value) : undefined;
  }
  return text === '' || !isText(text) ? undefined : text;
}

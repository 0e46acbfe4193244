import { type Outcome, ok, refuse } from '../outcome.ts';
import { readDonationSequence } from './donation-sequence.ts';
import { printBracketedGs1 } from './gs1-bracketed.ts';
import { existingDay } from './printed-time.ts';
import { readBy } from './read-schema.ts';
import { readScan } from './scan.ts';
import { scanFor } from './scan-for.ts';
import { readSec, sequenceOf } from './sec.ts';

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** One code of a label, taken in every form of `readScan`; a GS1 symbol is kept in its form for people. */
export const labelCodeSchema = readBy((text) => {
  const read = readScan(text);
  if (!read.ok) return read;
  return ok(read.value.kind === 'gs1' ? printBracketedGs1(read.value.message) : text.trim());
}).brand('LabelCode');

/** The day of collection a label states, scanned (ISBT 128) or typed as `YYYY-MM-DD`, kept as the latter. */
export const collectionDaySchema = readBy(readCollectionDay).brand('CollectionDay');

function readCollectionDay(text: string): Outcome<string> {
  const [, year = '', month = '', day = ''] = DAY.exec(text.trim()) ?? [];
  const typed = existingDay(year, month, day);
  if (typed !== undefined) return ok(typed);
  const scan = scanFor(text, 'collection');
  if (!scan.ok) return scan;
  return scan.value.at.zone === undefined
    ? ok(scan.value.at.day)
    : refuse('invalid', 'Collection date: expected the local day of the label, got a time in UTC. Type the day.');
}

/** The donation identification sequence of a label, alone or as the first part of a Single European Code. */
export const labelSequenceSchema = readBy((text) => {
  const whole = readSec(text);
  return whole.ok ? ok(sequenceOf(whole.value)) : readDonationSequence(text);
}).brand('DonationSequence');

import { type Instant, plusMilliseconds } from '../domain/time.ts';

/** One invitation, its update or its withdrawal. Says nothing of a patient. */
export interface CalendarEntry {
  /** The same for every message about one date; a new one would be a second entry in the calendar. */
  readonly uid: string;
  /** Rises with every message; a calendar keeps the highest it has seen. */
  readonly sequence: number;
  readonly method: 'REQUEST' | 'CANCEL';
  /** When this message was made. */
  readonly stamp: Instant;
  /** Instants, or for whole days the first day and the day after the last: `2027-01-20`. */
  readonly when:
    | { readonly from: Instant; readonly until: Instant }
    | { readonly firstDay: string; readonly dayAfter: string };
  readonly summary: string;
  readonly description: string;
  readonly organizer: string;
  readonly attendee: string;
}

/** A meeting without an end is shown as an hour. */
const SHOWN_FOR_MS = 3_600_000;

/** An iCalendar object of one event [RFC 5545], as sent by mail [RFC 6047]; whole days do not block the diary. */
export function calendarOf(entry: CalendarEntry): string {
  const { uid, sequence, method, stamp, when, summary, description, organizer, attendee } = entry;
  const isWholeDays = 'firstDay' in when;
  const status = isWholeDays ? 'TENTATIVE' : 'CONFIRMED';
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ATMP Journey//Plan//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(stamp)}`,
    ...(isWholeDays
      ? [`DTSTART;VALUE=DATE:${day(when.firstDay)}`, `DTEND;VALUE=DATE:${day(when.dayAfter)}`]
      : [`DTSTART:${utc(when.from)}`, `DTEND:${utc(endOf(when))}`]),
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `ORGANIZER:${mailto(organizer)}`,
    `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:${mailto(attendee)}`,
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : status}`,
    `TRANSP:${isWholeDays ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const endOf = ({ from, until }: { readonly from: Instant; readonly until: Instant }): Instant =>
  until > from ? until : plusMilliseconds(from, SHOWN_FOR_MS);

/** `2027-01-20T08:00:00.000Z` → `20270120T080000Z`. */
const utc = (at: Instant): string => at.replace(/[-:]|\.\d+/g, '');

const day = (date: string): string => date.replaceAll('-', '');

/** An address that could end its line is encoded like anything else no URI may hold. */
const mailto = (address: string): string => `mailto:${encodeURI(address)}`;

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');

const LONGEST = 75;

/** A line of as many octets as characters, and of no more than it may have. */
const SHORT = /^[ -~]{0,75}$/;

/** Octets of a character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
}

/** Lines of at most 75 octets; a longer one goes on after a line break and a space, never within a character. */
function folded(line: string): string {
  if (SHORT.test(line)) return line;
  const parts = [''];
  let octets = 0;
  for (const character of line) {
    const length = octetsOf(character);
    if (octets + length > LONGEST) {
      parts.push('');
      // The space in front of what goes on counts too.
      octets = 1;
    }
    parts[parts.length - 1] += character;
    octets += length;
  }
  return parts.join('\r\n ');
}

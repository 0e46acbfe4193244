import { describe, expect, it } from 'vitest';
import { type CalendarEntry, calendarOf } from '../../lambdas/adapters/icalendar.ts';

const ENTRY: CalendarEntry = {
  uid: '0000000AB-collection-1@journeys.hospital.example',
  sequence: 3,
  method: 'REQUEST',
  stamp: '2026-11-25T08:00:00.000Z',
  when: { from: '2026-12-07T09:00:00.000Z', until: '2026-12-07T15:00:00.000Z' },
  summary: 'Collection, journey 0000000AB',
  description: 'Mon 7 Dec 2026, 10:00; moved\nsecond line',
  organizer: 'journeys@hospital.example',
  attendee: 'a.b@hospital.example',
};

/** Content lines as a calendar reads them: unfolded, by name. */
function read(text: string): ReadonlyMap<string, string> {
  const lines = text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
}

describe('calendar entry', () => {
  it('invites to instants in UTC and blocks the diary', () => {
    const lines = read(calendarOf(ENTRY));
    expect(lines.get('METHOD')).toBe('REQUEST');
    expect(lines.get('UID')).toBe(ENTRY.uid);
    expect(lines.get('SEQUENCE')).toBe('3');
    expect(lines.get('DTSTAMP')).toBe('20261125T080000Z');
    expect(lines.get('DTSTART')).toBe('20261207T090000Z');
    expect(lines.get('DTEND')).toBe('20261207T150000Z');
    expect(lines.get('STATUS')).toBe('CONFIRMED');
    expect(lines.get('TRANSP')).toBe('OPAQUE');
    expect(lines.get('ORGANIZER')).toBe('mailto:journeys@hospital.example');
  });

  it('names whole days without a zone and leaves the diary free', () => {
    const lines = read(calendarOf({ ...ENTRY, when: { firstDay: '2027-01-20', dayAfter: '2027-01-21' } }));
    expect(lines.get('DTSTART;VALUE=DATE')).toBe('20270120');
    expect(lines.get('DTEND;VALUE=DATE')).toBe('20270121');
    expect(lines.get('STATUS')).toBe('TENTATIVE');
    expect(lines.get('TRANSP')).toBe('TRANSPARENT');
  });

  it('withdraws an entry under the same UID', () => {
    const lines = read(calendarOf({ ...ENTRY, method: 'CANCEL', sequence: 4 }));
    expect([lines.get('METHOD'), lines.get('STATUS'), lines.get('UID')]).toEqual(['CANCEL', 'CANCELLED', ENTRY.uid]);
  });

  it('shows an instant without an end as an hour', () => {
    const at = '2026-12-07T23:30:00.000Z';
    expect(read(calendarOf({ ...ENTRY, when: { from: at, until: at } })).get('DTEND')).toBe('20261208T003000Z');
  });

  it('escapes text, so that no value ends its line', () => {
    const text = calendarOf({
      ...ENTRY,
      summary: 'a, b; c \\ d\r\nMETHOD:CANCEL',
      attendee: 'a@b.example\r\nX:1',
    });
    expect(read(text).get('SUMMARY')).toBe('a\\, b\\; c \\\\ d\\nMETHOD:CANCEL');
    expect(text.split('\r\n').filter((line) => line.startsWith('METHOD:') || line.startsWith('X:'))).toEqual([
      'METHOD:REQUEST',
    ]);
  });

  it('folds lines at 75 octets, never within a character', () => {
    const summary = 'Übergabe 🩸 '.repeat(30).trim();
    const text = calendarOf({ ...ENTRY, summary });
    const lengths = text.split('\r\n').map((line) => Buffer.byteLength(line));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
    expect(Math.max(...lengths)).toBeGreaterThan(70);
    expect(read(text).get('SUMMARY')).toBe(summary);
  });
});

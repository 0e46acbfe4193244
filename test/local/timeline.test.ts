import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { minus } from '../../lambdas/domain/time.ts';
import { timelineLine } from '../../local/demo/timeline.ts';
import { entryAt } from '../support/bedside.ts';
import { SITE } from '../support/builders.ts';
import { Walk } from '../support/walk.ts';

const lines = ({ journey: { events } }: Walk): readonly string[] =>
  events.flatMap((event, index) => {
    const line = timelineLine(event, SITE.zone, events.slice(0, index));
    return line === undefined ? [] : [stripVTControlCharacters(line).replace(/^.*? {2}.*? {2}/, '')];
  });

test('a correction names the event, and the time before and after', () => {
  const walk = new Walk();
  walk.to('Give the product');
  walk.journey.now = `${walk.journey.now.slice(0, 10)}T10:00:00.000Z`;
  walk.decide('Give the product');
  const { occurredAt, seq } = entryAt(walk, 'infusion-started');
  for (const by of ['PT1M', 'PT3M']) {
    const at = minus(occurredAt.at, by, 'UTC');
    walk.command('correct', { seq, occurredAt: { at, zone: SITE.zone, known: 'device' } });
  }
  const told = lines(walk).filter((line) => line.startsWith('↺'));
  expect(told[0]).toMatch(/^↺ Time of infusion started bag-1-1 corrected from \d\d:16 to \d\d:15, \d+ clocks moved: /);
  expect(told[1]).toMatch(/^↺ Time of infusion started bag-1-1 corrected from \d\d:15 to \d\d:13, /);
});

test('what nobody has to answer any more, and a renewed machine, are told in words of a coordinator', () => {
  const walk = new Walk();
  walk.command('resume-execution');
  walk.to('Confirm consent');
  walk.decide('Confirm funding', 'refused');
  expect(lines(walk)).toEqual(
    expect.arrayContaining([
      '⟳ running on: the state machine was renewed',
      '✕ Confirm consent no longer needed (Order ended: rejected)',
    ]),
  );
});

test('a date that moved within its day is told with the hours, and the year whole for every month', () => {
  const [opened] = new Walk().journey.events;
  if (opened === undefined) throw new Error('expected a journey that was opened');
  const told = (from: string | null, to: string) => {
    const stretch = (at: string) => ({ from: at, until: at });
    const item = {
      item: 'shipment-out',
      number: 1,
      from: from === null ? null : stretch(from),
      to: stretch(to),
    } as const;
    const data = { sequence: 1, items: [item] };
    const line = timelineLine({ ...opened, type: 'plan.changed', data }, SITE.zone, []) ?? '';
    return stripVTControlCharacters(line).replace(/^.*Plan: /, '');
  };
  expect(told(null, '2027-09-06T08:00:00.000Z')).toMatch(/^shipment out Mon 06 Sept? 2027$/);
  expect(told('2027-01-27T08:00:00.000Z', '2027-01-28T08:00:00.000Z')).toBe(
    'shipment out moved from Wed 27 Jan 2027 to Thu 28 Jan 2027',
  );
  expect(told('2027-01-27T08:00:00.000Z', '2027-01-27T15:30:00.000Z')).toBe(
    'shipment out moved from Wed 27 Jan 2027  09:00 to Wed 27 Jan 2027  16:30',
  );
});

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

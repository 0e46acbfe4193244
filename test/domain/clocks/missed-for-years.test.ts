import { expect, test } from 'vitest';
import { nextDue } from '../../../lambdas/domain/clocks/next-due.ts';
import { visits } from '../../../lambdas/domain/protocol/accessors.ts';
import { MOST_ITEMS } from '../../support/measures.ts';
import { Walk } from '../../support/walk.ts';
import { told } from './told.ts';
import { later } from './urgent.ts';

/** Every visit of fifteen years is open, nobody answered any, and then nothing fired for months. */
function muchIsDue(): Walk {
  const walk = new Walk({ acknowledging: false });
  walk.toFollowUp();
  walk.journey.pass('P16Y');
  walk.wake();
  walk.journey.pass('P90D');
  return walk;
}

/** Lets the schedule fire until nothing is due any more; how often it took. */
function wakesUntilDone({ journey }: Walk): number {
  for (let count = 1; count < 50; count += 1) {
    const { length } = journey.history;
    journey.wake();
    expect(journey.history.slice(length).filter(({ effect }) => effect.kind === 'schedule')).toHaveLength(1);
    if ((nextDue(journey.state, journey.protocol) ?? '9') > journey.now) return count;
  }
  throw new Error('what is due is never done');
}

test('a rung that repeats and was missed for years is told once, with the count it has come to', () => {
  const walk = new Walk();
  walk.to('Confirm funding');
  const step = walk.journey.step('Confirm funding');
  walk.journey.pass('P10Y');
  walk.wake();
  expect(told(walk, step).map((rung) => rung.split(' @')[0])).toEqual([
    'asked',
    'half',
    'nearly',
    'due',
    'overdue',
    'weekly-519',
  ]);
  later(walk, 'P9D');
  expect(told(walk, step).at(-1)).toMatch(/^weekly-520 /);
});

test('what one commit has no room for is scheduled and done by the next; nothing is lost or told twice', () => {
  const walk = muchIsDue();
  const { journey } = walk;
  const planned = visits(journey.protocol).map((_, index) => index + 1);
  expect(journey.state.phases.filter(({ phase }) => phase === 'FollowUpVisit').map(({ round }) => round)).toEqual(
    planned,
  );
  const commits = journey.commits.length;
  expect(wakesUntilDone(walk)).toBeGreaterThan(1);
  expect(Math.max(...journey.commits.slice(commits))).toBeLessThan(MOST_ITEMS);
  for (const { rungs } of Object.values(journey.state.steps)) expect(new Set(rungs).size).toBe(rungs.length);
});

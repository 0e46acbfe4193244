import { expect, test } from 'vitest';
import { saysThatItStands } from '../../../local/faults/standing.ts';

const counting = (name: string, last: number) => ({
  metrics: () => new Map([[`AtmpJourney/${name}{}`, { last, sum: 3, samples: 3 }]]),
});

test.each([
  ['the newest sweep found it stuck', 'Stuck', 1, true],
  ['an earlier sweep did, and started it again', 'Stuck', 0, false],
  ['an effect was sent once more', 'Undelivered', 1, false],
  ['a sweep failed', 'SweepFailed', 1, false],
])('%s', (_what, name, last, stands) => {
  expect(saysThatItStands(counting(name, last))).toBe(stands);
});

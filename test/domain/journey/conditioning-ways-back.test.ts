import { expect, test } from 'vitest';
import { Walk } from '../../support/walk.ts';

test.each([
  ['remake', 'Follow the manufacture'],
  ['recollect', 'Book the slots'],
] as const)(
  '%s, decided before anything was given, ends conditioning as that and the treatment with it',
  (way, next) => {
    const walk = new Walk();
    walk.to('Give GO for conditioning');
    walk.decide('Give GO for conditioning', way);
    const ended = walk.journey.state.phases.filter(({ endedAt }) => endedAt !== undefined);
    expect(ended).toContainEqual(expect.objectContaining({ phase: 'Conditioning', round: 1, outcome: way }));
    walk.to(next);
    walk.to('Give GO for conditioning');
    expect(walk.machines.waiting).toBe(walk.journey.open.length);
  },
);

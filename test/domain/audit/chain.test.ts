import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GENESIS, seal, verifyChain } from '../../../lambdas/domain/audit/chain.ts';
import type { JourneyEvent } from '../../../lambdas/domain/events/journey-event.ts';
import { Walk } from '../../support/walk.ts';

const walk = new Walk();
walk.to('Give GO for thaw');
const LOG: readonly JourneyEvent[] = walk.journey.events;
const position = fc.integer({ min: 0, max: LOG.length - 1 });
const at = (index: number): JourneyEvent => {
  const event = LOG[index];
  if (event === undefined) throw new Error(`no event at ${index}`);
  return event;
};
const brokenAt = (events: readonly JourneyEvent[]): number | null => {
  const verdict = verifyChain(events);
  return verdict.verified ? null : verdict.brokenAt;
};

test('an untouched chain verifies from genesis to its head', () => {
  expect(at(0).prev).toBe(GENESIS);
  expect(verifyChain(LOG)).toEqual({ verified: true, events: LOG.length, head: at(LOG.length - 1).hash });
  expect(verifyChain([])).toEqual({ verified: true, events: 0, head: GENESIS });
});

test('a change of anything in an event is found at that event', () => {
  const changes: readonly ((event: JourneyEvent) => JourneyEvent)[] = [
    (event) => ({ ...event, recordedAt: '2030-01-01T00:00:00.000Z' }),
    (event) => ({ ...event, by: { kind: 'operator', id: 'somebody-else' } }),
    (event) => ({ ...event, release: { ...event.release, commit: 'another' } }),
    (event) => ({ ...event, data: { ...event.data, added: true } }) as unknown as JourneyEvent,
    (event) => ({ ...event, hash: 'f'.repeat(64) }),
  ];
  fc.assert(
    fc.property(position, fc.constantFrom(...changes), (index, change) => {
      expect(brokenAt(LOG.with(index, change(at(index))))).toBe(index + 1);
    }),
    { numRuns: 60 },
  );
});

test('a removed event is found where the gap is; only the loss of the tail needs the anchored head', () => {
  fc.assert(
    fc.property(position, (index) => {
      const without = LOG.toSpliced(index, 1);
      expect(brokenAt(without)).toBe(index === LOG.length - 1 ? null : index + 1);
    }),
    { numRuns: 30 },
  );
});

test('events put in, or swapped, are found at the first that is not in its place', () => {
  fc.assert(
    fc.property(position, position, (one, other) => {
      fc.pre(one !== other);
      const [low, high] = one < other ? [one, other] : [other, one];
      expect(brokenAt(LOG.with(low, at(high)).with(high, at(low)))).toBe(low + 1);
      expect(brokenAt(LOG.toSpliced(low, 0, at(high)))).toBe(low + 1);
    }),
    { numRuns: 40 },
  );
});

test('an event sealed anew under its old link is found at the next event', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: LOG.length - 2 }), (index) => {
      const { prev, hash: _hash, ...event } = at(index);
      const forged = seal({ ...event, recordedAt: '2030-01-01T00:00:00.000Z' }, prev);
      expect(brokenAt(LOG.with(index, forged))).toBe(index + 2);
    }),
    { numRuns: 20 },
  );
});

test('a seq that jumps is found, even where every link and hash fits', () => {
  const { hash: _hash, prev, ...event } = at(3);
  const jumped = seal({ ...event, seq: event.seq + 1 }, prev);
  expect(verifyChain([...LOG.slice(0, 3), jumped])).toMatchObject({
    brokenAt: 4,
    why: expect.stringContaining('seq 4'),
  });
});

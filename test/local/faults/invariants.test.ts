import { expect, test } from 'vitest';
import { plus } from '../../../lambdas/domain/time.ts';
import type { Mail } from '../../../local/aws/ses.ts';
import { brokenInvariants } from '../../../local/faults/invariants.ts';
import { FAULT_CLASSES, type FaultClass, patienceUnder } from '../../support/fault-classes.ts';
import { Walk } from '../../support/walk.ts';

const CLASSES = Object.keys(FAULT_CLASSES) as FaultClass[];

/** A journey under way, just now, with every mail sent that it asked for. */
function underWay() {
  const walk = new Walk();
  walk.to('Book the slots');
  const { events, protocol, now } = walk.journey;
  const mails = events.flatMap(({ type, data, journeyId }) =>
    type === 'rung.reached' && !data.silent
      ? [
          {
            tags: {
              kind: 'step',
              journey: journeyId,
              phase: data.phase,
              round: String(data.round),
              step: data.step.replaceAll(' ', '_'),
              rung: data.rung,
            },
          } as unknown as Mail,
        ]
      : [],
  );
  return {
    events,
    protocol,
    now,
    mails,
    patience: patienceUnder('none'),
    acknowledged: [],
    isLeft: false,
    isSaidToStand: false,
  };
}

test('a journey under way of which an alarm says that it stands breaks nothing; without that it stands still', () => {
  expect(brokenInvariants({ ...underWay(), isSaidToStand: true })).toEqual([]);
  expect(brokenInvariants(underWay())).toEqual(['stands still, and no alarm says so']);
});

test('one that people left waits for them, as long as it asks them something', () => {
  const { events, ...rest } = underWay();
  expect(brokenInvariants({ ...rest, events, isLeft: true })).toEqual([]);
  const nobodyAsked = events.slice(
    0,
    events.findIndex(({ type }) => type === 'step.opened'),
  );
  expect(brokenInvariants({ ...rest, events: nobodyAsked, mails: [], isLeft: true })).toContain(
    'stands still, and no alarm says so',
  );
});

test('what was acknowledged and is gone is told, whatever alarm there is', () => {
  const { events, ...rest } = underWay();
  const [{ journeyId } = { journeyId: '' }] = events;
  const acknowledged = [{ journeyId, step: 'Book the slots', decision: 'booked', seq: events.length + 1 }];
  expect(brokenInvariants({ ...rest, events, acknowledged, isSaidToStand: true })).toEqual([
    expect.stringMatching(/^Book the slots: booked was acknowledged as event/),
  ]);
});

test('each invariant is told when it does not hold', () => {
  const journey = { ...underWay(), isSaidToStand: true };
  const decision = journey.events.find(({ type }) => type === 'step.decided');
  if (decision === undefined) throw new Error('expected a decision');
  const twice = brokenInvariants({ ...journey, events: [...journey.events, decision] });
  expect(twice).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^chain broken at event/),
      expect.stringMatching(/: decided twice$/),
      expect.stringMatching(/does not follow/),
    ]),
  );
  const later = brokenInvariants({ ...journey, now: plus(journey.now, 'P60D', 'UTC') });
  expect(later).toEqual([expect.stringMatching(/^nothing was done about what was due at/)]);
  const unmailed = brokenInvariants({ ...journey, mails: [], now: plus(journey.now, 'P60D', 'UTC') });
  expect(unmailed).toContainEqual(expect.stringMatching(/asked was never mailed$/));
});

test.each(CLASSES)('under %s: no mails at all are told, and so is what was due and never done', (name) => {
  const journey = { ...underWay(), patience: patienceUnder(name), isSaidToStand: true };
  const silent = brokenInvariants({ ...journey, mails: [], now: plus(journey.now, 'P3D', 'UTC') });
  expect(silent).toContainEqual(expect.stringMatching(/asked was never mailed$/));
  expect(brokenInvariants({ ...journey, now: plus(journey.now, 'P30D', 'UTC') })).toEqual([
    expect.stringMatching(/^nothing was done about what was due at/),
  ]);
});

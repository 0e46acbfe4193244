import { expect, test } from 'vitest';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { ANOTHER_REVISION } from '../support/another-release.ts';
import { Walk } from '../support/walk.ts';
import { notDrawnByBoth } from './last-release.ts';

const walk = new Walk();
walk.to('Confirm funding');
const { events } = walk.journey;

/** The same log with its first steps opened by machines of another release. */
const begunOnAnother = (steps: number): readonly JourneyEvent[] => {
  let opened = 0;
  return events.map((event) => {
    if (event.type !== 'step.opened') return event;
    opened += 1;
    const revision = opened <= steps ? ANOTHER_REVISION : event.data.machine.revision;
    return { ...event, data: { ...event.data, machine: { ...event.data.machine, revision } } };
  });
};

test('a journey that began on machines of another release and ended on those of today is as it must be', () => {
  expect(notDrawnByBoth(begunOnAnother(2), '0.1.0')).toEqual([]);
});

test('one that knew only one of the two is told', () => {
  expect(notDrawnByBoth(events, '0.1.0')).toHaveLength(1);
  expect(notDrawnByBoth(begunOnAnother(events.length), '0.1.0')).toEqual([
    `steps: first opened by ${ANOTHER_REVISION}, last by ${ANOTHER_REVISION}; expected a machine of 0.1.0, then one of today`,
  ]);
});

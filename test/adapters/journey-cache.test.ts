import { beforeAll, describe, expect, it } from 'vitest';
import { noteState, shareStates, stateAfter } from '../../lambdas/adapters/journey-cache.ts';
import { opening } from '../support/journeys.ts';

function written(journeyId: string) {
  const { events, state } = opening(journeyId);
  const [event] = events;
  if (event === undefined) throw new Error('Opening: expected an event');
  return { event, state };
}

const never = (): never => {
  throw new Error('folded again');
};

it('what a log comes to is worked out from what was stored, by each function for itself', () => {
  const { event, state } = written('J0');
  noteState(event, state);
  const folded = { ...state };
  expect(stateAfter(event, () => folded)).toBe(folded);
});

describe('what a log comes to with its last event, where that is shared', () => {
  beforeAll(shareStates);

  it('is known to every function of the process once one of them wrote or read it', () => {
    const one = written('J1');
    noteState(one.event, one.state);
    expect(stateAfter({ ...one.event }, never)).toBe(one.state);
    const other = written('J2');
    expect(stateAfter(other.event, () => other.state)).toBe(other.state);
    expect(stateAfter(other.event, never)).toBe(other.state);
  });

  it('is made anew of another log, as of a restored table', () => {
    const { event, state } = written('J1');
    noteState(event, state);
    const restored = { ...state };
    expect(stateAfter({ ...event, hash: 'f'.repeat(64) }, () => restored)).toBe(restored);
  });

  it('is kept of the newest journeys alone', () => {
    const { event, state } = written('J1');
    noteState(event, state);
    for (let at = 0; at < 20; at += 1) {
      const more = written(`MORE${at}`);
      noteState(more.event, more.state);
    }
    const again = { ...state };
    expect(stateAfter(event, () => again)).toBe(again);
  });
});

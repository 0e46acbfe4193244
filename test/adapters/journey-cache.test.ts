import { beforeAll, describe, expect, it } from 'vitest';
import { journeyCache, noteWritten, shareLogs } from '../../lambdas/adapters/journey-cache.ts';
import type { Commit } from '../../lambdas/domain/ports.ts';
import { opening } from '../support/journeys.ts';

function opened(journeyId: string): Commit {
  const { events, state } = opening(journeyId);
  return {
    journeyId,
    expected: 0,
    events,
    state,
    bindings: {},
    effects: [],
    summary: { journeyId } as Commit['summary'],
    now: '2027-03-01T09:00:00Z',
    claims: [],
  };
}

it('what was written is read again from what was stored, by each function for itself', () => {
  const one = journeyCache();
  noteWritten(opened('J0'));
  expect(one.recall('J0')).toBeUndefined();
  expect(journeyCache()).not.toBe(one);
});

describe('where logs are shared', () => {
  beforeAll(shareLogs);

  it('every function of the process knows what one of them wrote', () => {
    const commit = opened('J1');
    noteWritten(commit);
    const head = commit.events.at(-1)?.hash;
    expect(journeyCache().recall('J1')).toEqual({ events: commit.events, state: commit.state, head });
  });

  it('what was written behind events that nobody knows, as after a restored table, is read anew', () => {
    const commit = opened('J2');
    noteWritten(commit);
    noteWritten({ ...commit, expected: 7 });
    expect(journeyCache().recall('J2')).toBeUndefined();
  });

  it('it is known of the newest journeys alone', () => {
    noteWritten(opened('J3'));
    for (let at = 0; at < 20; at += 1) noteWritten(opened(`MORE${at}`));
    expect(journeyCache().recall('J3')).toBeUndefined();
  });
});

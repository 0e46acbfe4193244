import { expect, test } from 'vitest';
import { acknowledgedBy, lostSignatures } from '../../../local/faults/acknowledged.ts';
import { Walk } from '../../support/walk.ts';

const body = { journeyId: 'J', step: 'Give GO', decision: 'go', by: 'a', at: '2027-01-11T08:00:00.000Z', seq: 7 };
const post = { method: 'POST' };

test('only a signature that was taken is acknowledged', () => {
  const signature = { journeyId: 'J', step: 'Give GO', decision: 'go', seq: 7 };
  expect(acknowledgedBy('/sign-offs/x', post, { status: 200, body })).toEqual([signature]);
  expect(acknowledgedBy('/sign-offs/x', post, { status: 403, body: {} })).toEqual([]);
  expect(acknowledgedBy('/sign-offs/x', { method: 'GET' }, { status: 200, body: {} })).toEqual([]);
  expect(acknowledgedBy('/ehr/fhir', post, { status: 200, body: {} })).toEqual([]);
});

test('a signature that is gone from the log, or is another there, is told', () => {
  const walk = new Walk();
  walk.to('Book the slots');
  const { events } = walk.journey;
  const decided = events.find(({ type }) => type === 'step.decided');
  if (decided?.type !== 'step.decided') throw new Error('expected a decision');
  const { journeyId, seq, data } = decided;
  const signature = { journeyId, seq, step: data.step, decision: data.decision };
  expect(lostSignatures([signature], events)).toEqual([]);
  expect(lostSignatures([signature], events.slice(0, seq - 1))).toEqual([
    expect.stringMatching(/was acknowledged as event \d+, which is not there$/),
  ]);
  expect(lostSignatures([{ ...signature, decision: 'another' }], events)).toHaveLength(1);
});

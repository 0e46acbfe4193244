import { expect, test } from 'vitest';
import { isForTime } from '../../../local/scenario/too-late.ts';

const gates = (...names: readonly string[]) => ({
  detail: { gates: names.map((gate) => ({ gate, status: 'closed' })) },
});

test.each([
  [403, gates('go-stands-thaw')],
  [403, gates('slot-still-held', 'approvals-valid')],
  [422, { detail: { path: 'evidence.until', problem: 'not-ahead' } }],
])('for time: %i %j', (status, body) => {
  expect(isForTime({ status, body })).toBe(true);
});

test.each([
  [403, {}],
  [403, gates()],
  [403, gates('identity-matches')],
  [403, gates('slot-still-held', 'consent-stands')],
  [403, { detail: { problem: 'other-role' } }],
  [422, { detail: { path: 'evidence.batch', problem: 'not-as-certified' } }],
  [422, { detail: { problems: [{ path: 'evidence.until', code: 'invalid_type' }] } }],
  [409, gates('slot-still-held')],
  [500, 'broken'],
])('for something else: %i %j', (status, body) => {
  expect(isForTime({ status, body })).toBe(false);
});

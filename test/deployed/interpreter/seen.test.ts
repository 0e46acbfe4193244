import { expect, test } from 'vitest';
import { alone, type SuiteCase, waits } from '../../local/step-functions/suite/case.ts';
import { type Seen, unlike } from './seen.ts';

const GIVEN: SuiteCase = {
  name: 'an answer, and one too late',
  of: 'Task',
  kind: 'success',
  machines: alone(waits()),
  acts: [
    { succeeds: 0, output: '{"a":1,"b":2}' },
    { succeeds: 0, output: '2', refused: 'TaskTimedOut' },
  ],
  invocations: 1,
  ends: { status: 'SUCCEEDED', output: { a: 1, b: 2 } },
};
const AS_SAID: Seen = {
  acts: [undefined, 'TaskTimedOut'],
  status: 'SUCCEEDED',
  output: '{"b": 2, "a": 1}',
  invocations: 1,
};

test('what went as the case says is not told, however its JSON is written', () => {
  expect(unlike(GIVEN, AS_SAID)).toBeUndefined();
});

test('of what went otherwise only that is told', () => {
  expect(unlike(GIVEN, { ...AS_SAID, acts: [undefined, undefined], invocations: 2 })).toEqual({
    seen: 'act 2 taken; invocations 2',
    said: 'act 2 TaskTimedOut; invocations 1',
  });
  expect(unlike(GIVEN, { ...AS_SAID, status: 'FAILED', error: 'Broken', cause: 'for some reason' })).toEqual({
    seen: 'ends FAILED Broken',
    said: 'ends SUCCEEDED {"a":1,"b":2}',
  });
});

test('a start that is refused, or is not, is all that is told', () => {
  const refused: SuiteCase = { ...GIVEN, ends: { refused: 'InvalidName' } };
  expect(unlike(refused, AS_SAID)).toEqual({ seen: 'start taken', said: 'start InvalidName' });
  expect(unlike(GIVEN, { ...AS_SAID, refused: 'InvalidName' })).toEqual({
    seen: 'start InvalidName',
    said: 'start taken',
  });
});

test('of an error the cause counts where the case names one', () => {
  const failing: SuiteCase = { ...GIVEN, ends: { status: 'FAILED', error: 'Broken' } };
  const failed: Seen = { ...AS_SAID, status: 'FAILED', error: 'Broken', cause: 'for some reason' };
  expect(unlike(failing, failed)).toBeUndefined();
  expect(unlike({ ...failing, ends: { status: 'FAILED', error: 'Broken', cause: 'another' } }, failed)).toEqual({
    seen: 'ends FAILED Broken (for some reason)',
    said: 'ends FAILED Broken (another)',
  });
});

import { expect, test } from 'vitest';
import { inTurn } from '../../../local/scenario/in-turn.ts';
import type { Answer } from '../../../local/scenario/scenario.ts';

const first: Answer = { decision: 'first', after: 'PT1H' };
const second: Answer = { decision: 'second', after: 'PT1H' };

/** A step whose answers are answered like this, one after the other; what is done later is done in the order in which it was put off. */
function step(...replies: readonly ('allowed' | 'to wait' | undefined)[]) {
  const signed: string[] = [];
  const put: (() => Promise<void>)[] = [];
  const act = inTurn('Step 1', {
    sign: async ({ decision }) => {
      signed.push(decision);
      return replies[signed.length - 1];
    },
    later: async (again) => {
      put.push(again);
    },
  });
  const on = async (): Promise<void> => {
    for (const again of put.splice(0)) await again();
  };
  return { act, signed, on, put };
}

test('an answer that has to wait keeps those after it waiting, in their order', async () => {
  const { act, signed, on, put } = step('to wait', 'to wait', undefined, undefined);
  await act(first);
  await act(second);
  expect(signed).toEqual(['first']);
  await on();
  expect(signed).toEqual(['first', 'first']);
  await on();
  expect([signed, put]).toEqual([['first', 'first', 'first', 'second'], []]);
});

test('whoever was allowed what was to be refused does not come again with the same', async () => {
  const { act, signed } = step('allowed', undefined);
  await act(first);
  await act({ ...first, after: 'PT2H' });
  await act(second);
  expect(signed).toEqual(['first', 'second']);
});

test('what waits for ever is a mistake', async () => {
  const { act, on } = step(...Array.from({ length: 300 }, () => 'to wait' as const));
  await act(first);
  const forEver = async (): Promise<void> => {
    for (let times = 0; times < 300; times += 1) await on();
  };
  await expect(forEver()).rejects.toThrow('Step 1: first waited 241 times, expected its turn by then');
});

import { expect, test } from 'vitest';
import { outputOf, START, world } from './world.ts';

const evaluated = async (expression: string, input: unknown = {}) =>
  await world({ M: { StartAt: 'A', States: { A: { Type: 'Pass', Output: `{% ${expression} %}`, End: true } } } }).run(
    input,
  );

test.each([
  ['$parse(\'{"a":[1]}\')', { a: [1] }],
  ['$range(0, 10, 5)', [0, 5, 10]],
  ['$range(3, 1, -1)', [3, 2, 1]],
  ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
  ["$hash('abc', 'SHA-256')", 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ["$hash('abc', 'MD5')", '900150983cd24fb0d6963f7d28e17f72'],
  ['$random(7) = $random(7)', true],
  ['$random() < 1', true],
  ['$now()', START],
  ["$now('[Y0001]')", '2026'],
  ['$millis()', Date.parse(START)],
  ['($f := function($a){ $a * 2 }; $map([1, 2], $f))', [2, 4]],
  ["{'a': $states.input.nothing, 'b': 1}", { b: 1 }],
  ['$sum($states.input.list.n)', 3],
])('%s', async (expression, value) => {
  expect(outputOf(await evaluated(expression, { list: [{ n: 1 }, { n: 2 }] }))).toEqual(value);
});

test('$uuid makes version 4 UUIDs from the injected randomness', async () => {
  const one = outputOf(await evaluated('$uuid()'));
  expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(outputOf(await evaluated('$uuid()'))).toBe(one);
});

test('an undefined result fails in the words of the service', async () => {
  expect(await evaluated('$states.input.missing')).toMatchObject({
    status: 'FAILED',
    error: 'States.QueryEvaluationError',
    cause:
      "An error occurred while executing the state 'A' (entered at the event id #2). The JSONata expression " +
      "'$states.input.missing' specified for the field 'Output' returned nothing (undefined).",
  });
});

test.each(['$states.input.text + 1', '$error("no")', '1 / 0', 'function($a){ $a }', '$parse("{")'])(
  '%s is a query evaluation error',
  async (expression) => {
    expect((await evaluated(expression, { text: 'x' })).error).toBe('States.QueryEvaluationError');
  },
);

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { dictionary } from '../../lambdas/pages/i18n/dictionary.ts';
import { LANGUAGES } from '../../lambdas/pages/views.ts';
import { problemOf } from '../../lambdas/sign-off/problem.ts';

const domain = fileURLToPath(new URL('../../lambdas/domain', import.meta.url));

test('every problem that a rule of the domain names has words in every language', () => {
  const sources = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const named = sources.flatMap((file) =>
    [...readFileSync(join(domain, file), 'utf8').matchAll(/\bproblem: '([a-z-]+)'/g)].map(([, key = '']) => key),
  );
  expect(named.length).toBeGreaterThan(10);
  for (const { problems, fieldProblems } of LANGUAGES.map(dictionary)) {
    expect(named.filter((key) => !(key in problems) && !(key in fieldProblems))).toEqual([]);
  }
});

test('a refusal becomes keys of the dictionary; its English sentence is left to programs', () => {
  const message = 'a sentence';
  expect(problemOf({ code: 'forbidden', message })).toEqual({ message: 'not-recorded' });
  expect(problemOf({ code: 'changed', message })).toEqual({ message: 'changed' });
  expect(problemOf({ code: 'forbidden', message, detail: { problem: 'other-role' } })).toEqual({
    message: 'other-role',
  });
  const path = 'evidence.batch';
  expect(problemOf({ code: 'invalid', message, detail: { path, problem: 'not-as-certified' } })).toEqual({
    message: 'check-fields',
    fieldErrors: { [path]: 'not-as-certified' },
  });
  const gates = [{ gate: 'not-held', class: 'hold', status: 'closed', reason: message }];
  expect(problemOf({ code: 'forbidden', message, detail: { gates } })).toEqual({
    message: 'gate-closed',
    gates: [{ key: 'not-held.closed' }],
  });
  const problems = [{ path, code: 'too_big', message: 'Too big: expected string to have <=120 characters' }];
  expect(problemOf({ code: 'invalid', message, detail: { problems } })).toEqual({
    message: 'check-fields',
    fieldErrors: { [path]: 'too-long' },
  });
});

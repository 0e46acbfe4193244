import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cells, problemsOf } from '../../../local/qms/check-coverage.ts';
import { renderCoverage } from '../../../local/qms/render-coverage.ts';

it('covers four actions in four aspects and two goals, each by what there is', () => {
  expect(cells()).toHaveLength(18);
  expect(problemsOf()).toEqual([]);
});

it('finds an empty cell and names that there are not', () => {
  const [, cell] = cells()[0] ?? [];
  const empty = { held: '', registers: [], gates: [], scenarios: [], tests: [] };
  expect(problemsOf([['a', empty]])).toHaveLength(4);
  expect(problemsOf([['a', { ...empty, waitsFor: 'issue 6' }]])).toEqual([]);
  const wrong = { ...empty, ...cell, gates: ['no-gate'], scenarios: ['no-story'], tests: ['test/none.test.ts'] };
  expect(problemsOf([['a', wrong]])).toEqual([
    'a: gate no-gate: no step asks it',
    'a: scenario no-story: there is none',
    'a: test test/none.test.ts: there is no such file',
  ]);
});

it('is written as docs/qms-coverage.md says', () => {
  const written = readFileSync(new URL('../../../docs/qms-coverage.md', import.meta.url), 'utf8');
  expect(written, 'npm run qms-coverage writes it anew').toBe(renderCoverage());
});

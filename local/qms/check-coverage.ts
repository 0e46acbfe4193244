import { existsSync } from 'node:fs';
import { scenarios } from '../../scenarios/index.ts';
import { ACTIONS, type Coverage, GOALS } from './coverage.ts';
import { knownGates } from './known-names.ts';

/** Every cell with what it is called. */
export const cells = (): readonly (readonly [name: string, cell: Coverage])[] => [
  ...ACTIONS.flatMap(({ action, cells: row }) =>
    Object.entries(row).map(([aspect, cell]) => [`${action} / ${aspect}`, cell] as const),
  ),
  ...GOALS.map(({ goal, coverage }) => [goal, coverage] as const),
];

/** What of the coverage is not so: a list that is empty and waits for nothing, a name that there is not. */
export function problemsOf(all: readonly (readonly [string, Coverage])[] = cells()): readonly string[] {
  const gates = knownGates();
  const stories = new Set(scenarios.map(({ name }) => name));
  const isFile = (name: string): boolean => existsSync(new URL(`../../${name}`, import.meta.url));
  return all.flatMap(([name, cell]) => [
    ...(['registers', 'gates', 'scenarios', 'tests'] as const)
      .filter((list) => cell[list].length === 0 && cell.waitsFor === undefined)
      .map((list) => `${name}: ${list}: got none, expected one or the work that will fill it (waitsFor)`),
    ...cell.gates.filter((gate) => !gates.has(gate)).map((gate) => `${name}: gate ${gate}: no step asks it`),
    ...cell.scenarios.filter((one) => !stories.has(one)).map((one) => `${name}: scenario ${one}: there is none`),
    ...cell.tests.filter((one) => !isFile(one)).map((one) => `${name}: test ${one}: there is no such file`),
  ]);
}

import type { Scenario } from '../local/scenario/scenario.ts';

import { happy } from './happy.ts';

export const scenarios: readonly Scenario[] = [happy];

export function scenarioNamed(name: string): Scenario {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (found === undefined) {
    throw new Error(`Scenario: got ${name}, expected one of ${scenarios.map((scenario) => scenario.name).join(', ')}`);
  }
  return found;
}

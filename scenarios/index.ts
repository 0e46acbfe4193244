import type { Scenario } from '../local/scenario/scenario.ts';
import { cancel } from './cancel.ts';
import { correction } from './correction.ts';
import { deferred } from './deferred.ts';
import { happy } from './happy.ts';
import { hold } from './hold.ts';
import { recollection } from './recollection.ts';
import { rejection } from './rejection.ts';

export const scenarios: readonly Scenario[] = [happy, rejection, recollection, cancel, hold, deferred, correction];

export function scenarioNamed(name: string): Scenario {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (found === undefined) {
    throw new Error(`Scenario: got ${name}, expected one of ${scenarios.map((scenario) => scenario.name).join(', ')}`);
  }
  return found;
}

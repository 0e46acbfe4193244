import { type FaultPlan, readFaultsFile } from '../faults/fault-plan.ts';
import { Trouble } from './trouble.ts';

/** The argument `--faults FILE` of commands that start the embedded stack. */
export const faultsArgument = {
  type: 'string',
  description: 'JSON file of faults that the loopback AWS makes, see docs/reliability.md',
} as const;

/** The option of the stack for `--faults`; none when it was not given. */
export function givenFaults(path: string | undefined): { readonly faults?: FaultPlan } {
  if (path === undefined) return {};
  try {
    return { faults: readFaultsFile(path) };
  } catch (error) {
    throw new Trouble(error instanceof Error ? error.message : String(error));
  }
}

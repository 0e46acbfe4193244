import type { StackTemplate } from '../../local/template/template-set.ts';
import { type Machine, templatesRedrawn } from './redrawn-machines.ts';
import type { Released } from './released.ts';

/** The revision that steps opened by a machine of the other release have in the log. */
export const ANOTHER_REVISION = '000000000000';

/**
 * The application with machines that another release drew: other names of states, a state more at each end, other
 * revisions. What functions and machines say to each other is the same, and is all that a journey may depend on.
 */
export const templatesOfAnotherRelease = (): Promise<readonly StackTemplate[]> =>
  templatesRedrawn((_, machine) => ofAnother(withEnd(redrawn(machine))));

/** The application with the machines of a release; those that it had not are as they are now. */
export const templatesOfRelease = ({ machines }: Released): Promise<readonly StackTemplate[]> =>
  templatesRedrawn((logicalId, now) => ofAnother(machines[logicalId] ?? now));

/** The same machine, told apart in the log by its revision. */
export const ofAnother = (machine: Machine): Machine =>
  JSON.parse(JSON.stringify(machine), (field, value: unknown) =>
    field === 'revision' ? ANOTHER_REVISION : value,
  ) as Machine;

const renamed = (name: string): string => `${name} (before)`;
const NAMES_A_STATE = new Set(['StartAt', 'Next', 'Default']);

function redrawn(machine: Machine): Machine {
  const again = JSON.parse(JSON.stringify(machine), (field, value: unknown) => {
    if (NAMES_A_STATE.has(field)) return renamed(String(value));
    return field === 'States'
      ? Object.fromEntries(Object.entries(value as object).map(([name, state]) => [renamed(name), state]))
      : value;
  });
  return again as Machine;
}

const LAST = 'The end';

const withEnd = ({ States, ...machine }: Machine): Machine => ({
  ...machine,
  States: {
    ...Object.fromEntries(
      Object.entries(States).map(([name, { End, ...state }]) => [name, End ? { ...state, Next: LAST } : state]),
    ),
    [LAST]: { Type: 'Succeed' },
  },
});

import { synthTemplates } from '../../local/template/synth.ts';
import type { StackTemplate } from '../../local/template/template-set.ts';

/** The revision that steps opened by a machine of the other release have in the log. */
export const ANOTHER_REVISION = '000000000000';

interface State {
  readonly End?: true;
  readonly Branches?: readonly Machine[];
  readonly [field: string]: unknown;
}
interface Machine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

/**
 * The application with machines that another release drew: other names of states, a state more at each end, other
 * revisions. What functions and machines say to each other is the same, and is all that a journey may depend on.
 */
export async function templatesOfAnotherRelease(): Promise<readonly StackTemplate[]> {
  const templates = structuredClone(await synthTemplates());
  let drawn = 0;
  for (const { template } of templates) {
    const { Resources = {} } = template as { Resources?: Record<string, { Type: string; Properties: Drawing }> };
    for (const { Type, Properties } of Object.values(Resources)) {
      if (Type !== 'AWS::StepFunctions::StateMachine') continue;
      Properties.DefinitionString = rewritten(Properties.DefinitionString);
      drawn += 1;
    }
  }
  if (drawn === 0) throw new Error('Templates: expected state machines, got none');
  return templates;
}

type Joined = { readonly 'Fn::Join': readonly [string, readonly unknown[]] };
interface Drawing {
  DefinitionString: Joined;
}

const HOLE = /@(\d+)@/;

/** What is known at deployment only stands between pieces of text: it is held open while the text is another. */
function rewritten({ 'Fn::Join': [, pieces] }: Joined): Joined {
  const text = pieces.map((piece, index) => (typeof piece === 'string' ? piece : `@${index}@`)).join('');
  const parts = JSON.stringify(withEnd(redrawn(JSON.parse(text) as Machine))).split(HOLE);
  return { 'Fn::Join': ['', parts.map((part, index) => (index % 2 === 0 ? part : pieces[Number(part)]))] };
}

const renamed = (name: string): string => `${name} (before)`;
const NAMES_A_STATE = new Set(['StartAt', 'Next', 'Default']);

function redrawn(machine: Machine): Machine {
  const again = JSON.parse(JSON.stringify(machine), (field, value: unknown) => {
    if (NAMES_A_STATE.has(field)) return renamed(String(value));
    if (field === 'revision') return ANOTHER_REVISION;
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

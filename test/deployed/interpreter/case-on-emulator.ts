import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { SuiteCase } from '../../local/step-functions/suite/case.ts';
import { type Told, told } from '../../local/step-functions/suite/told.ts';
import { until } from '../until.ts';
import { PATIENCE_SECONDS, performAll, refusal } from './acts-on-emulator.ts';
import { refusalOf, type Seen } from './seen.ts';
import type { ToldFunctions } from './told-functions.ts';

const ACCOUNT = '000000000000';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/suite`;

export interface Place {
  readonly sfn: SFNClient;
  readonly region: string;
  readonly functions: ToldFunctions;
}

/** Plays one case on the emulator, on machines and with a function of its own, whose names begin with `prefix`. */
export async function playCase(place: Place, given: SuiteCase, prefix: string): Promise<Seen> {
  const does = told(given);
  await place.functions.make(`${prefix}-f`, does);
  const machines = await makeMachines(place, given, prefix);
  try {
    return await playOn(place, machines, given, does);
  } finally {
    // Whoever lists the machines of the deployment that comes finds its own alone.
    for (const arn of machines) await place.sfn.send(new DeleteStateMachineCommand({ stateMachineArn: arn }));
  }
}

async function playOn({ sfn }: Place, machines: readonly string[], given: SuiteCase, does: Told): Promise<Seen> {
  const { input = {}, execution: name = 'run', acts: toDo = [] } = given;
  const [stateMachineArn = ''] = machines;
  const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
  const refused = await refusal(() =>
    sfn.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) })),
  );
  if (refused !== undefined) return { refused, acts: [], status: '', invocations: 0 };
  const described = () => sfn.send(new DescribeExecutionCommand({ executionArn }));
  const hasEnded = async (): Promise<boolean> => (await described()).status !== 'RUNNING';
  const acts = await performAll(toDo, { sfn, executionArn, does, hasEnded });
  if (!staysOpen(given, acts)) {
    await until(`End of ${given.name}`, PATIENCE_SECONDS, async () =>
      (await hasEnded()) ? { answer: true } : { waitsFor: 'the execution' },
    );
  }
  const { status = '', output, error, cause } = await described();
  // Whether it could be stopped is not asked: one that was to be refused may end by itself meanwhile.
  if (status === 'RUNNING') await refusal(() => sfn.send(new StopExecutionCommand({ executionArn })));
  return { acts, status, output, error, cause, invocations: does.calls() };
}

/** Whether nothing ends the execution: it is to stay open, and nothing was taken that was to be refused. */
const staysOpen = ({ ends, acts = [] }: SuiteCase, seen: readonly (string | undefined)[]): boolean =>
  'status' in ends && ends.status === 'RUNNING' && acts.every((act, at) => seen[at] === refusalOf(act));

/** Makes the machines of a case, each of which names its function and the others as they are called here. */
async function makeMachines({ sfn, region }: Place, { machines }: SuiteCase, prefix: string): Promise<string[]> {
  const arnOf = (name: string): string => `arn:aws:states:${region}:${ACCOUNT}:stateMachine:${prefix}-${name}`;
  const placed = (field: string, value: unknown): unknown => {
    if (field === 'FunctionName') return `${prefix}-f`;
    return field === 'StateMachineArn' ? arnOf(String(value).split(':').at(-1) ?? '') : value;
  };
  for (const [name, definition] of Object.entries(machines)) {
    await sfn.send(
      new CreateStateMachineCommand({
        name: `${prefix}-${name}`,
        roleArn: ROLE,
        definition: JSON.stringify({ QueryLanguage: 'JSONata', ...definition }, placed),
      }),
    );
  }
  return Object.keys(machines).map(arnOf);
}

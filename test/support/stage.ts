import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { embeddedStage, type Stage, type StageOptions } from '../../local/scenario/embedded-stage.ts';
import type { Reply } from '../../local/scenario/world.ts';
import type { StackOptions } from '../../local/stack.ts';
import { synthTemplates } from '../../local/template/synth.ts';
import type { StackTemplate } from '../../local/template/template-set.ts';

/** The embedded stage, and what a test does to it that no person can. */
export interface TestStage extends Stage {
  /** Errors of functions so far, as `name: type: message`; a test of healthy running expects none. */
  readonly functionErrors: readonly string[];
  /** Names of the executions of a journey that still run. */
  runningOf(journeyId: string): Promise<readonly string[]>;
  /** Stops every running execution of a journey, as somebody in the console could. */
  stopExecutionsOf(journeyId: string): Promise<void>;
  /** A command of operations. */
  command(journeyId: string, command: string, args?: Readonly<Record<string, unknown>>): Promise<Reply>;
}

export async function testStage(options: Partial<StackOptions & StageOptions> = {}): Promise<TestStage> {
  const functionErrors: string[] = [];
  const { clock: _clock, ...rest } = options;
  const stage = await embeddedStage({
    seed: 1,
    onFunctionError: (name, { errorType, errorMessage }) =>
      functionErrors.push(`${name}: ${errorType}: ${errorMessage}`),
    ...rest,
  });
  const { stack, world } = stage;
  const running = async (journeyId: string) =>
    (await stack.executions('RUNNING')).filter(({ name }) => name.startsWith(`${journeyId}-`));
  return {
    ...stage,
    functionErrors,
    runningOf: async (journeyId) => (await running(journeyId)).map(({ name }) => name).sort(),
    async stopExecutionsOf(journeyId) {
      const { sfn } = stack.clientsFor();
      for (const { executionArn } of await running(journeyId))
        await sfn.send(new StopExecutionCommand({ executionArn }));
    },
    command: (journeyId, command, args = {}) =>
      world.request(`/ops/journeys/${journeyId}/commands`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ command, reason: 'For the test.', by: 'operations', args }),
      }),
  };
}

/** The application with the rules on ended executions switched off: an execution that is stopped is lost in silence. */
export async function templatesThatLoseRuns(): Promise<readonly StackTemplate[]> {
  const templates = structuredClone(await synthTemplates());
  const rules = templates.flatMap(({ template }) => {
    const { Resources = {} } = template as { Resources?: Record<string, { Properties?: Record<string, unknown> }> };
    return Object.entries(Resources).flatMap(([id, { Properties }]) =>
      id.startsWith('LostRuns') && Properties?.EventPattern !== undefined ? [Properties] : [],
    );
  });
  if (rules.length === 0) throw new Error('Templates: expected rules LostRuns');
  for (const rule of rules) rule.State = 'DISABLED';
  return templates;
}

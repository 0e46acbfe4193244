import { readdirSync, readFileSync } from 'node:fs';
import { GetExecutionHistoryCommand, type HistoryEvent } from '@aws-sdk/client-sfn';
import type { TestStage } from './stage.ts';

const GOLDEN = new URL('../infra/golden/', import.meta.url);

/** States of every machine by its golden definition, those in branches of a Parallel too: `Receipt: Accept receipt`. */
export function allStates(): readonly string[] {
  return readdirSync(GOLDEN).flatMap((file) => {
    const machine = file.replace('.asl.json', '');
    return namesIn(JSON.parse(readFileSync(new URL(file, GOLDEN), 'utf8'))).map((name) => `${machine}: ${name}`);
  });
}

interface Definition {
  readonly States: Readonly<Record<string, { readonly Branches?: readonly Definition[] }>>;
}

const namesIn = ({ States }: Definition): readonly string[] =>
  Object.entries(States).flatMap(([name, { Branches = [] }]) => [name, ...Branches.flatMap(namesIn)]);

/** Every state that an execution on this stage entered. */
export async function statesEntered(stage: TestStage): Promise<readonly string[]> {
  const { sfn } = stage.stack.clientsFor();
  const entered: string[] = [];
  for (const { executionArn, stateMachineArn } of await stage.stack.executions()) {
    const machine = machineOf(stateMachineArn);
    let next: string | undefined;
    do {
      const page = await sfn.send(new GetExecutionHistoryCommand({ executionArn, nextToken: next, maxResults: 1000 }));
      entered.push(...(page.events ?? []).flatMap(nameOf).map((name) => `${machine}: ${name}`));
      next = page.nextToken;
    } while (next !== undefined);
  }
  return entered;
}

const nameOf = ({ stateEnteredEventDetails }: HistoryEvent): readonly string[] =>
  stateEnteredEventDetails?.name === undefined ? [] : [stateEnteredEventDetails.name];

/** The phase a machine is named after: `Atmp-…-Receipt` or the like. */
const machineOf = (arn: string): string => arn.split(':').at(-1)?.split(/[-_]/).at(-1) ?? arn;

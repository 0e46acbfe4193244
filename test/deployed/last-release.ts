import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DescribeStateMachineCommand, ListStateMachinesCommand, UpdateStateMachineCommand } from '@aws-sdk/client-sfn';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { ANOTHER_REVISION, ofAnother } from '../support/another-release.ts';
import { referenceOf } from '../support/machine-references.ts';
import { type Released, releases } from '../support/released.ts';
import { PREFIX } from './deploy.ts';
import type { Deployment } from './deployment.ts';

/** The machines of the last release in place of those that were deployed, until they are deployed again. */
export interface LastRelease {
  readonly version: string;
  begin(): Promise<void>;
  /** As an update of the stack does: what runs keeps its definition, what is started takes the new one. */
  deploy(): Promise<void>;
  /** What is wrong with the steps of a journey that began before the deployment and ended after it, in words. */
  problems(events: readonly JourneyEvent[]): readonly string[];
}

interface DeployedMachine {
  readonly logicalId: string;
  readonly arn: string;
  readonly definition: string;
}

/** @param assembly folder of what was deployed */
export async function lastRelease(deployment: Deployment, assembly: string): Promise<LastRelease> {
  const release = releases().at(-1);
  if (release === undefined) throw new Error('Releases: expected at least one that is recorded');
  const machines = await machinesOf(deployment);
  const values = referencesIn(machines, assembly);
  const update = async (definitionOf: (machine: DeployedMachine) => string): Promise<void> => {
    for (const machine of machines) {
      const definition = definitionOf(machine);
      await deployment.clients.sfn.send(new UpdateStateMachineCommand({ stateMachineArn: machine.arn, definition }));
    }
  };
  return {
    version: release.version,
    begin: () => update((machine) => releasedDefinition(release, machine, values)),
    deploy: () => update(({ definition }) => definition),
    problems: (events) => notDrawnByBoth(events, release.version),
  };
}

/** What is wrong with who opened the steps of a journey that began on another release and ended on this one, in words. */
export function notDrawnByBoth(events: readonly JourneyEvent[], version: string): readonly string[] {
  const drawn = events.flatMap((event) => (event.type === 'step.opened' ? [event.data.machine.revision] : []));
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (first === ANOTHER_REVISION && last !== ANOTHER_REVISION) return [];
  return [`steps: first opened by ${first}, last by ${last}; expected a machine of ${version}, then one of today`];
}

async function machinesOf({ clients: { sfn } }: Deployment): Promise<readonly DeployedMachine[]> {
  const { stateMachines = [] } = await sfn.send(new ListStateMachinesCommand({ maxResults: 100 }));
  const found = stateMachines.flatMap(({ name = '', stateMachineArn = '' }) => {
    const logicalId = new RegExp(`^${PREFIX}-Journeys-(\\w+)-`).exec(name)?.[1];
    return logicalId === undefined ? [] : [{ logicalId, arn: stateMachineArn }];
  });
  return Promise.all(
    found.map(async ({ logicalId, arn }) => {
      const { definition = '' } = await sfn.send(new DescribeStateMachineCommand({ stateMachineArn: arn }));
      return { logicalId, arn, definition };
    }),
  );
}

interface Template {
  readonly Resources: Readonly<
    Record<
      string,
      { readonly Properties: { readonly DefinitionString?: { readonly 'Fn::Join': readonly [string, unknown[]] } } }
    >
  >;
}

/** What every reference of the machines became when they were deployed: the template says where in the text each stands. */
function referencesIn(machines: readonly DeployedMachine[], assembly: string): ReadonlyMap<string, string> {
  const file = join(assembly, `${PREFIX}-Journeys.template.json`);
  const { Resources } = JSON.parse(readFileSync(file, 'utf8')) as Template;
  const values = new Map<string, string>();
  for (const { logicalId, definition } of machines) {
    const [, pieces] = Resources[logicalId]?.Properties.DefinitionString?.['Fn::Join'] ?? ['', []];
    let at = 0;
    for (const [index, piece] of pieces.entries()) {
      const end = typeof piece === 'string' ? at + piece.length : definition.indexOf(String(pieces[index + 1]), at);
      if (typeof piece !== 'string') values.set(referenceOf(piece), definition.slice(at, end));
      at = end;
    }
    if (at !== definition.length) throw new Error(`Machine ${logicalId}: expected to be deployed as its template says`);
  }
  return values;
}

function releasedDefinition(
  { machines, version }: Released,
  { logicalId, definition }: DeployedMachine,
  values: ReadonlyMap<string, string>,
): string {
  const machine = machines[logicalId];
  if (machine === undefined) return definition;
  return JSON.stringify(ofAnother(machine)).replaceAll(/\$\{\w+\}/g, (name) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`Machine ${logicalId} of ${version}: ${name} is not deployed any more`);
    return value;
  });
}

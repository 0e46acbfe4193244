import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { print } from '../../local/cli/print.ts';
import { embeddedStage } from '../../local/scenario/embedded-stage.ts';
import { playScenario } from '../../local/scenario/run-scenario.ts';
import type { EmbeddedStack } from '../../local/stack.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { definitionOf, MACHINES, synthesise } from '../infra/synthesised.ts';
import { asText, RELEASED, type StoredItem } from '../support/released.ts';
import { brief } from '../support/stage-scenario.ts';
import { journeysWithEveryEvent, randomJourneys } from './every-event.ts';

/**
 * Records what the release of package.json leaves behind in the world, for the tests of all that come after it. Done once,
 * before it is released; a release that is out is never recorded again.
 */
const WALKS = 30;
const into = `${RELEASED}${packageJson.version}/`;

async function journey(): Promise<{ readonly events: readonly JourneyEvent[]; readonly items: readonly StoredItem[] }> {
  const { stack, world, webhookSecret } = await embeddedStage({ seed: 1 });
  try {
    const { events, unmet } = await playScenario(world, brief, { webhookSecret, order: 'RECORDED' });
    if (unmet.length > 0) throw new Error(`Journey: expected it to go as told, got ${unmet.join('; ')}`);
    return { events, items: await itemsOf(stack) };
  } finally {
    await stack.stop();
  }
}

/** One item of every kind but the events, which the log has, as it stands in the table when the journey is over. */
async function itemsOf({ model, clientsFor }: EmbeddedStack): Promise<readonly StoredItem[]> {
  const kinds = new Map<string, StoredItem>();
  for (const { name: TableName } of model.tables) {
    const { Items = [] } = await clientsFor().dynamodb.send(new ScanCommand({ TableName }));
    for (const item of Items) {
      const entity = item.entity?.S;
      if (entity !== undefined && entity !== 'EVENT' && !kinds.has(entity)) kinds.set(entity, asText(item));
    }
  }
  return [...kinds].toSorted().map(([, item]) => item);
}

/** Which fields there are, whatever is in them. */
const formOf = ({ type, data }: JourneyEvent): string => `${type} ${Object.keys(data).toSorted().join(' ')}`;

/** The first event of each form that is not in the log. */
function otherForms(log: readonly JourneyEvent[]): readonly JourneyEvent[] {
  const found = new Map<string, JourneyEvent>();
  for (const event of [...log, ...[...journeysWithEveryEvent(), ...randomJourneys(WALKS)].flat()]) {
    if (!found.has(formOf(event))) found.set(formOf(event), event);
  }
  return [...found.values()].filter((event) => !log.includes(event));
}

function payloads(): readonly (readonly [string, unknown])[] {
  const folder = new URL('payloads/', import.meta.url);
  return readdirSync(folder)
    .toSorted()
    .map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(new URL(file, folder), 'utf8'))] as const);
}

/** One entry a line, so that what differs between releases can be read. */
const list = (entries: readonly unknown[]): string =>
  `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`;
const table = (entries: readonly (readonly [string, unknown])[]): string =>
  `{\n${entries.map(([name, entry]) => `${JSON.stringify(name)}: ${JSON.stringify(entry)}`).join(',\n')}\n}\n`;

const changelog = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');
if (existsSync(into) && changelog.includes(`## [${packageJson.version}]`)) {
  throw new Error(
    `Release ${packageJson.version}: it is out and recorded; expected the version of the next one in package.json`,
  );
}
const { journeys } = synthesise();
const { events: log, items } = await journey();
mkdirSync(into, { recursive: true });
for (const [name, text] of [
  ['machines', table(MACHINES.map((machine) => [machine, definitionOf(journeys, machine)] as const))],
  ['log', list(log)],
  ['events', list(otherForms(log))],
  ['payloads', table(payloads())],
  ['items', list(items)],
] as const) {
  writeFileSync(`${into}${name}.json`, text);
  print(`${into}${name}.json: ${text.length} characters`);
}

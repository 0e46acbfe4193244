import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const GOLDEN = fileURLToPath(new URL('../../../infra/golden/', import.meta.url));

interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly TimeoutSeconds?: number | string;
  readonly [field: string]: unknown;
}
interface Flow {
  readonly States: Readonly<Record<string, State>>;
}

/** Fields that say nothing of their own: names, words, and what is looked at apart. */
const APART = ['Type', 'Comment', 'Resource', 'TimeoutSeconds', 'Branches', 'Choices', 'Retry', 'Catch'];

/** Every construct a machine uses, by name: types with their fields, integrations, error names, parts of expressions. */
export function constructsIn(flow: Flow): ReadonlySet<string> {
  const found = new Set<string>();
  for (const state of Object.values(flow.States)) {
    found.add(state.Type);
    for (const field of Object.keys(state)) if (!APART.includes(field)) found.add(`${state.Type} ${field}`);
    if (state.Resource !== undefined) found.add(integrationOf(state.Resource));
    if (state.TimeoutSeconds !== undefined) found.add('TimeoutSeconds');
    for (const part of ['Choices', 'Retry', 'Catch']) {
      for (const entry of (state[part] ?? []) as readonly Readonly<Record<string, unknown>>[]) {
        found.add(part === 'Choices' ? 'Choice' : part);
        for (const field of Object.keys(entry)) if (field !== 'Comment') found.add(`${part} ${field}`);
        for (const error of (entry.ErrorEquals ?? []) as readonly string[]) found.add(`${part} of ${error}`);
        if (entry.JitterStrategy !== undefined) found.add(`${part} with jitter ${entry.JitterStrategy}`);
      }
    }
    for (const branch of (state.Branches ?? []) as readonly Flow[]) {
      for (const construct of constructsIn(branch)) found.add(construct);
    }
  }
  // What is below Input or Payload is the application's own; the rest is the service's.
  for (const [path] of JSON.stringify(flow).matchAll(
    /\$states\.(context\.\w+\.\w+|result(\.\w+)?|input|errorOutput)/g,
  )) {
    found.add(path);
  }
  return found;
}

const integrationOf = (resource: string): string => resource.replace('arn:aws:states:::', '');

/** Every construct that the deployed machines use. */
export function goldenConstructs(): ReadonlySet<string> {
  const machines = readdirSync(GOLDEN).filter((name) => name.endsWith('.asl.json'));
  const each = machines.map((name) => constructsIn(JSON.parse(readFileSync(`${GOLDEN}${name}`, 'utf8')) as Flow));
  return new Set(each.flatMap((found) => [...found]));
}

import { remembered } from '../../../lambdas/domain/remembered.ts';
import { DefinitionError } from '../errors.ts';
import { isObject } from '../json.ts';
import type { MachineSource } from '../ports.ts';
import { checkState } from './check-state.ts';
import { explain } from './explain.ts';
import { checkGraph } from './graph.ts';
import { type Flow, flowSchema, machineSchema, type State, stateSchemas } from './schema.ts';

/** A state machine that was understood completely. */
export interface Machine extends Omit<MachineSource, 'definition'> {
  flow: Flow;
  /** Seconds until TIMED_OUT, when the definition sets it. */
  timeoutSeconds: number | undefined;
  /** The definition as text, as DescribeStateMachine gives it. */
  definitionText: string;
}

/**
 * Reads a definition and refuses what this interpreter does not do.
 * @throws {DefinitionError} with every problem: state, field, what was expected
 */
export function loadMachine({ arn, name, roleArn, revisionId, definition }: MachineSource): Machine {
  const definitionText = JSON.stringify(definition);
  return { arn, name, roleArn, revisionId, ...understood(definitionText, name), definitionText };
}

/** A simulation starts the same machines for every twenty journeys. */
const understood = remembered((definitionText: string, name: string): Pick<Machine, 'flow' | 'timeoutSeconds'> => {
  const definition: unknown = JSON.parse(definitionText);
  const problems: string[] = [];
  const parsed = machineSchema.safeParse(definition);
  if (!parsed.success) {
    throw new DefinitionError(name, explain(parsed.error, definition, Object.keys(machineSchema.shape)));
  }
  const flow = loadFlow(parsed.data, '', new Set(), new Set(), problems);
  if (problems.length > 0) throw new DefinitionError(name, problems);
  return { flow, timeoutSeconds: parsed.data.TimeoutSeconds };
});

function loadFlow(
  raw: { StartAt: string; States: Record<string, unknown> },
  where: string,
  outer: ReadonlySet<string>,
  names: Set<string>,
  problems: string[],
): Flow {
  const flow: Flow = { StartAt: raw.StartAt, States: {} };
  const branches = new Map<string, readonly unknown[]>();
  const found = problems.length;
  for (const [name, value] of Object.entries(raw.States)) {
    if (names.has(name))
      problems.push(`state "${name}": this name is used twice; it must be unique in the whole machine`);
    names.add(name);
    const state = loadState(name, value, branches, problems);
    if (state !== undefined) flow.States[name] = state;
  }
  // Joins are only worth a look when every state was understood.
  if (problems.length === found) problems.push(...checkGraph(flow, where));

  const own = assignedIn(flow);
  for (const name of own) {
    if (outer.has(name)) {
      problems.push(
        `${where}variable "${name}" is assigned here and in an outer scope; the service wants the names apart`,
      );
    }
  }
  const visible = new Set([...outer, ...own]);
  for (const [name, state] of Object.entries(flow.States)) {
    for (const problem of checkState(state, visible)) problems.push(`state "${name}": ${problem}`);
    if (state.Type === 'Parallel')
      state.Branches = loadBranches(name, branches.get(name) ?? [], visible, names, problems);
  }
  return flow;
}

function loadState(
  name: string,
  value: unknown,
  branches: Map<string, readonly unknown[]>,
  problems: string[],
): State | undefined {
  const type = isObject(value) ? String(value.Type) : '';
  if (!isStateType(type)) {
    const known = Object.keys(stateSchemas).join(', ');
    problems.push(`state "${name}": Type "${type}" is not supported; expected one of ${known}`);
    return undefined;
  }
  const schema = stateSchemas[type];
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    for (const problem of explain(parsed.error, value, Object.keys(schema.shape)))
      problems.push(`state "${name}": ${problem}`);
    return undefined;
  }
  if (parsed.data.Type !== 'Parallel') return parsed.data;
  branches.set(name, parsed.data.Branches);
  return { ...parsed.data, Branches: [] };
}

function loadBranches(
  state: string,
  branches: readonly unknown[],
  visible: ReadonlySet<string>,
  names: Set<string>,
  problems: string[],
): Flow[] {
  return branches.flatMap((branch, index) => {
    const where = `state "${state}", branch ${index}: `;
    const parsed = flowSchema.safeParse(branch);
    if (parsed.success) return [loadFlow(parsed.data, where, visible, names, problems)];
    problems.push(...explain(parsed.error, branch, Object.keys(flowSchema.shape)).map((problem) => where + problem));
    return [];
  });
}

function isStateType(type: string): type is keyof typeof stateSchemas {
  return Object.hasOwn(stateSchemas, type);
}

function assignedIn(flow: Flow): Set<string> {
  const names = new Set<string>();
  const add = (assign: object | undefined): void => {
    for (const name of Object.keys(assign ?? {})) names.add(name);
  };
  for (const state of Object.values(flow.States)) {
    if ('Assign' in state) add(state.Assign);
    if (state.Type === 'Choice') for (const rule of state.Choices) add(rule.Assign);
    if ('Catch' in state) for (const catcher of state.Catch ?? []) add(catcher.Assign);
  }
  return names;
}

import { limits } from '../limits.ts';
import type { Flow, State } from './schema.ts';

/** Names of the states a state can go to next. */
export function targets(state: State): string[] {
  const next: (string | undefined)[] = [];
  if ('Next' in state) next.push(state.Next);
  if ('Catch' in state) for (const catcher of state.Catch ?? []) next.push(catcher.Next);
  if (state.Type === 'Choice') next.push(...state.Choices.map((rule) => rule.Next), state.Default);
  return next.filter((name) => name !== undefined);
}

/** What is wrong with the way the states of a flow are joined; the service refuses the same. */
export function checkGraph(flow: Flow, where: string): string[] {
  const problems: string[] = [];
  const names = new Set(Object.keys(flow.States));
  if (!names.has(flow.StartAt)) problems.push(`${where}StartAt "${flow.StartAt}" is no state of this flow`);
  for (const [name, state] of Object.entries(flow.States)) {
    if (name.length > limits.nameLength) {
      problems.push(`state "${name}": its name has ${name.length} characters; expected at most ${limits.nameLength}`);
    }
    for (const target of targets(state)) {
      if (!names.has(target)) problems.push(`state "${name}": goes to "${target}", which is no state of the same flow`);
    }
    if (state.Type === 'Pass' || state.Type === 'Task' || state.Type === 'Parallel') {
      if ((state.Next === undefined) === (state.End === undefined)) {
        problems.push(`state "${name}": expected either Next or "End": true`);
      }
    }
  }
  if (problems.length > 0) return problems;
  const reached = reachable(flow);
  for (const name of names) if (!reached.has(name)) problems.push(`state "${name}": is not reachable`);
  return problems;
}

function reachable(flow: Flow): Set<string> {
  const reached = new Set<string>();
  const open = [flow.StartAt];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = flow.States[name];
    if (state === undefined || reached.has(name)) continue;
    reached.add(name);
    open.push(...targets(state));
  }
  return reached;
}

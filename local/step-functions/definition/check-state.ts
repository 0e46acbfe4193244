import { type Allowed, checkField, readsTaskToken } from '../expressions/check.ts';
import { isObject } from '../json.ts';
import type { Catcher, Retrier, State, TaskState } from './schema.ts';

type Variables = ReadonlySet<string>;

const argumentNames: { [resource: string]: readonly string[] } = {
  'arn:aws:states:::lambda:invoke': ['FunctionName', 'Payload'],
  'arn:aws:states:::lambda:invoke.waitForTaskToken': ['FunctionName', 'Payload'],
  'arn:aws:states:::states:startExecution.sync:2': ['StateMachineArn', 'Input', 'Name'],
};

/** Members of the Arguments an integration understands. */
export function argumentsOf(resource: string): readonly string[] {
  return argumentNames[resource] ?? [];
}

/** Everything wrong with the expressions and the error handling of one state, in words. */
export function checkState(state: State, variables: Variables): string[] {
  const before: Allowed = { members: [], token: false, variables };
  const after: Allowed = { members: ['result'], token: false, variables };
  switch (state.Type) {
    case 'Pass':
      return [...checkField(state.Output, 'Output', before), ...checkField(state.Assign, 'Assign', before)];
    case 'Succeed':
      return checkField(state.Output, 'Output', before);
    case 'Fail':
      return [...checkField(state.Error, 'Error', before), ...checkField(state.Cause, 'Cause', before)];
    case 'Choice':
      return ['Choices', 'Output', 'Assign'].flatMap((field) => checkField(Reflect.get(state, field), field, before));
    case 'Parallel':
      return [
        ...checkField(state.Arguments, 'Arguments', before),
        ...checkField(state.Output, 'Output', after),
        ...checkField(state.Assign, 'Assign', after),
        ...checkRescue(state.Retry ?? [], state.Catch ?? [], variables),
      ];
    case 'Task':
      return [
        ...checkTask(state, variables),
        ...checkField(state.TimeoutSeconds, 'TimeoutSeconds', before),
        ...checkField(state.Output, 'Output', after),
        ...checkField(state.Assign, 'Assign', after),
        ...checkRescue(state.Retry ?? [], state.Catch ?? [], variables),
      ];
  }
}

function checkTask(state: TaskState, variables: Variables): string[] {
  const callback = state.Resource.endsWith('.waitForTaskToken');
  const problems = checkField(state.Arguments, 'Arguments', { members: [], token: callback, variables });
  if (callback && !readsTaskToken(state.Arguments)) {
    problems.push('Arguments: nothing passes {% $states.context.Task.Token %} on, so nobody could ever answer');
  }
  if (isObject(state.Arguments)) {
    const known = argumentsOf(state.Resource);
    for (const name of Object.keys(state.Arguments)) {
      if (!known.includes(name))
        problems.push(`Arguments: unknown member "${name}"; expected only ${known.join(', ')}`);
    }
    const needed = known[0];
    if (needed !== undefined && !(needed in state.Arguments)) problems.push(`Arguments: "${needed}" is missing`);
  }
  return problems;
}

function checkRescue(retry: readonly Retrier[], rescue: readonly Catcher[], variables: Variables): string[] {
  const problems: string[] = [];
  for (const [field, list] of [['Retry', retry] as const, ['Catch', rescue] as const]) {
    for (const [index, { ErrorEquals: names }] of list.entries()) {
      if (!names.includes('States.ALL')) continue;
      if (names.length > 1) problems.push(`${field}[${index}]: States.ALL stands alone in ErrorEquals`);
      if (index < list.length - 1)
        problems.push(`${field}[${index}]: States.ALL comes last; what follows is never looked at`);
    }
  }
  for (const [index, catcher] of rescue.entries()) {
    const allowed: Allowed = { members: ['errorOutput'], token: false, variables };
    problems.push(...checkField(catcher.Output, `Catch[${index}]/Output`, allowed));
    problems.push(...checkField(catcher.Assign, `Catch[${index}]/Assign`, allowed));
  }
  return problems;
}

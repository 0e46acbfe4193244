import { isObject } from '../json.ts';
import { builtinNames, refusedFunctions } from './builtins.ts';
import { serviceFunctionNames } from './functions.ts';
import { compile, eachString, expressionText, isExpression } from './template.ts';

/** What an expression in a certain field may refer to. */
export interface Allowed {
  /** Members of `$states` beside input and context. */
  members: readonly ('result' | 'errorOutput')[];
  /** Whether `$states.context.Task.Token` exists here. */
  token: boolean;
  /** Variables assigned anywhere in the scopes that reach this state. */
  variables: ReadonlySet<string>;
}

const contextMembers: { [member: string]: readonly string[] } = {
  Execution: ['Id', 'Input', 'Name', 'RoleArn', 'StartTime', 'RedriveCount'],
  State: ['EnteredTime', 'Name', 'RetryCount'],
  StateMachine: ['Id', 'Name'],
  Task: ['Token'],
};

/** Everything wrong with the strings of one field, in words; empty when it is sound. */
export function checkField(value: unknown, field: string, allowed: Allowed): string[] {
  const problems: string[] = [];
  eachString(value, field, (text, path) => {
    for (const problem of checkString(text, allowed)) problems.push(`${path}: ${problem}`);
  });
  eachKey(value, (key) => {
    if (key.endsWith('.$')) problems.push(`${field}: the JSONPath member "${key}"; expected a JSONata expression`);
  });
  return problems;
}

function eachKey(value: unknown, visit: (key: string) => void): void {
  if (Array.isArray(value)) for (const item of value) eachKey(item, visit);
  else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      visit(key);
      eachKey(member, visit);
    }
  }
}

function checkString(text: string, allowed: Allowed): string[] {
  if (!isExpression(text)) {
    if (text.trimStart().startsWith('{%') || text.trimEnd().endsWith('%}')) {
      return [`"${text}" is only half marked; expected {% … %} with nothing around it`];
    }
    if (/^\$\$?\./.test(text) || /^States\.[A-Z]\w*\(/.test(text)) {
      return [`"${text}" is JSONPath, which a JSONata state passes on as plain text; expected {% … %}`];
    }
    return [];
  }
  try {
    return checkTree(compile(expressionText(text)).ast(), allowed);
  } catch (thrown) {
    return [`"${text}" is not JSONata: ${isObject(thrown) ? String(thrown.message) : String(thrown)}`];
  }
}

function checkTree(tree: unknown, allowed: Allowed): string[] {
  const problems: string[] = [];
  const known = new Set<string>([...builtinNames, ...serviceFunctionNames, ...allowed.variables, '', '$']);
  eachNode(tree, (node) => {
    if (node.type === 'bind' && isObject(node.lhs)) known.add(String(node.lhs.value));
    if (node.type === 'lambda' && Array.isArray(node.arguments)) {
      for (const argument of node.arguments) if (isObject(argument)) known.add(String(argument.value));
    }
    if (typeof node.focus === 'string') known.add(node.focus);
    if (typeof node.index === 'string') known.add(node.index);
  });
  const inPath = new Set<unknown>();
  eachNode(tree, (node) => {
    if (node.type === 'path' && Array.isArray(node.steps)) {
      const [first, ...rest] = node.steps;
      if (isVariable(first, 'states')) {
        inPath.add(first);
        problems.push(...checkStatesPath(rest, allowed));
      }
    }
    if (node.type !== 'variable' || inPath.has(node)) return;
    const name = String(node.value);
    const refused = refusedFunctions[name];
    if (refused !== undefined && !allowed.variables.has(name)) problems.push(`$${name} is refused: ${refused}`);
    else if (name === 'states') problems.push('$states as a whole; expected one of its members');
    else if (!known.has(name))
      problems.push(`$${name} is neither a function of the service nor a variable assigned before`);
  });
  return problems;
}

function checkStatesPath(steps: readonly unknown[], allowed: Allowed): string[] {
  const [member, group, leaf] = steps.map((step) =>
    isObject(step) && step.type === 'name' ? String(step.value) : undefined,
  );
  if (member === 'input') return [];
  if (member === 'result' || member === 'errorOutput') {
    return allowed.members.includes(member) ? [] : [`$states.${member} does not exist in this field`];
  }
  if (member !== 'context')
    return [`$states.${member ?? '?'} is unknown; expected input, result, errorOutput or context`];
  const leaves = group === undefined ? undefined : contextMembers[group];
  if (leaves === undefined)
    return [`$states.context.${group ?? '?'} is unknown; expected ${Object.keys(contextMembers).join(', ')}`];
  if (group === 'Task' && !allowed.token)
    return ['$states.context.Task exists in the Arguments of a .waitForTaskToken task only'];
  if (leaf !== undefined && !leaves.includes(leaf))
    return [`$states.context.${group}.${leaf} is unknown; expected ${leaves.join(', ')}`];
  return [];
}

/** True when an expression anywhere in the value reads the task token. */
export function readsTaskToken(value: unknown): boolean {
  let found = false;
  eachString(value, '', (text) => {
    if (isExpression(text) && /\$states\.context\.Task\.Token\b/.test(text)) found = true;
  });
  return found;
}

function isVariable(node: unknown, name: string): boolean {
  return isObject(node) && node.type === 'variable' && node.value === name;
}

type Node = { [key: string]: unknown };

function eachNode(value: unknown, visit: (node: Node) => void, seen = new Set<unknown>()): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (Array.isArray(value)) {
    for (const item of value) eachNode(item, visit, seen);
    return;
  }
  visit(value as Node);
  for (const member of Object.values(value)) eachNode(member, visit, seen);
}

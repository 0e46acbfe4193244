import { type Given, nameOf, operand } from './conditions.ts';
import type { Attribute, Item } from './item.ts';
import { Tokens } from './tokens.ts';

/** What an update makes of an item; `changed` is the new one, `item` the old one that expressions look at. */
type Change = (item: Item, given: Given, changed: Record<string, Attribute>) => void;
type Value = (item: Item, given: Given) => Attribute | undefined;

const compiled = new Map<string, readonly Change[]>();

/** The item after an update expression. */
export function updated(text: string, item: Item, given: Given): Item {
  const changes = compiled.get(text) ?? read(new Tokens(text));
  compiled.set(text, changes);
  const changed: Record<string, Attribute> = { ...item };
  for (const change of changes) change(item, given, changed);
  return changed;
}

function read(tokens: Tokens): readonly Change[] {
  const changes: Change[] = [];
  while (tokens.next !== undefined) {
    const clause = tokens.take().toUpperCase();
    const one = clause === 'SET' ? set : clause === 'REMOVE' ? remove : clause === 'ADD' ? add : undefined;
    if (one === undefined) throw tokens.unknown(clause);
    do changes.push(one(tokens));
    while (tokens.took(','));
  }
  return changes;
}

function set(tokens: Tokens): Change {
  const name = nameOf(tokens.take());
  tokens.expect('=');
  const first = value(tokens);
  const more = tokens.took('+') ? value(tokens) : undefined;
  return (item, given, changed) => {
    const one = first(item, given);
    const sum = more === undefined ? one : plus(one, more(item, given));
    if (sum !== undefined) changed[name(given)] = sum;
  };
}

function remove(tokens: Tokens): Change {
  const name = nameOf(tokens.take());
  return (_, given, changed) => {
    delete changed[name(given)];
  };
}

/** Adds to a number, or members to a set of texts. */
function add(tokens: Tokens): Change {
  const name = nameOf(tokens.take());
  const more = operand(tokens);
  return (item, given, changed) => {
    const now = item[name(given)];
    const added = more(item, given);
    changed[name(given)] = Array.isArray(added?.SS)
      ? { SS: [...new Set([...textsOf(now), ...textsOf(added)])] }
      : plus(now, added);
  };
}

function value(tokens: Tokens): Value {
  if (tokens.took('IF_NOT_EXISTS')) return ofTwo(tokens, (one, other) => one ?? other);
  if (tokens.took('LIST_APPEND'))
    return ofTwo(tokens, (one, other) => ({ L: [...membersOf(one), ...membersOf(other)] }));
  return operand(tokens);
}

function ofTwo(tokens: Tokens, join: (one?: Attribute, other?: Attribute) => Attribute | undefined): Value {
  tokens.expect('(');
  const one = operand(tokens);
  tokens.expect(',');
  const other = operand(tokens);
  tokens.expect(')');
  return (item, given) => join(one(item, given), other(item, given));
}

const plus = (one: Attribute | undefined, other: Attribute | undefined): Attribute => ({
  N: String(Number(one?.N ?? 0) + Number(other?.N ?? 0)),
});
const textsOf = (set: Attribute | undefined): readonly unknown[] => (Array.isArray(set?.SS) ? set.SS : []);
const membersOf = (list: Attribute | undefined): readonly unknown[] => (Array.isArray(list?.L) ? list.L : []);

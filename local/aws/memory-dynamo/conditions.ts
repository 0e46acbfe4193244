import { isDeepStrictEqual } from 'node:util';
import type { Attribute, Item } from './item.ts';
import { Tokens } from './tokens.ts';

/** What the placeholders of an expression stand for. */
export interface Given {
  readonly names: Readonly<Record<string, string>>;
  readonly values: Item;
}

export type Condition = (item: Item, given: Given) => boolean;
type Operand = (item: Item, given: Given) => Attribute | undefined;

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

const compiled = new Map<string, Condition>();

/** A condition or key condition; undefined where there is none. */
export function conditionOf(text: unknown): Condition | undefined {
  if (typeof text !== 'string') return undefined;
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const tokens = new Tokens(text);
  const condition = either(tokens);
  if (tokens.next !== undefined) throw tokens.unknown(tokens.next);
  compiled.set(text, condition);
  return condition;
}

function either(tokens: Tokens): Condition {
  const one = both(tokens);
  if (!tokens.took('OR')) return one;
  const other = either(tokens);
  return (item, given) => one(item, given) || other(item, given);
}

function both(tokens: Tokens): Condition {
  const one = term(tokens);
  if (!tokens.took('AND')) return one;
  const other = both(tokens);
  return (item, given) => one(item, given) && other(item, given);
}

function term(tokens: Tokens): Condition {
  if (tokens.took('(')) {
    const inner = either(tokens);
    tokens.expect(')');
    return inner;
  }
  if (tokens.took('ATTRIBUTE_EXISTS')) return existing(tokens, true);
  if (tokens.took('ATTRIBUTE_NOT_EXISTS')) return existing(tokens, false);
  if (tokens.took('BEGINS_WITH')) {
    tokens.expect('(');
    const whole = operand(tokens);
    tokens.expect(',');
    const start = operand(tokens);
    tokens.expect(')');
    return (item, given) => String(whole(item, given)?.S ?? '').startsWith(String(start(item, given)?.S));
  }
  const left = operand(tokens);
  const sign = tokens.take();
  const holds = COMPARISONS[sign];
  if (holds === undefined) throw tokens.unknown(sign);
  const right = operand(tokens);
  return (item, given) => {
    const order = compare(left(item, given), right(item, given));
    // What is not there, or of another type, equals nothing and is neither more nor less.
    return order === undefined ? sign === '<>' : holds(order);
  };
}

function existing(tokens: Tokens, wanted: boolean): Condition {
  tokens.expect('(');
  const path = operand(tokens);
  tokens.expect(')');
  return (item, given) => (path(item, given) !== undefined) === wanted;
}

/** A path or a value. */
export function operand(tokens: Tokens): Operand {
  const token = tokens.take();
  if (token.startsWith(':')) return (_, { values }) => values[token];
  const first = nameOf(token);
  const inner: (typeof first)[] = [];
  while (tokens.took('.')) inner.push(nameOf(tokens.take()));
  if (inner.length === 0) return (item, given) => item[first(given)];
  return (item, given) =>
    inner.reduce<Attribute | undefined>(
      (outer, name) => (outer?.M as Item | undefined)?.[name(given)],
      item[first(given)],
    );
}

/** The attribute that a path names. */
export const nameOf =
  (token: string) =>
  ({ names }: Given): string =>
    token.startsWith('#') ? (names[token] ?? token) : token;

function compare(one: Attribute | undefined, other: Attribute | undefined): number | undefined {
  if (typeof one?.N === 'string' && typeof other?.N === 'string') return Number(one.N) - Number(other.N);
  if (typeof one?.S !== 'string' || typeof other?.S !== 'string') {
    // Lists, maps and truth values are equal or not, and in no order.
    return one !== undefined && isDeepStrictEqual(one, other) ? 0 : undefined;
  }
  return one.S < other.S ? -1 : one.S > other.S ? 1 : 0;
}

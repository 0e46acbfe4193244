/** Up to so many names are put in order one by one, which takes a fraction of the time and the memory of `sort`. */
const FEW = 24;

/** What stands between quotation marks as it is. Most texts are so. */
const PLAIN = /^[ !#-[\]-~]*$/;

/**
 * RFC 8785 (JCS) text of a value; undefined for what JSON leaves out (undefined, a function, a symbol). Each event is written so
 * several times, and this takes a third of the time of an implementation that keeps a list of what is still to be written.
 *
 * @throws Error for what JSON cannot hold: NaN, an infinity, a lone surrogate, a bigint; RangeError for what is nested without end
 */
export function canonicalJson(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      if (!Number.isFinite(value)) throw new Error('a number that is none');
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'bigint':
      throw new Error('a bigint');
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return arrayText(value);
      return hasToJson(value) ? canonicalJson(value.toJSON()) : objectText(value as Readonly<Record<string, unknown>>);
    default:
      return undefined;
  }
}

function arrayText(values: readonly unknown[]): string {
  let text = '[';
  let divider = '';
  for (const value of values) {
    text += divider + (canonicalJson(value) ?? 'null');
    divider = ',';
  }
  return `${text}]`;
}

function objectText(value: Readonly<Record<string, unknown>>): string {
  let text = '{';
  let divider = '';
  for (const name of inOrder(Object.keys(value))) {
    const member = canonicalJson(value[name]);
    if (member === undefined) continue;
    text += divider + quotedName(name) + member;
    divider = ',';
  }
  return `${text}}`;
}

/** By UTF-16 code units, as the RFC asks and as texts compare. */
function inOrder(names: string[]): readonly string[] {
  if (names.length > FEW) return names.sort();
  for (let at = 1; at < names.length; at += 1) {
    const name = names[at] ?? '';
    let to = at;
    for (let before = names[to - 1]; before !== undefined && before > name; before = names[to - 1]) {
      names[to] = before;
      to -= 1;
    }
    names[to] = name;
  }
  return names;
}

function quoted(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw new Error('a lone surrogate');
  return JSON.stringify(text);
}

const names = new Map<string, string>();
/** More and longer than events have; what is posted can have any, and nothing of it is to fill a warm function. */
const MOST_NAMES = 2_000;
const LONGEST_NAME = 64;

/** A name with its colon. */
function quotedName(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const text = `${quoted(name)}:`;
  if (names.size < MOST_NAMES && name.length <= LONGEST_NAME) names.set(name, text);
  return text;
}

const hasToJson = (value: object): value is { toJSON(): unknown } =>
  'toJSON' in value && typeof value.toJSON === 'function';

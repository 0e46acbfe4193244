import { type Outcome, ok, refuse } from '../outcome.ts';

/** FHIR nests a dozen levels; what goes deeper is meant to exhaust a parser. */
const DEEPEST = 64;
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/g;

/**
 * JSON from the raw body, read so that it can mean one thing only. Refuses as `invalid` bytes that are no UTF-8, text
 * that is no JSON, nesting deeper than 64, a key given twice (parsers differ in which one they keep) and the key
 * `__proto__`. Never quotes what was sent.
 */
export function parseJsonBody(body: Uint8Array): Outcome<unknown> {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return refuse('invalid', 'Body: expected UTF-8 text, got other bytes');
  }
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('invalid', `Body: expected JSON, got ${text.length} characters of something else`);
  }
  const problem = problemIn(text);
  return problem === undefined ? ok(value) : refuse('invalid', `Body: ${problem}`);
}

/** Walks the brackets and the texts of valid JSON: a text is a key where an object begins or goes on. */
function problemIn(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  let keyComes = false;
  for (const [token] of text.matchAll(TOKEN)) {
    const keys = open.at(-1);
    if (token === '{' || token === '[') {
      open.push(token === '{' ? new Set() : undefined);
      if (open.length > DEEPEST) return `nested deeper than ${DEEPEST} levels`;
      keyComes = token === '{';
    } else if (token === '}' || token === ']') {
      open.pop();
      keyComes = false;
    } else if (token === ',') {
      keyComes = keys !== undefined;
    } else if (!(JSON.parse(token) as string).isWellFormed()) {
      return 'a text holds half a surrogate pair; send whole characters';
    } else if (keyComes && keys !== undefined) {
      const key = JSON.parse(token) as string;
      if (key === '__proto__') return 'got the key __proto__, which is no element of FHIR';
      if (keys.has(key)) return 'an object has the same key twice; send each element once';
      keys.add(key);
      keyComes = false;
    }
  }
  return undefined;
}

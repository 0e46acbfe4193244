/**
 * Event patterns of EventBridge rules and stream filters: exact values, prefix, suffix, anything-but, exists, and
 * equals-ignore-case. Every other form is refused by name when the pattern is compiled.
 */
export type EventTest = (event: unknown) => boolean;

type Leaf = (value: unknown) => boolean;

export function compilePattern(pattern: unknown, where: string): EventTest {
  if (pattern === null || typeof pattern !== 'object' || Array.isArray(pattern)) {
    throw new Error(`${where}: an event pattern is an object, got ${JSON.stringify(pattern)}`);
  }
  const tests = Object.entries(pattern).map(([key, inner]): EventTest => {
    const place = `${where}.${key}`;
    if (key.startsWith('$')) throw new Error(`${place}: ${key} is not known in event patterns here`);
    const test = Array.isArray(inner) ? compileLeaf(inner, place) : compilePattern(inner, place);
    return (event) => test(isRecord(event) ? event[key] : undefined);
  });
  return (event) => tests.every((test) => test(event));
}

function compileLeaf(choices: readonly unknown[], where: string): Leaf {
  const leaves = choices.map((choice) => compileChoice(choice, where));
  return (value) => leaves.some((leaf) => leaf(value));
}

function compileChoice(choice: unknown, where: string): Leaf {
  if (!isRecord(choice)) return each((value) => value === choice);
  const [[name, argument] = ['', undefined], ...more] = Object.entries(choice);
  if (more.length > 0) throw new Error(`${where}: one content filter expected, got ${Object.keys(choice).join(', ')}`);
  switch (name) {
    case 'prefix':
      return each((value) => typeof value === 'string' && value.startsWith(String(argument)));
    case 'suffix':
      return each((value) => typeof value === 'string' && value.endsWith(String(argument)));
    case 'equals-ignore-case':
      return each((value) => typeof value === 'string' && value.toLowerCase() === String(argument).toLowerCase());
    case 'anything-but': {
      const excluded = Array.isArray(argument) ? argument : [argument];
      if (excluded.some(isRecord)) throw new Error(`${where}: anything-but of a content filter is not known here`);
      return (value) => value !== undefined && !excluded.includes(value);
    }
    case 'exists':
      return (value) => (value !== undefined) === (argument === true);
    default:
      throw new Error(
        `${where}: content filter ${name} is not known; expected prefix, suffix, anything-but, exists or equals-ignore-case`,
      );
  }
}

/** A list in the event matches when one of its members does. */
const each =
  (test: Leaf): Leaf =>
  (value) =>
    Array.isArray(value) ? value.some(test) : test(value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

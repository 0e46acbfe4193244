import type * as z from 'zod';

/** One thing wrong with a protocol file: the name of the rule, where, what stands there and what may. */
export interface Problem {
  /** JSON path as `preparation.inUseClocks[0].start`; the empty string is the whole file. */
  readonly path: string;
  readonly rule: string;
  readonly got: string;
  readonly expected: string;
}

export type Path = readonly PropertyKey[];

export const showPath = (path: Path): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    const name = String(part);
    if (!/^[$\w-]+$/.test(name)) return `${text}[${JSON.stringify(name)}]`;
    return text === '' ? name : `${text}.${name}`;
  }, '');

export const showProblem = ({ path, rule, got, expected }: Problem): string =>
  `${path || '(file)'}: ${rule}: got ${got}, expected ${expected}`;

/** A value, short enough for one line. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 57)}...` : json;
}

export const at = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (node, part) =>
      typeof node === 'object' && node !== null && Object.hasOwn(node, part)
        ? (node as Record<PropertyKey, unknown>)[part]
        : undefined,
    root,
  );

/** The problems of a shape error, each looked up in the file it came from. */
export function shapeProblems(error: z.ZodError, file: unknown): Problem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: showPath([...issue.path, key]),
        rule: 'unknown-key',
        got: show(at(file, [...issue.path, key])),
        expected: 'no such key',
      }));
    }
    const got = at(file, issue.path);
    return [{ path: showPath(issue.path), rule: ruleOf(issue, got), got: show(got), expected: expectedOf(issue) }];
  });
}

function ruleOf(issue: z.core.$ZodIssue, got: unknown): string {
  const last = issue.path.at(-1);
  if (last === 'unit') return 'unknown-unit';
  if (issue.path.includes('inUseClocks') && last === 'start') return 'clock-without-start';
  if (got === undefined) return 'missing';
  return issue.code.replaceAll('_', '-');
}

function expectedOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.map((value) => show(value)).join(' or ');
    case 'invalid_type':
      return issue.expected === 'int' ? 'a whole number' : issue.expected;
    case 'too_small':
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum} (${issue.origin})`;
    case 'too_big':
      return `at most ${issue.maximum} (${issue.origin})`;
    case 'invalid_format':
      return issue.pattern === undefined ? `a ${issue.format}` : `a text that matches ${issue.pattern}`;
    default:
      return issue.message;
  }
}

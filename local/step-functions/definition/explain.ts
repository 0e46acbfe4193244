import type * as z from 'zod';

/** What is wrong with a value, field by field, with what was expected. */
export function explain(error: z.ZodError, value: unknown, known: readonly string[]): string[] {
  return error.issues.map((issue) => {
    const where = issue.path.length === 0 ? '' : `${issue.path.map(String).join('/')}: `;
    if (issue.code === 'unrecognized_keys') {
      const expected = issue.path.length === 0 ? `; expected only ${known.join(', ')}` : '';
      return `${where}unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}${expected}`;
    }
    if (issue.code === 'invalid_key') return `${where}${issue.issues.map(({ message }) => message).join('; ')}`;
    return `${where}${issue.message}, got ${brief(at(value, issue.path))}`;
  });
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

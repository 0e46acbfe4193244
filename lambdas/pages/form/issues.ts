/** The parts of a zod issue that are used here. */
interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly input?: unknown;
}

/**
 * Errors by form name from the issues of a schema that refused what was posted, as keys of the dictionary's
 * `fieldProblems`: sentences of schemas are English, and for programs. The first issue of a field stands.
 */
export function fieldErrorsOf(issues: readonly Issue[], prefix = 'evidence'): Readonly<Record<string, string>> {
  const errors = new Map<string, string>();
  for (const issue of issues) {
    const name = [prefix, ...issue.path.map(String)].filter((part) => part !== '').join('.');
    if (!errors.has(name)) errors.set(name, keyOf(issue));
  }
  return Object.fromEntries(errors);
}

function keyOf({ code, message }: Issue): string {
  switch (code) {
    case 'invalid_type':
      return /received (undefined|null)/.test(message) ? 'required' : 'wrong-form';
    case 'invalid_value':
      return message.includes('expected true') ? 'confirm' : 'choose-one';
    case 'too_big':
      return /string|array/.test(message) ? 'too-long' : 'too-high';
    case 'too_small':
      return /string|array/.test(message) ? 'too-short' : 'too-low';
    case 'in-the-future':
      return code;
    default:
      return 'wrong-form';
  }
}

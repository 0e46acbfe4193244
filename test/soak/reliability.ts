import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { failuresOf, incompleteOf, type SoakResult } from './budget.ts';

const FILE = fileURLToPath(new URL('../../docs/reliability.md', import.meta.url));
const BEGIN = '<!-- last soak: written by `npm run soak -- --write` -->';
const END = '<!-- end of last soak -->';

/** The result in the words of the document. */
export function resultText(result: SoakResult, at: string): string {
  const { seed, minutes, parts } = result;
  const failures = failuresOf(result);
  return [
    `${at}, seed ${seed}, ${minutes} minutes: ${failures.length === 0 ? heldText(incompleteOf(result)) : `${failures.length} FAILED`}.`,
    '',
    ...parts.map(({ name, done, of, note }) => `- ${done} of ${of} ${name}${note === undefined ? '' : `; ${note}`}`),
    ...failures.map((failure) => `- FAILED: \`${failure}\``),
  ].join('\n');
}

const heldText = (incomplete: readonly string[]): string =>
  incomplete.length === 0 ? 'everything held' : `what was done held, incomplete: ${incomplete.join(', ')}`;

/** Puts the result between its two marks. */
export function withResult(document: string, text: string): string {
  const [before, rest] = document.split(BEGIN);
  const [, after] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined) throw new Error(`docs/reliability.md: expected ${BEGIN} and ${END}`);
  return `${before}${BEGIN}\n${text}\n${END}${after}`;
}

export const writeResult = (result: SoakResult, at: string): void =>
  writeFileSync(FILE, withResult(readFileSync(FILE, 'utf8'), resultText(result, at)));

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SoakResult } from './budget.ts';

const FILE = fileURLToPath(new URL('../../docs/reliability.md', import.meta.url));
const BEGIN = '<!-- last soak: written by `npm run soak -- --write` -->';
const END = '<!-- end of last soak -->';

/** The result in the words of the document. */
export function resultText({ seed, minutes, parts }: SoakResult, at: string): string {
  const failures = parts.flatMap((part) => part.failures);
  return [
    `${at}, seed ${seed}, ${minutes} minutes: ${failures.length === 0 ? 'everything held' : `${failures.length} FAILED`}.`,
    '',
    ...parts.map(({ done }) => `- ${done}`),
    ...failures.map((failure) => `- FAILED: \`${failure}\``),
  ].join('\n');
}

/** Puts the result between its two marks. */
export function withResult(document: string, text: string): string {
  const [before, rest] = document.split(BEGIN);
  const [, after] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined) throw new Error(`docs/reliability.md: expected ${BEGIN} and ${END}`);
  return `${before}${BEGIN}\n${text}\n${END}${after}`;
}

export const writeResult = (result: SoakResult, at: string): void =>
  writeFileSync(FILE, withResult(readFileSync(FILE, 'utf8'), resultText(result, at)));

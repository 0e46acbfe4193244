import { parseProtocol } from './parse.ts';
import { type Problem, showProblem } from './problem.ts';
import type { Protocol } from './schema.ts';

/**
 * Every file of a shelf as a protocol. Throws every problem of the first file that is not in order: nothing is deployed
 * or started with it, so that the functions may read their protocols without asking again.
 */
export const checkedShelf = (files: readonly unknown[]): readonly Protocol[] => files.map(checked);

function checked(file: unknown): Protocol {
  const parsed = parseProtocol(file);
  if (parsed.ok) return parsed.value;
  const problems = (parsed.refusal.detail?.problems ?? []) as readonly Problem[];
  throw new Error(`Therapy protocols: a file was refused\n${problems.map(showProblem).join('\n')}`);
}

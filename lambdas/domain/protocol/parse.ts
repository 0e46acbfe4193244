import { type Outcome, ok, refuse } from '../outcome.ts';
import { contradictions } from './contradictions.ts';
import { type Problem, shapeProblems, show, showProblem } from './problem.ts';
import { type Protocol, protocolSchema } from './schema.ts';
import { isObject } from './walk.ts';

/** Everything wrong with a protocol: shape first, then the contradictions between parts that have the right shape. */
export const protocolProblems = (file: unknown): readonly Problem[] => examined(file).problems;

/**
 * A protocol from JSON. Refuses as `invalid` with every problem (path, rule, got, expected) in `detail.problems`;
 * nothing is filled in or corrected.
 */
export function parseProtocol(json: unknown): Outcome<Protocol> {
  const { problems, protocol } = examined(json);
  if (problems.length === 0 && protocol !== undefined) return ok(protocol);
  const first = problems[0] ? showProblem(problems[0]) : '';
  const more = problems.length > 1 ? ` and ${problems.length - 1} more` : '';
  return refuse('invalid', `Therapy protocol: ${first}${more}. Correct the file and check it again.`, { problems });
}

function examined(file: unknown): { readonly problems: readonly Problem[]; readonly protocol?: Protocol } {
  const parsed = protocolSchema.safeParse(file);
  if (!isObject(file)) {
    return { problems: [{ path: '', rule: 'wrong-type', got: show(file), expected: 'an object' }] };
  }
  // Rules read only sections that are not misshapen, and those have the shape the type says.
  const asTyped = file as unknown as Protocol;
  if (parsed.success) return { problems: contradictions(asTyped, new Set()), protocol: parsed.data };
  const misshapen = new Set(parsed.error.issues.flatMap((issue) => issue.path.slice(0, 1)));
  return { problems: [...shapeProblems(parsed.error, file), ...contradictions(asTyped, misshapen)] };
}

import { type Outcome, ok, refuse } from '../outcome.ts';
import { contradictions } from './contradictions.ts';
import { type Problem, shapeProblems, show, showProblem } from './problem.ts';
import { type Protocol, protocolSchema } from './schema.ts';
import { isObject } from './walk.ts';

/** Everything wrong with a protocol: shape first, then the contradictions between parts that have the right shape. */
export function protocolProblems(file: unknown): Problem[] {
  const parsed = protocolSchema.safeParse(file);
  if (!isObject(file)) return [{ path: '', rule: 'wrong-type', got: show(file), expected: 'an object' }];
  const issues = parsed.success ? [] : shapeProblems(parsed.error, file);
  const misshapen = new Set(parsed.success ? [] : parsed.error.issues.flatMap((issue) => issue.path.slice(0, 1)));
  // Rules read only sections that are not misshapen, and those have the shape the type says.
  return [...issues, ...contradictions(file as unknown as Protocol, misshapen)];
}

/**
 * A protocol from JSON. Refuses as `invalid` with every problem (path, rule, got, expected) in `detail.problems`;
 * nothing is filled in or corrected.
 */
export function parseProtocol(json: unknown): Outcome<Protocol> {
  const problems = protocolProblems(json);
  if (problems.length === 0) return ok(protocolSchema.parse(json));
  const first = problems[0] ? showProblem(problems[0]) : '';
  const more = problems.length > 1 ? ` and ${problems.length - 1} more` : '';
  return refuse('invalid', `Therapy protocol: ${first}${more}. Correct the file and check it again.`, { problems });
}

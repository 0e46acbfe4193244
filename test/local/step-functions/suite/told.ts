import type { FunctionAnswer, SuiteCase } from './case.ts';

/** The function of a case: what it answers, call by call, and which tokens it was given. */
export interface Told {
  answer(payload: unknown): FunctionAnswer;
  /** In the order in which they were given, or by the number that came with them. */
  readonly tokens: readonly (string | undefined)[];
  calls(): number;
}

export function told({ answers = [{ value: null }] }: SuiteCase): Told {
  const tokens: (string | undefined)[] = [];
  let calls = 0;
  return {
    tokens,
    calls: () => calls,
    answer(payload) {
      const next = answers[Math.min(calls, answers.length - 1)] ?? { value: null };
      calls += 1;
      const { token, number = tokens.length } = (payload ?? {}) as { token?: string; number?: number };
      if (token !== undefined) tokens[number] = token;
      return next;
    },
  };
}

import { policyOf } from '../journey/site-policy.ts';
import type { Refusal } from '../outcome.ts';
import type { StepContext } from './step.ts';

/** Whether the board of the site, where it has one, could decide: members alone, enough of them, and one of its chairs. */
export function boardCannotDecide({ state, evidence }: StepContext): Refusal | null {
  const { board } = policyOf(state);
  if (board === undefined) return null;
  const named = Array.isArray(evidence.boardPresent) ? evidence.boardPresent.map(String) : [];
  const present = new Set(named);
  const strangers = named.filter((one) => !board.members.includes(one)).length;
  if (strangers > 0) {
    const message = `Board: got ${strangers} who are no members, expected members of the board alone`;
    return { code: 'invalid', message, detail: { path: 'evidence.boardPresent', problem: 'no-member' } };
  }
  if (present.size < board.quorum) {
    const message = `Board: got ${present.size} members present, expected ${board.quorum} or more`;
    return { code: 'invalid', message, detail: { path: 'evidence.boardPresent', problem: 'no-quorum' } };
  }
  if (!board.chairs.some((one) => present.has(one))) {
    const message = 'Board: got a meeting without one of its chairs, expected one';
    return { code: 'invalid', message, detail: { path: 'evidence.boardPresent', problem: 'no-chair' } };
  }
  return null;
}

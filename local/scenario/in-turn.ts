import type { Answer } from './scenario.ts';

/** How an answer is signed, and what is done when it has to wait. */
export interface Signing {
  /** `allowed` for what was to be refused, and `to wait` where somebody else, or a newer mail, comes first. */
  sign(answer: Answer): Promise<'allowed' | 'to wait' | undefined>;
  /** Does it once more some time later. */
  later(act: () => Promise<void>): Promise<void>;
}

/** By six hours each two months: longer than a link lives, and than any reminder is away. */
const MOST_WAITS = 240;

/** Signs the answers of one step one after the other, also where one of them has to wait: those after it wait too. */
export function inTurn(what: string, { sign, later }: Signing): (answer: Answer) => Promise<void> {
  let allowed: string | undefined;
  let waiting: Answer | undefined;
  let waits = 0;
  const act = async (answer: Answer): Promise<void> => {
    if (waiting !== undefined && waiting !== answer) return later(() => act(answer));
    // Whoever was allowed what should have been refused need not come again.
    const isDone = answer.decision === allowed;
    allowed = undefined;
    const signed = isDone ? undefined : await sign(answer);
    waiting = signed === 'to wait' ? answer : undefined;
    if (signed === 'allowed') allowed = answer.decision;
    if (waiting === undefined) return;
    waits += 1;
    if (waits > MOST_WAITS)
      throw new Error(`${what}: ${answer.decision} waited ${waits} times, expected its turn by then`);
    await later(() => act(answer));
  };
  return act;
}

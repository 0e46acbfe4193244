import { setTimeout as pause } from 'node:timers/promises';

/**
 * Looks again and again until there is an answer. The emulator tells nobody when it is done, so this is the one place of
 * the project that asks repeatedly; it is bounded, and says what it still waited for.
 *
 * @param look the answer, or in `waitsFor` what is still missing
 * @throws Error when there is no answer within `seconds`, with what was missing last
 */
export async function until<T>(
  what: string,
  seconds: number,
  look: () => Promise<{ readonly answer: T } | { readonly waitsFor: string }>,
): Promise<T> {
  const limit = Date.now() + seconds * 1000;
  for (let waitMs = 20; ; waitMs = Math.min(waitMs * 1.5, 250)) {
    const seen = await look();
    if ('answer' in seen) return seen.answer;
    if (Date.now() > limit) throw new Error(`${what}: not within ${seconds} s, still waits for ${seen.waitsFor}`);
    await pause(waitMs);
  }
}

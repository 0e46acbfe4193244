import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Pair } from './pairs.ts';
import type { Outcome } from './player.ts';

const PLAYER = fileURLToPath(new URL('player.ts', import.meta.url));
/** The longest play takes a minute of a busy machine; one that takes so many never ends. */
const MOST_MINUTES = 5;

/** What comes of it, or `not ended` when it takes longer. */
export async function endedWithin<T>(ms: number, work: Promise<T>): Promise<T | 'not ended'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'not ended'>((resolve) => {
    timer = setTimeout(() => resolve('not ended'), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Has pairs played in a process of its own, one after the other; it is ended and made anew when a play does not end. */
export class PlayProcess {
  #child: ChildProcess | undefined;

  async play(pair: Pair, seed: number): Promise<Outcome> {
    const outcome = await endedWithin(MOST_MINUTES * 60_000, this.#play(pair, seed));
    if (outcome !== 'not ended') return outcome;
    this.stop();
    return { broken: [`did not end within ${MOST_MINUTES} minutes`] };
  }

  stop(): void {
    this.#child?.removeAllListeners();
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #play(pair: Pair, seed: number): Promise<Outcome> {
    // What functions log is shown when a play is seen again.
    const child = this.#child ?? fork(PLAYER, { stdio: 'ignore' });
    this.#child = child;
    return new Promise((resolve) => {
      const ended = (code: number | null, signal: string | null): void => {
        this.#child = undefined;
        resolve({ broken: [`its process ended with ${code ?? signal}`] });
      };
      child.once('exit', ended);
      child.once('message', (outcome: Outcome) => {
        child.off('exit', ended);
        resolve(outcome);
      });
      child.send({ pair, seed });
    });
  }
}

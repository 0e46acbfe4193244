import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { print } from '../../local/cli/print.ts';
import type { Budget, Part, PartResult } from './budget.ts';
import { inLanes, LANES } from './lanes.ts';
import { PAIRS, type Pair } from './pairs.ts';
import type { Outcome } from './player.ts';

const PLAYER = fileURLToPath(new URL('player.ts', import.meta.url));

/** Has pairs played in a process of its own. */
class Player {
  #child: ChildProcess | undefined;

  play(pair: Pair, seed: number): Promise<Outcome> {
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

  stop(): void {
    this.#child?.kill();
  }
}

export const faultyPlays: Part = {
  name: 'plays under faults',
  share: 9,
  async run({ seed, more }: Budget): Promise<PartResult> {
    const failures: string[] = [];
    let done = 0;
    let early = 0;
    const players = Array.from({ length: LANES }, () => new Player());
    await inLanes(PAIRS.entries(), more, async ([index, pair], lane) => {
      const { broken, tooLate } = (await players[lane]?.play(pair, seed + index)) ?? { broken: ['it was not played'] };
      done += 1;
      if (tooLate !== undefined) early += 1;
      const end = tooLate === undefined ? '' : `, to where somebody came too late: ${tooLate.slice(0, 120)}`;
      print(`${broken.length === 0 ? 'held  ' : 'BROKEN'} ${pair.scenario}: ${pair.faults}${end}`);
      if (broken.length === 0) return;
      const again = `npm run soak -- --seed ${seed + index} --scenario ${pair.scenario} --faults '${pair.faults}'`;
      failures.push(`${again}: ${broken.join('; ').slice(0, 500)}`);
    });
    for (const player of players) player.stop();
    const all = `${done} of ${PAIRS.length} plays of a scenario under a class of faults`;
    return { done: early === 0 ? all : `${all}; ${early} of them to where somebody came too late`, failures };
  },
};

import { print } from '../../local/cli/print.ts';
import type { Budget, Part, PartResult } from './budget.ts';
import { inLanes, LANES } from './lanes.ts';
import { PAIRS } from './pairs.ts';
import { PlayProcess } from './play-process.ts';
import { tooManyLeft } from './too-many-left.ts';

export const faultyPlays: Part = {
  name: 'plays of a scenario under a class of faults',
  share: 9,
  async run({ seed, more }: Budget): Promise<PartResult> {
    const failures: string[] = [];
    let done = 0;
    let left = 0;
    const processes = Array.from({ length: LANES }, () => new PlayProcess());
    await inLanes(PAIRS.entries(), more, async ([index, pair], lane) => {
      const { broken, tooLate } = (await processes[lane]?.play(pair, seed + index)) ?? {
        broken: ['it was not played'],
      };
      done += 1;
      if (tooLate !== undefined) left += 1;
      const end = tooLate === undefined ? '' : `, to where somebody came too late: ${tooLate.slice(0, 120)}`;
      print(`${broken.length === 0 ? 'held  ' : 'BROKEN'} ${pair.scenario}: ${pair.faults}${end}`);
      if (broken.length === 0) return;
      const again = `npm run soak -- --seed ${seed + index} --scenario ${pair.scenario} --faults '${pair.faults}'`;
      failures.push(`${again}: ${broken.join('; ').slice(0, 500)}`);
    });
    for (const one of processes) one.stop();
    return {
      done,
      of: PAIRS.length,
      ...(left === 0 ? {} : { note: `${left} of them to where somebody came too late` }),
      failures: [...failures, ...tooManyLeft(left, done)],
    };
  },
};

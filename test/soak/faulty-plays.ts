import { print } from '../../local/cli/print.ts';
import { scenarioNamed, scenarios } from '../../scenarios/index.ts';
import { FAULT_CLASSES, type FaultClass } from '../support/fault-classes.ts';
import { type FaultyPlay, playUnderFaults, restoredAfter } from '../support/faulty-play.ts';
import { short } from '../support/stage-scenario.ts';
import type { Budget, Part, PartResult } from './budget.ts';

/** Tables put back to an hour ago after so many signatures of the short journey, one after the other. */
const RESTORED = 'tables an hour back';
const SHORT_SIGNATURES = 9;

interface Pair {
  readonly scenario: string;
  readonly faults: string;
}

const isClass = (name: string): name is FaultClass => Object.hasOwn(FAULT_CLASSES, name);

/** Plays one scenario with one class of faults. */
export function playPair({ scenario, faults }: Pair, seed: number): Promise<FaultyPlay> {
  if (faults === RESTORED) {
    const signature = 1 + (seed % SHORT_SIGNATURES);
    return playUnderFaults(short, 'none', { seed, around: restoredAfter([signature]) });
  }
  if (!isClass(faults)) {
    throw new Error(`Faults: got ${faults}, expected one of ${[...Object.keys(FAULT_CLASSES), RESTORED].join(', ')}`);
  }
  return playUnderFaults(scenario === short.name ? short : scenarioNamed(scenario), faults, {
    seed,
    restWhenIdle: true,
  });
}

/** Every class with every scenario, in turns so that each class is met early, and restores after every signature. */
const PAIRS: readonly Pair[] = [
  ...Object.keys(FAULT_CLASSES).map((faults) => ({ scenario: short.name, faults })),
  ...Array.from({ length: SHORT_SIGNATURES }, () => ({ scenario: short.name, faults: RESTORED })),
  ...scenarios.flatMap((_, turn) =>
    Object.keys(FAULT_CLASSES).map((faults, index) => ({
      scenario: scenarios[(turn + index) % scenarios.length]?.name ?? short.name,
      faults,
    })),
  ),
];

/** What a play shows: the invariants that did not hold, or why it could not be played to its end. */
async function shown(pair: Pair, seed: number): Promise<readonly string[]> {
  try {
    return (await playPair(pair, seed)).broken;
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

export const faultyPlays: Part = {
  name: 'plays under faults',
  share: 3,
  async run({ seed, more }: Budget): Promise<PartResult> {
    const failures: string[] = [];
    let done = 0;
    for (const [index, pair] of PAIRS.entries()) {
      if (!more()) break;
      const broken = await shown(pair, seed + index);
      done += 1;
      print(`${broken.length === 0 ? 'held  ' : 'BROKEN'} ${pair.scenario}: ${pair.faults}`);
      if (broken.length === 0) continue;
      const again = `npm run soak -- --seed ${seed + index} --scenario ${pair.scenario} --faults '${pair.faults}'`;
      failures.push(`${again}: ${broken.join('; ').slice(0, 500)}`);
    }
    return { done: `${done} of ${PAIRS.length} plays of a scenario under a class of faults`, failures };
  },
};

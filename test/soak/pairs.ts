import { scenarioNamed, scenarios } from '../../scenarios/index.ts';
import { FAULT_CLASSES, type FaultClass, restsUnder, tablesFor } from '../support/fault-classes.ts';
import { type FaultyPlay, playUnderFaults } from '../support/faulty-play.ts';
import { short } from '../support/stage-scenario.ts';

/** Tables put back to an hour ago after so many signatures of the short journey, one after the other. */
const RESTORED = 'tables an hour back';
const SHORT_SIGNATURES = 9;

/** A scenario, and the class of faults it is played under. */
export interface Pair {
  readonly scenario: string;
  readonly faults: string;
}

const isClass = (name: string): name is FaultClass => Object.hasOwn(FAULT_CLASSES, name);

/** Plays one scenario with one class of faults. */
export function playPair({ scenario, faults }: Pair, seed: number): Promise<FaultyPlay> {
  if (faults === RESTORED) {
    const signature = 1 + (seed % SHORT_SIGNATURES);
    return playUnderFaults(short, 'none', { seed, restoredAfter: [signature] });
  }
  if (!isClass(faults)) {
    throw new Error(`Faults: got ${faults}, expected one of ${[...Object.keys(FAULT_CLASSES), RESTORED].join(', ')}`);
  }
  return playUnderFaults(scenario === short.name ? short : scenarioNamed(scenario), faults, {
    seed,
    restWhenIdle: restsUnder(faults),
    ...(tablesFor(faults) === 'memory' ? { tables: 'memory' } : {}),
  });
}

/** Scenarios of the example staff: in the others people act on pages at times that faults would move. */
const ALONE = scenarios.filter(({ staff }) => staff === undefined);

/** Every class with every of these scenarios, in turns so that each class is met early, and restores after every signature. */
export const PAIRS: readonly Pair[] = [
  ...Object.keys(FAULT_CLASSES).map((faults) => ({ scenario: short.name, faults })),
  ...Array.from({ length: SHORT_SIGNATURES }, () => ({ scenario: short.name, faults: RESTORED })),
  ...ALONE.flatMap((_, turn) =>
    Object.keys(FAULT_CLASSES).map((faults, index) => ({
      scenario: ALONE[(turn + index) % ALONE.length]?.name ?? short.name,
      faults,
    })),
  ),
];

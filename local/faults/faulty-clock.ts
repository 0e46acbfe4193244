import type { Faults } from './faults.ts';

/** The clock of one function, that jumps away from the true time and goes on from there until it jumps again. */
export function faultyClock(name: string, trueNow: () => number, faults: Faults): () => number {
  const { jumps, most } = faults.plan.clocks;
  let offsetMs = 0;
  return () => {
    if (faults.hits('clocks/jumps', jumps)) {
      offsetMs = Math.round(faults.between(`clocks/${name}`, -most, most) * 1000);
    }
    return trueNow() + offsetMs;
  };
}

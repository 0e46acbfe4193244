import type { World } from '../../local/scenario/world.ts';

/** Worlds for journeys that are played side by side on one virtual clock: time passes when all of them let it. */
export interface Lockstep {
  readonly world: World;
  /** A journey is over; the others no longer wait for it. */
  leave(): void;
}

interface Waiting {
  readonly until: string | undefined;
  resolve(passed: boolean): void;
  reject(error: unknown): void;
}

export function lockstep(world: World, journeys: number): Lockstep {
  let live = journeys;
  let waiting: Waiting[] = [];
  const passWhenAllWait = (): void => {
    if (waiting.length === 0 || waiting.length < live) return;
    const all = waiting;
    waiting = [];
    const [first] = all.flatMap(({ until }) => until ?? []).sort();
    world.pass(first).then(
      (passed) => {
        for (const { until, resolve } of all) resolve(passed || until !== undefined);
      },
      (error: unknown) => {
        for (const { reject } of all) reject(error);
      },
    );
  };
  return {
    world: {
      ...world,
      pass: (until) =>
        new Promise((resolve, reject) => {
          waiting.push({ until, resolve, reject });
          passWhenAllWait();
        }),
    },
    leave: () => {
      live -= 1;
      passWhenAllWait();
    },
  };
}

import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { persistentWorld } from '../../local/scenario/persistent-world.ts';
import { type Played, playScenario } from '../../local/scenario/run-scenario.ts';
import type { World } from '../../local/scenario/world.ts';
import type { StackTemplate } from '../../local/template/template-set.ts';
import { temporaryDirectory } from '../../local/temporary-directory.ts';
import { ANOTHER_REVISION, templatesOfAnotherRelease, templatesOfRelease } from '../support/another-release.ts';
import { beforeSignature } from '../support/before-signature.ts';
import { releases } from '../support/released.ts';
import { type TestStage, testStage } from '../support/stage.ts';
import { short } from '../support/stage-scenario.ts';

const BEFORE = releases()
  .slice(-1)
  .map((release) => [release.version, () => templatesOfRelease(release)] as const);
let dataDir: string;
let stage: TestStage;
/** Rejected by the first error of a function: what fails is started again at once, and would fail for ever. */
let broken: PromiseWithResolvers<never>;

const stageOn = (templates?: readonly StackTemplate[]): Promise<TestStage> =>
  testStage({
    dataDir,
    ...(templates === undefined ? {} : { templates }),
    onFunctionError: (name, { errorMessage }) => broken.reject(new Error(`${name}: ${errorMessage}`)),
  });

const play = (world: World, order: string): Promise<Played> =>
  Promise.race([broken.promise, playScenario(world, short, { webhookSecret: stage.webhookSecret, order })]);

describe.each([['another release', templatesOfAnotherRelease] as const, ...BEFORE])(
  'begun on machines of %s',
  (_, templates) => {
    beforeAll(async () => {
      dataDir = temporaryDirectory();
      broken = Promise.withResolvers();
      stage = await stageOn(await templates());
    });
    afterAll(async () => {
      await stage.stack.stop();
      rmSync(dataDir, { recursive: true, force: true });
    });

    it('a journey runs to its end on them', async () => {
      const played = await play(stage.world, 'BEFORE');
      expect(played.unmet).toEqual([]);
      expect(drawnBy(played)).toEqual([[1, 'another release']]);
    });

    it('a journey goes on on the machines of this release when its run is replaced', async () => {
      const played = await play(persistentWorld(beforeSignature(5, () => stage.world, deploy)), 'DURING');
      expect(played.unmet).toEqual([]);
      expect(played.verification).toMatchObject({ verified: true });
      expect(drawnBy(played)).toEqual([
        [1, 'another release'],
        [2, 'this release'],
      ]);
    });
  },
);

/** Whose machine opened the steps, by run of the journey. */
const drawnBy = ({ events }: Played) => {
  const byRun = new Map<number, Set<string>>();
  for (const event of events) {
    if (event.type !== 'step.opened') continue;
    const { run, machine } = event.data;
    const who = machine.revision === ANOTHER_REVISION ? 'another release' : 'this release';
    byRun.set(run, (byRun.get(run) ?? new Set()).add(who));
  }
  return [...byRun].map(([run, who]) => [run, ...who]);
};

/** The embedded stack of this release takes over what the other kept, and replaces each run. */
async function deploy(): Promise<void> {
  await stage.stack.stop();
  stage = await stageOn();
  await stage.stack.clock.idle();
}

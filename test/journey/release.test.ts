import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { persistentWorld } from '../../local/scenario/persistent-world.ts';
import { type Played, playScenario } from '../../local/scenario/run-scenario.ts';
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

describe.each([['another release', templatesOfAnotherRelease] as const, ...BEFORE])(
  'begun on machines of %s',
  (_, templates) => {
    beforeAll(async () => {
      dataDir = temporaryDirectory();
      stage = await testStage({ dataDir, templates: await templates() });
    });
    afterAll(async () => {
      await stage.stack.stop();
      rmSync(dataDir, { recursive: true, force: true });
    });

    it('a journey runs to its end on them', async () => {
      const played = await playScenario(stage.world, short, { webhookSecret: stage.webhookSecret, order: 'BEFORE' });
      expect(played.unmet).toEqual([]);
      expect(drawnBy(played)).toEqual([[1, 'another release']]);
      expect(stage.functionErrors).toEqual([]);
    });

    it('a journey goes on on the machines of this release when its run is replaced', async () => {
      const played = await playScenario(persistentWorld(beforeSignature(5, () => stage.world, deploy)), short, {
        webhookSecret: stage.webhookSecret,
        order: 'DURING',
      });
      expect(played.unmet).toEqual([]);
      expect(played.verification).toMatchObject({ verified: true });
      expect(drawnBy(played)).toEqual([
        [1, 'another release'],
        [2, 'this release'],
      ]);
      expect(stage.functionErrors).toEqual([]);
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
  stage = await testStage({ dataDir });
  await stage.stack.clock.idle();
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logStreams } from '../../local/scenario/log-streams.ts';
import type { Played } from '../../local/scenario/run-scenario.ts';
import { type TestStage, templatesThatLoseRuns, testStage } from '../support/stage.ts';
import { rungsTold, stepMails } from '../support/stage-mails.ts';
import { type Around, isHandling, playTogether } from '../support/stage-play.ts';
import { brief, EVERY_SIGNATURE, expectedOf, PATIENCE_MS, sharesOf } from '../support/stage-scenario.ts';

const { log: undisturbed } = expectedOf(brief);
const RESUMED = EVERY_SIGNATURE ? sharesOf(2) : sharesOf(4).slice(0, 1);
/** At most three of a share fall on one day: more often no run is replaced by itself. */
const STOPPED = EVERY_SIGNATURE ? sharesOf(3) : sharesOf(4).slice(1, 2);
/** What is tried at every signature of one journey is tried in long runs at some of another, so that nothing else covers it up. */
const SOME = EVERY_SIGNATURE ? STOPPED : [];

let stage: TestStage;
const start = (prepared: () => Promise<TestStage>): void => {
  beforeAll(async () => {
    stage = await prepared();
  });
  afterAll(() => stage.stack.stop());
};

/** Trouble at some signatures only, or at every one. */
const at =
  (share: readonly number[] | 'every', trouble: Around): Around =>
  (signing) =>
    share === 'every' || share.includes(signing.n) ? trouble(signing) : signing.send();

/** What follows the hours that a journey lost while it waited for the sweep: dates, and how often the patient is seen. */
const FOLLOWS_TIME = /^(plan|Reassess)/;
/** Whoever signs hours later also hands over later than the release of the material allows. */
const TOO_LATE = 'deviation: against-custody-departure';
/** Whoever is late is warned, and says that they read it. */
const WARNED = 'acknowledged: ';

const apartFromTime = (log: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(log).flatMap(([stream, lines]) =>
      FOLLOWS_TIME.test(stream) || isHandling(stream)
        ? []
        : [[stream, lines.filter((line) => line !== TOO_LATE && !line.startsWith(WARNED))]],
    ),
  );

/** Per stream the same log as undisturbed, each rung told once, nothing left behind. */
async function expectUndisturbed(disturbed: readonly Played[], when: 'in time' | 'late' = 'in time'): Promise<void> {
  await stage.stack.clock.idle();
  for (const [index, played] of disturbed.entries()) {
    const { events, journeyId, unmet } = played;
    const name = `journey ${index + 1}`;
    expect(apartFromTime(logStreams(events)), name).toEqual(apartFromTime(undisturbed));
    if (when === 'in time') expect(unmet, name).toEqual([]);
    expect(stepMails(stage.stack.outbox(), journeyId), name).toEqual(rungsTold(events));
    expect(new Set(rungsTold(events)).size, name).toBe(rungsTold(events).length);
    expect(await stage.runningOf(journeyId)).toEqual([]);
  }
  expect(stage.functionErrors).toEqual([]);
}

const reasonsOf = ({ events }: Played): readonly string[] =>
  events.flatMap((event) => (event.type === 'run.started' ? [event.data.reason] : []));

/** One new run for each time that the executions were lost, and for nothing else. */
const expectReplacedAtEach = (
  played: readonly Played[],
  shares: readonly (readonly number[])[],
  reason: string,
): void => expect(played.map(reasonsOf)).toEqual(shares.map((share) => ['opened', ...share.map(() => reason)]));

describe('executions lost without a word', () => {
  start(async () => testStage({ templates: await templatesThatLoseRuns() }));

  const resume = async (journeyId: string): Promise<void> => {
    expect((await stage.command(journeyId, 'resume-execution')).status).toBe(202);
    await stage.stack.clock.idle();
  };

  it('at each open step, and resumed there by an operator', { timeout: PATIENCE_MS }, async () => {
    const lostAndResumed: Around = async ({ journeyId, send }) => {
      await stage.stopExecutionsOf(journeyId);
      expect(await stage.runningOf(journeyId)).toEqual([]);
      await resume(journeyId);
      expect(await stage.runningOf(journeyId)).not.toEqual([]);
      return send();
    };
    const played = await playTogether(
      stage,
      brief,
      RESUMED.map((share) => at(share, lostAndResumed)),
    );
    await expectUndisturbed(played);
    expectReplacedAtEach(played, RESUMED, 'resume-execution');
  });

  it('between each two steps, and resumed there; or never resumed, and found by the sweep', {
    timeout: PATIENCE_MS,
  }, async () => {
    const lostSignedAndResumed: Around = async ({ journeyId, send }) => {
      await stage.stopExecutionsOf(journeyId);
      const reply = await send();
      await stage.stack.clock.idle();
      const { body } = await stage.world.request(`/ops/journeys/${journeyId}`, { method: 'GET' });
      if ((body as { status: string }).status !== 'closed') await resume(journeyId);
      return reply;
    };
    const lost: Around = async ({ journeyId, send }) => {
      await stage.stopExecutionsOf(journeyId);
      return send();
    };
    const [resumed, swept, ...each] = await playTogether(stage, brief, [
      at('every', lostSignedAndResumed),
      at('every', lost),
      ...SOME.map((share) => at(share, lostSignedAndResumed)),
    ]);
    if (resumed === undefined || swept === undefined) throw new Error('expected two journeys');
    await expectUndisturbed([resumed, swept, ...each], 'late');
    expect(
      reasonsOf(resumed)
        .slice(1)
        // The token of what was signed was dead, which is found before the operator acts.
        .every((reason) => reason === 'resume-execution' || reason === 'sweep'),
    ).toBe(true);
    expect(reasonsOf(swept)).toContain('sweep');
  });
});

describe('executions stopped in the console', () => {
  start(() => testStage());

  it('at each open step: the rule on ended executions replaces the run', { timeout: PATIENCE_MS }, async () => {
    const stopped: Around = async ({ journeyId, send }) => {
      await stage.stopExecutionsOf(journeyId);
      await stage.stack.clock.idle();
      expect(await stage.runningOf(journeyId)).not.toEqual([]);
      return send();
    };
    const played = await playTogether(
      stage,
      brief,
      STOPPED.map((share) => at(share, stopped)),
    );
    await expectUndisturbed(played);
    expectReplacedAtEach(played, STOPPED, 'execution-ended');
  });

  it('while a decision is on its way, and again and again', { timeout: PATIENCE_MS }, async () => {
    const before: Around = async ({ journeyId, send }) => {
      const stopping = stage.stopExecutionsOf(journeyId);
      const reply = await send();
      await stopping;
      return reply;
    };
    const after: Around = async ({ journeyId, send }) => {
      const reply = await send();
      await stage.stopExecutionsOf(journeyId);
      return reply;
    };
    const played = await playTogether(stage, brief, [
      at('every', before),
      at('every', after),
      ...SOME.map((share) => at(share, after)),
    ]);
    await expectUndisturbed(played, 'late');
  });
});

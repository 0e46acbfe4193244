import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logStreams } from '../../local/scenario/log-streams.ts';
import type { Played } from '../../local/scenario/run-scenario.ts';
import { type TestStage, templatesThatLoseRuns, testStage } from '../support/stage.ts';
import { rungsTold, stepMails } from '../support/stage-mails.ts';
import { type Around, playTogether } from '../support/stage-play.ts';
import { brief, EACH_STEP } from '../support/stage-scenario.ts';

let stage: TestStage;
const start = (prepared: () => Promise<TestStage>): void => {
  beforeAll(async () => {
    stage = await prepared();
  });
  afterAll(() => stage.stack.stop());
};

/** Trouble at one signature only, or at every one. */
const at =
  (n: number | 'every', trouble: Around): Around =>
  (signing) =>
    n === 'every' || signing.n === n ? trouble(signing) : signing.send();

/** Per stream the same log as undisturbed, each rung told once, nothing left behind. */
async function expectUndisturbed(disturbed: readonly Played[]): Promise<void> {
  await stage.stack.clock.idle();
  for (const [index, played] of disturbed.entries()) {
    const { events, journeyId } = played;
    expect(logStreams(events), `journey ${index + 1}`).toEqual(brief.expect.log);
    expect(played.unmet, `journey ${index + 1}`).toEqual([]);
    expect(stepMails(stage.stack.outbox(), journeyId), `journey ${index + 1}`).toEqual(rungsTold(events));
    expect(new Set(rungsTold(events)).size, `journey ${index + 1}`).toBe(rungsTold(events).length);
    expect(await stage.runningOf(journeyId)).toEqual([]);
  }
  expect(stage.functionErrors).toEqual([]);
}

const reasonsOf = ({ events }: Played): readonly string[] =>
  events.flatMap((event) => (event.type === 'run.started' ? [event.data.reason] : []));

describe('executions lost without a word', () => {
  start(async () => testStage({ templates: await templatesThatLoseRuns() }));

  const resume = async (journeyId: string): Promise<void> => {
    expect((await stage.command(journeyId, 'resume-execution')).status).toBe(202);
    await stage.stack.clock.idle();
  };

  it('at each open step, and resumed there by an operator', { timeout: 180_000 }, async () => {
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
      EACH_STEP.map((n) => at(n, lostAndResumed)),
    );
    await expectUndisturbed(played);
    for (const one of played) expect(reasonsOf(one)).toEqual(['opened', 'resume-execution']);
  });

  it('between each two steps, and resumed there; or never resumed, and found by the sweep', {
    timeout: 180_000,
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
      ...[1, 2, 3, 6, 13].map((n) => at(n, lostSignedAndResumed)),
    ]);
    if (resumed === undefined || swept === undefined) throw new Error('expected two journeys');
    await expectUndisturbed([resumed, swept, ...each]);
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

  it('at each open step: the rule on ended executions replaces the run', { timeout: 180_000 }, async () => {
    const stopped: Around = async ({ journeyId, send }) => {
      await stage.stopExecutionsOf(journeyId);
      await stage.stack.clock.idle();
      expect(await stage.runningOf(journeyId)).not.toEqual([]);
      return send();
    };
    const played = await playTogether(
      stage,
      brief,
      EACH_STEP.map((n) => at(n, stopped)),
    );
    await expectUndisturbed(played);
    for (const one of played) expect(reasonsOf(one)).toEqual(['opened', 'execution-ended']);
  });

  it('while a decision is on its way, and again and again', { timeout: 180_000 }, async () => {
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
      ...[1, 2, 3, 6, 13, 14].map((n) => at(n, after)),
    ]);
    await expectUndisturbed(played);
  });
});

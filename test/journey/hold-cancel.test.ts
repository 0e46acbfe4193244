import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RECORD } from '../../lambdas/domain/sign-off/submission.ts';
import { steps } from '../../lambdas/domain/steps/index.ts';
import type { StepName } from '../../lambdas/domain/vocabulary.ts';
import { logStreams } from '../../local/scenario/log-streams.ts';
import { type TestStage, testStage } from '../support/stage.ts';
import { rungsTold, stepMails } from '../support/stage-mails.ts';
import { type Around, playTogether, type Signing } from '../support/stage-play.ts';
import { BRIEF_SIGNATURES, brief, EACH_STEP } from '../support/stage-scenario.ts';

/** Signatures at which two steps are open: both of Order, and the discharge while the first visit is asked. */
const TWO_OPEN = [1, BRIEF_SIGNATURES - 1];
/** Signatures for what should not have been done on hold: recorded, and a deviation. */
const DONE_ON_HOLD: Readonly<Record<number, readonly string[]>> = {
  3: ['Record apheresis 1'],
  13: ['Give the product 1'],
};

let stage: TestStage;
beforeAll(async () => {
  stage = await testStage();
});
afterAll(() => stage.stack.stop());

const journeyOf = async (journeyId: string) =>
  (await stage.world.request(`/ops/journeys/${journeyId}`, { method: 'GET' })).body as {
    status: string;
    openSteps: readonly string[];
  };

const noticesOf = (journeyId: string, kind: string): readonly string[] =>
  stage.stack
    .outbox()
    .filter(({ tags }) => tags.journey === journeyId && tags.kind === kind)
    .map(({ to }) => to.join())
    .sort();

const isAuthorising = async ({ path, submission }: Signing): Promise<boolean> => {
  const { body } = await stage.world.request(path, { method: 'GET', headers: { accept: 'application/json' } });
  const { step, status } = body as { step: StepName; status: string };
  expect(status).toBe('held');
  return submission.decision !== RECORD && steps[step].decisions[submission.decision]?.kind === 'authorise';
};

describe('hold and resume at each open step', () => {
  it('refuses to authorise and says why, records what was done, and goes on after the resume', {
    timeout: 180_000,
  }, async () => {
    const refused: number[] = [];
    const held =
      (at: number): Around =>
      async (signing) => {
        if (signing.n !== at) return signing.send();
        const { journeyId } = signing;
        const { openSteps } = await journeyOf(journeyId);
        if (TWO_OPEN.includes(at)) expect(openSteps).toHaveLength(2);
        expect((await stage.command(journeyId, 'hold')).status).toBe(202);
        expect((await stage.command(journeyId, 'hold')).status).toBe(409);
        const authorises = await isAuthorising(signing);
        const onHold = await signing.send();
        if (authorises) {
          refused.push(at);
          expect(onHold).toMatchObject({
            status: 403,
            body: { code: 'forbidden', detail: { gates: [{ gate: 'not-held' }] } },
          });
          expect((onHold.body as { message: string }).message).toContain('on hold');
          expect(await journeyOf(journeyId)).toMatchObject({ status: 'held', openSteps });
        } else {
          expect(onHold.status).toBe(200);
        }
        // The last signature ends the journey, on hold or not.
        const closed = (await journeyOf(journeyId)).status === 'closed';
        expect((await stage.command(journeyId, 'resume')).status).toBe(closed ? 409 : 202);
        const after = await signing.send(authorises);
        expect(after.status).toBe(200);
        // What was recorded on hold is not recorded twice.
        if (!authorises) expect(after.body).toEqual(onHold.body);
        return after;
      };
    const played = await playTogether(stage, brief, EACH_STEP.map(held));
    await stage.stack.clock.idle();
    expect(stage.functionErrors).toEqual([]);
    // Eligibility, consent, certificate, receipt and GO authorise; all others record what was done.
    expect(refused).toEqual([1, 2, 4, 5, 6]);
    for (const [index, { events, journeyId, verification }] of played.entries()) {
      const signature = EACH_STEP[index] ?? 0;
      const at = `held at signature ${signature}`;
      const { journey = [], ...streams } = logStreams(events);
      const last = signature === BRIEF_SIGNATURES;
      expect(journey, at).toEqual(['opened', 'held', ...(last ? [] : ['resumed']), 'closed: died']);
      const { journey: _, ...usual } = brief.expect.log;
      const isDeviation = (line: string): boolean => line.startsWith('deviation: ');
      const lines = Object.entries(streams).map(([stream, all]) => [stream, all.filter((line) => !isDeviation(line))]);
      expect(Object.fromEntries(lines), at).toEqual(usual);
      const deviations = Object.entries(streams).flatMap(([stream, all]) => all.filter(isDeviation).map(() => stream));
      expect(deviations, at).toEqual(DONE_ON_HOLD[signature] ?? []);
      expect(verification.verified, at).toBe(true);
      expect(stepMails(stage.stack.outbox(), journeyId), at).toEqual(rungsTold(events));
      const told = ['coordinator@hospital.example', 'physician@hospital.example'];
      expect(noticesOf(journeyId, 'journey-held'), at).toEqual(told);
      expect(noticesOf(journeyId, 'journey-resumed'), at).toEqual(last ? [] : told);
    }
  });
});

describe('cancel at each open step', () => {
  it('answers every waiting task, withdraws what is open and leaves no execution', { timeout: 180_000 }, async () => {
    const cancelled =
      (at: number, first: readonly string[] = []): Around =>
      async (signing) => {
        if (signing.n !== at) return signing.send();
        const { journeyId } = signing;
        for (const command of first) expect((await stage.command(journeyId, command)).status).toBe(202);
        expect((await stage.command(journeyId, 'cancel')).status).toBe(202);
        await stage.stack.clock.idle();
        expect(await stage.runningOf(journeyId)).toEqual([]);
        const late = await signing.send();
        expect(late).toMatchObject({ status: 409, body: { code: 'conflict' } });
        // The person learns that it is over; the player need not be told more.
        return { status: 200, body: {} };
      };
    const arounds = [
      ...EACH_STEP.map((at) => cancelled(at)),
      // On hold, and after a run was replaced: what waits in old and new executions is answered alike.
      ...TWO_OPEN.map((at) => cancelled(at, ['hold'])),
      ...TWO_OPEN.map((at) => cancelled(at, ['resume-execution'])),
    ];
    const played = await playTogether(stage, brief, arounds);
    await stage.stack.clock.idle();
    expect(stage.functionErrors).toEqual([]);
    for (const { events, journeyId, verification } of played) {
      expect(verification.verified).toBe(true);
      expect(logStreams(events).journey?.slice(-2)).toEqual(['cancelled', 'closed: cancelled']);
      const ends = events.filter(({ type }) => type === 'phase.ended');
      expect(ends).toHaveLength(events.filter(({ type }) => type === 'phase.entered').length);
      expect(noticesOf(journeyId, 'journey-cancelled')).toEqual([
        'coordinator@hospital.example',
        'pharmacist@hospital.example',
        'physician@hospital.example',
      ]);
      expect(stepMails(stage.stack.outbox(), journeyId)).toEqual(rungsTold(events));
      expect(stage.stack.schedules().map(({ Name }) => Name)).not.toContain(journeyId);
    }
    // Every execution ended by itself: nothing was stopped, nothing failed.
    const ids = new Set(played.map(({ journeyId }) => journeyId));
    const ended = (await stage.stack.executions()).filter(({ name }) => ids.has(name.split('-')[0] ?? ''));
    expect(ended.filter(({ status }) => status !== 'SUCCEEDED')).toEqual([]);
  });
});

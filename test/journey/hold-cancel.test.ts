import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RECORD } from '../../lambdas/domain/sign-off/submission.ts';
import { steps } from '../../lambdas/domain/steps/index.ts';
import type { StepName } from '../../lambdas/domain/vocabulary.ts';
import { logStreams } from '../../local/scenario/log-streams.ts';
import { closure } from '../../scenarios/usual-log.ts';
import { type TestStage, testStage } from '../support/stage.ts';
import { rungsTold, stepMails } from '../support/stage-mails.ts';
import { type Around, isHandling, playTogether, type Signing } from '../support/stage-play.ts';
import {
  BOOKED_FROM,
  BRIEF_SIGNATURES,
  brief,
  CANCELLED_AT,
  expectedOf,
  PATIENCE_MS,
  SHORT_CLOSURE_FROM,
  sharesOf,
  short,
  TWO_OPEN,
} from '../support/stage-scenario.ts';

/** Signatures for what should not have been done on hold: recorded, and a deviation. */
const DONE_ON_HOLD: Readonly<Record<number, string>> = {
  13: 'Record apheresis: recorded-while-held',
  15: 'Ship the starting material: recorded-while-held',
  23: 'Follow the delivery: recorded-while-held',
  39: 'Give the product: recorded-while-held',
  44: 'Give the product: recorded-while-held',
  46: 'Give the product: recorded-while-held',
};
/** Signatures that rest on a GO, which a hold ends: it has to be given anew, as the tests of the domain show. */
const AFTER_A_GO: readonly number[] = [32, 35];
const HELD = sharesOf(2)
  .map((share) => share.filter((n) => !AFTER_A_GO.includes(n)))
  .filter(({ length }) => length > 0);
/** Signatures of which each authorises something. */
const AUTHORISE: readonly number[] = [1, 2, 3, 4, 5, 6, 8, 9, 10, 14, 18, 20, 21, 22, 27, 29, 30, 31, 34];
/** The signatures of the GO for thaw and of the thaw: a hold between them ends the GO, and the thaw is against it. */
const GO_AT = 35;
const THAWED_AT = 39;
const AGAINST_GO = 'Give the product: against-go-stands-thaw';
/** The signature by which the collection is recorded: from it on there is something to account for. */
const COLLECTED_AT = 13;

interface Refused {
  readonly code: string;
  readonly message: string;
  readonly detail: { readonly gates: readonly { readonly gate: string }[] };
}

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
    timeout: PATIENCE_MS,
  }, async () => {
    const refused: number[] = [];
    const held =
      (share: readonly number[]): Around =>
      async (signing) => {
        const { journeyId, n } = signing;
        if (!share.includes(n)) return signing.send();
        const { openSteps } = await journeyOf(journeyId);
        if (TWO_OPEN.includes(n)) expect(openSteps).toHaveLength(2);
        expect((await stage.command(journeyId, 'hold')).status).toBe(202);
        expect((await stage.command(journeyId, 'hold')).status).toBe(409);
        const authorises = await isAuthorising(signing);
        const first = await signing.send();
        // What the hold changed on the page is read before it is signed.
        const hasChanged = first.status === 409 && (first.body as Refused).code === 'changed';
        const onHold = hasChanged ? await signing.send(true) : first;
        if (authorises) {
          refused.push(n);
          expect(onHold).toMatchObject({ status: 403, body: { code: 'forbidden' } });
          expect((onHold.body as Refused).detail.gates.map(({ gate }) => gate)).toContain('not-held');
          expect((onHold.body as Refused).message).toContain('on hold');
          expect(await journeyOf(journeyId)).toMatchObject({ status: 'held', openSteps });
        } else {
          expect(onHold.status).toBe(200);
        }
        // The last signature ends the journey, on hold or not.
        const isLast = n === BRIEF_SIGNATURES;
        expect((await stage.command(journeyId, 'resume')).status).toBe(isLast ? 409 : 202);
        const after = await signing.send(authorises || hasChanged);
        expect({ n, ...after }).toMatchObject({ n, status: 200 });
        // What was recorded on hold is not recorded twice.
        if (!authorises) expect(after.body).toEqual(onHold.body);
        return after;
      };
    const played = await playTogether(stage, brief, HELD.map(held));
    await stage.stack.clock.idle();
    expect(stage.functionErrors).toEqual([]);
    expect(refused.toSorted((one, other) => one - other)).toEqual(AUTHORISE);
    const { journey: _, ...usual } = expectedOf(brief).log;
    for (const [index, { events, journeyId, verification }] of played.entries()) {
      const share = HELD[index] ?? [];
      const at = `held at signatures ${share.join(', ')}`;
      const resumed = share.filter((n) => n !== BRIEF_SIGNATURES);
      const { journey = [], ...streams } = logStreams(events);
      const count = (line: string): number => journey.filter((one) => one === line).length;
      expect([count('held'), count('resumed')], at).toEqual([share.length, resumed.length]);
      const isDeviation = (line: string): boolean => line.startsWith('deviation: ');
      const ofCourse = Object.entries(streams).filter(([stream]) => !isHandling(stream));
      const lines = ofCourse.map(([stream, all]) => [stream, all.filter((line) => !isDeviation(line))]);
      expect(Object.fromEntries(lines), at).toEqual(usual);
      const deviations = events.flatMap((event) =>
        event.type === 'deviation.opened' ? [`${event.data.step}: ${event.data.kind}`] : [],
      );
      const isGoEnded = share.some((n) => n > GO_AT && n <= THAWED_AT);
      const deviating = [...share.flatMap((n) => DONE_ON_HOLD[n] ?? []), ...(isGoEnded ? [AGAINST_GO] : [])];
      expect(deviations.toSorted(), at).toEqual(deviating.toSorted());
      expect(verification.verified, at).toBe(true);
      expect(stepMails(stage.stack.outbox(), journeyId), at).toEqual(rungsTold(events));
      const told = ['coordinator@hospital.example', 'physician@hospital.example'];
      const toldEach = (times: readonly number[]) => told.flatMap((to) => times.map(() => to));
      expect(noticesOf(journeyId, 'journey-held'), at).toEqual(toldEach(share));
      expect(noticesOf(journeyId, 'journey-resumed'), at).toEqual(toldEach(resumed));
    }
  });
});

describe('cancel at each open step', () => {
  interface Trial {
    readonly at: number;
    readonly first: readonly string[];
  }
  /** On hold, and after a run was replaced: what waits in old and new executions is answered alike. */
  const TRIALS: readonly Trial[] = [
    ...CANCELLED_AT.map((at) => ({ at, first: [] })),
    ...TWO_OPEN.slice(0, 1).flatMap((at) => ['hold', 'resume-execution'].map((command) => ({ at, first: [command] }))),
  ];

  it('answers every waiting task, withdraws what is open, and lets people put in order what was booked', {
    timeout: PATIENCE_MS,
  }, async () => {
    const cancelled =
      ({ at, first }: Trial): Around =>
      async (signing) => {
        if (signing.n !== at) return signing.send();
        const { journeyId } = signing;
        for (const command of first) expect((await stage.command(journeyId, command)).status).toBe(202);
        expect((await stage.command(journeyId, 'cancel')).status).toBe(202);
        expect((await stage.command(journeyId, 'cancel')).status).toBe(409);
        await stage.stack.clock.idle();
        const run = first.includes('resume-execution') ? 2 : 1;
        expect(await stage.runningOf(journeyId)).toEqual(at < BOOKED_FROM ? [] : [`${journeyId}-Closure-1-${run}`]);
        const late = await signing.send();
        expect(late).toMatchObject({ status: 409, body: { code: 'conflict' } });
        // The person learns that it is over; the player need not be told more.
        return { status: 200, body: {} };
      };
    const played = await playTogether(stage, brief, TRIALS.map(cancelled));
    await stage.stack.clock.idle();
    expect(stage.functionErrors).toEqual([]);
    for (const [index, { events, journeyId, verification }] of played.entries()) {
      const { at = 0, first = [] } = TRIALS[index] ?? {};
      const name = `cancelled at signature ${at} ${first.join()}`;
      expect(verification.verified, name).toBe(true);
      const { journey, ...streams } = logStreams(events);
      const closing = at < BOOKED_FROM ? [] : ['closing: cancelled'];
      const held = first.filter((command) => command === 'hold').map(() => 'held');
      expect(journey, name).toEqual(['opened', ...held, 'cancelled', ...closing, 'closed: cancelled']);
      const inClosure = Object.keys(closure()).flatMap((stream) =>
        streams[stream] === undefined ? [] : [[stream, streams[stream]] as const],
      );
      const containers = at > COLLECTED_AT;
      expect(Object.fromEntries(inClosure), name).toEqual(at < BOOKED_FROM ? {} : closure({ containers }));
      const ends = events.filter(({ type }) => type === 'phase.ended');
      expect(ends, name).toHaveLength(events.filter(({ type }) => type === 'phase.entered').length);
      expect(noticesOf(journeyId, 'journey-cancelled'), name).toEqual([
        'coordinator@hospital.example',
        'pharmacist@hospital.example',
        'physician@hospital.example',
      ]);
      expect(stepMails(stage.stack.outbox(), journeyId), name).toEqual(rungsTold(events));
      expect(await stage.runningOf(journeyId), name).toEqual([]);
      expect(stage.stack.schedules().map(({ Name }) => Name)).not.toContain(journeyId);
    }
    // Every execution ended by itself: nothing was stopped, nothing failed.
    const ids = new Set(played.map(({ journeyId }) => journeyId));
    const ended = (await stage.stack.executions()).filter(({ name }) => ids.has(name.split('-')[0] ?? ''));
    expect(ended.filter(({ status }) => status !== 'SUCCEEDED')).toEqual([]);
  });

  it('comes too late for a course that has ended and is being closed', { timeout: PATIENCE_MS }, async () => {
    let tried = 0;
    const late: Around = async (signing) => {
      if (signing.n >= SHORT_CLOSURE_FROM) {
        tried += 1;
        expect(await stage.command(signing.journeyId, 'cancel')).toMatchObject({
          status: 409,
          body: { message: expect.stringContaining('being closed') },
        });
      }
      return signing.send();
    };
    const [played] = await playTogether(stage, short, [late]);
    expect(tried).toBe(2);
    expect(played?.unmet).toEqual([]);
  });
});

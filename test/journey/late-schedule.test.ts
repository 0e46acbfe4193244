import { DeleteScheduleCommand } from '@aws-sdk/client-scheduler';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestStage, testStage } from '../support/stage.ts';
import { mailsTooLate, rungsTold, stepMails } from '../support/stage-mails.ts';
import { eventsOf, orderJourney } from '../support/stage-order.ts';

const DAY_MS = 86_400_000;

let stage: TestStage;
let journeyId: string;
beforeEach(async () => {
  stage = await testStage({ restWhenIdle: false });
  journeyId = await orderJourney(stage);
});
afterEach(() => stage.stack.stop());

const scheduleOf = () => stage.stack.schedules().find(({ Name }) => Name === journeyId);

const deleteSchedule = async (): Promise<void> => {
  const schedule = scheduleOf();
  if (schedule === undefined) throw new Error('expected a schedule of the journey');
  const { Name, GroupName } = schedule;
  await stage.stack.clientsFor().scheduler.send(new DeleteScheduleCommand({ Name, GroupName }));
};

const firstReminderAt = async (): Promise<number> => {
  const { body } = await stage.world.request(`/ops/journeys/${journeyId}`, { method: 'GET' });
  return Date.parse((body as { nextDueAt: string }).nextDueAt);
};

/** Every rung in the log was mailed once, and none before or without it. */
const expectEachToldOnce = async (): Promise<void> => {
  const events = await eventsOf(stage, journeyId);
  const told = rungsTold(events);
  expect(new Set(told).size).toBe(told.length);
  expect(stepMails(stage.stack.outbox(), journeyId)).toEqual(told);
  expect(mailsTooLate(stage.stack.outbox(), events)).toEqual([]);
  expect(stage.functionErrors).toEqual([]);
};

describe('a schedule that is lost', () => {
  it('is written again by the sweep, and what was due is told within a day and the patience of the sweep', async () => {
    const due = await firstReminderAt();
    await deleteSchedule();
    const { clock } = stage.stack;
    await clock.advance(due - clock.now() + 60 * 60_000 + DAY_MS);
    expect(scheduleOf()).toBeDefined();
    const told = stage.stack.outbox().filter(({ tags }) => tags.kind === 'step' && tags.rung !== 'asked');
    expect(told.length).toBeGreaterThan(0);
    await expectEachToldOnce();
  });
});

describe('a schedule that fires', () => {
  const fire = () => stage.stack.invoke('journey-due', { schemaVersion: 1, journeyId });

  it('too early: nothing is told, and it is planned again', async () => {
    const before = stage.stack.outbox().length;
    // It was deleted after completion, as the service does.
    await deleteSchedule();
    expect(await fire()).toHaveProperty('payload');
    await stage.stack.clock.idle();
    expect(stage.stack.outbox()).toHaveLength(before);
    expect(scheduleOf()).toBeDefined();
    await expectEachToldOnce();
  });

  it('twice and at once: each rung is told once', async () => {
    const { clock } = stage.stack;
    const due = await firstReminderAt();
    await clock.advance(due - clock.now());
    await Promise.all([fire(), fire(), fire()]);
    await clock.advance(120_000);
    await fire();
    await clock.idle();
    const told = stage.stack.outbox().filter(({ tags }) => tags.rung === 'half');
    expect(told.length).toBeGreaterThan(0);
    await expectEachToldOnce();
  });

  it('weeks late: only the last rung that was due is told, the others are marked', async () => {
    const { clock, outbox } = { clock: stage.stack.clock, outbox: () => stage.stack.outbox() };
    await deleteSchedule();
    // Neither the schedule nor the sweep came in time: the clock stands weeks later when the call arrives.
    const sweep = stage.stack.schedules().find(({ Target }) => Target.Arn.includes('weep'));
    if (sweep === undefined) throw new Error('expected the schedule of the sweep');
    await stage.stack
      .clientsFor()
      .scheduler.send(new DeleteScheduleCommand({ Name: sweep.Name, GroupName: sweep.GroupName }));
    await clock.advance(40 * DAY_MS);
    const before = outbox().length;
    await fire();
    await clock.idle();
    const told = outbox()
      .slice(before)
      .map(({ tags }) => `${tags.step}: ${tags.rung}`);
    // Once to each of the two roles that it names.
    expect(told).toEqual(['Register_the_referral: weekly-5', 'Register_the_referral: weekly-5']);
    await expectEachToldOnce();
  });
});

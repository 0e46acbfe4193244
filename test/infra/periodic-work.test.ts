import { describe, expect, test } from 'vitest';
import { STAGES } from '../../lib/config.ts';
import { periodicWork } from '../../lib/periodic-work.ts';
import { deployment, synthesise } from './synthesised.ts';

describe.each(STAGES)('%s', (stage) => {
  const schedules = synthesise(deployment({ stage })).journeys.findResources('AWS::Scheduler::Schedule');

  test('has the schedules of its list and no others', () => {
    const made = Object.entries(schedules).map(([id, { Properties }]) => [
      id,
      Properties.ScheduleExpression,
      JSON.parse(Properties.Target.Input),
    ]);
    expect(made.toSorted()).toEqual(
      periodicWork(stage)
        .map(({ id, rate, input }) => [id, rate, input])
        .toSorted(),
    );
  });

  test('each of them says what to do, and keeps what could not be delivered', () => {
    for (const { Properties } of Object.values(schedules)) {
      expect(Properties.Target.DeadLetterConfig).toBeDefined();
      expect(JSON.parse(Properties.Target.Input)).toMatchObject({ schemaVersion: 1, work: expect.any(String) });
    }
  });
});

test('undelivered effects are sent again hourly where patients are, and daily where time is virtual', () => {
  const rates = (stage: (typeof STAGES)[number]) => periodicWork(stage).map(({ input, rate }) => [input.work, rate]);
  const daily = ['sweep', 'rate(1 day)'];
  const hourly = ['requeue', 'rate(1 hour)'];
  expect(rates('production')).toEqual([daily, hourly]);
  expect(rates('staging')).toEqual([daily, hourly]);
  expect(rates('emulator')).toEqual([daily]);
  expect(rates('embedded')).toEqual([daily]);
});

import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { periodicWork } from '../../lib/periodic-work.ts';
import { synthTemplates } from '../../local/template/synth.ts';
import { type TestStage, testStage } from '../support/stage.ts';
import { orderJourney } from '../support/stage-order.ts';

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

const resources = async (): Promise<readonly Resource[]> =>
  (await synthTemplates()).flatMap(({ template }) =>
    Object.values((template as { Resources?: Record<string, Resource> }).Resources ?? {}),
  );

describe('periodic work', () => {
  it('is the list of lib/periodic-work.ts and nothing else', async () => {
    const all = await resources();
    const schedules = all.filter(({ Type }) => Type === 'AWS::Scheduler::Schedule');
    expect(schedules.map(({ Properties }) => Properties?.ScheduleExpression)).toEqual(
      periodicWork('embedded').map(({ rate }) => rate),
    );
    const rules = all.filter(({ Type }) => Type === 'AWS::Events::Rule');
    expect(rules.filter(({ Properties }) => Properties?.ScheduleExpression !== undefined)).toEqual([]);
  });

  it('reads one stream and polls no queue, table or execution', async () => {
    const mappings = (await resources()).filter(({ Type }) => Type === 'AWS::Lambda::EventSourceMapping');
    expect(mappings).toHaveLength(1);
    expect(JSON.stringify(mappings)).toContain('StreamArn');
  });

  it('has no timer of its own in any function', () => {
    const waiting = globSync('lambdas/**/*.ts').filter((file) =>
      /\bset(Interval|Timeout|Immediate)\b|timers\/promises/.test(readFileSync(file, 'utf8')),
    );
    // The retries of a lost race, and of what a busy table left over, wait for milliseconds.
    expect(waiting.toSorted()).toEqual(['lambdas/adapters/batch-get.ts', 'lambdas/adapters/transact.ts']);
  });

  it('is all that runs while a journey waits for people', async () => {
    const stage: TestStage = await testStage({ restWhenIdle: false });
    try {
      await orderJourney(stage);
      const { stack } = stage;
      // The reminders of Order are over within three weeks; then come weekly ones and nothing between.
      await stack.clock.advance(21 * DAY_MS);
      const before = stack.usage();
      const mails = stack.outbox().length;
      await stack.clock.advance(14 * DAY_MS);
      const after = stack.usage();
      expect(after.schedules - before.schedules).toBeLessThanOrEqual(14 + (stack.outbox().length - mails));
      expect(after.stateTransitions).toBe(before.stateTransitions);
    } finally {
      await stage.stack.stop();
    }
  });
});

const DAY_MS = 86_400_000;

import { afterEach, describe, expect, it } from 'vitest';
import { playScenario } from '../../local/scenario/run-scenario.ts';
import { scenarios } from '../../scenarios/index.ts';
import { type TestStage, testStage } from '../support/stage.ts';
import { mailsTooLate, rungsTold, stepMails } from '../support/stage-mails.ts';

/** Everything of the invented patient that `orderMessage` sends and no log, mail or event may carry. */
const PATIENT = /\bErin\b|\bExample\b|MRN-|1961-04-05/;

let stage: TestStage;
afterEach(() => stage.stack.stop());

describe('scenario', () => {
  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', async (name, scenario) => {
    stage = await testStage();
    const { stack } = stage;
    const played = await playScenario(stage.world, scenario, {
      webhookSecret: stage.webhookSecret,
      order: `ORDER-${name}`,
    });
    await stack.clock.idle();
    const { events, journeyId } = played;

    expect(played.unmet).toEqual([]);
    expect(played.verification).toMatchObject({ verified: true });
    expect(stage.functionErrors).toEqual([]);
    expect(stack.deadLetters()).toEqual([]);
    expect(await stack.executions('RUNNING')).toEqual([]);
    expect(stack.schedules().map(({ Name }) => Name)).not.toContain(journeyId);

    const mails = stack.outbox();
    expect(stepMails(mails, journeyId)).toEqual(rungsTold(events));
    expect(mailsTooLate(mails, events)).toEqual([]);

    for (const [what, text] of Object.entries({
      log: JSON.stringify(events),
      mails: JSON.stringify(mails),
      'outbound events': JSON.stringify(stack.events()),
      schedules: JSON.stringify(stack.schedules()),
    })) {
      expect(PATIENT.exec(text), `patient data in ${what}`).toBeNull();
    }
  });
});

describe('a product that waits 14 months', () => {
  it('has its run replaced before the year is over, and each rung is told once', async () => {
    stage = await testStage();
    const scenario = scenarios.find(({ name }) => name === 'deferred');
    if (scenario === undefined) throw new Error('expected a scenario deferred');
    const { events, journeyId } = await playScenario(stage.world, scenario, {
      webhookSecret: stage.webhookSecret,
      order: 'ORDER-1',
    });
    const runs = events.flatMap((event) => (event.type === 'run.started' ? [event.data.reason] : []));
    expect(runs).toEqual(['opened', 'age']);
    expect(events.filter(({ type }) => type === 'step.opened')).toHaveLength(new Set(openedKeys(events)).size);
    expect(stepMails(stage.stack.outbox(), journeyId)).toEqual([...new Set(rungsTold(events))]);
  });
});

const openedKeys = (events: Awaited<ReturnType<typeof playScenario>>['events']): readonly string[] =>
  events.flatMap((event) =>
    event.type === 'step.opened' ? [`${event.data.phase} ${event.data.round} ${event.data.step}`] : [],
  );

import { afterEach, expect, it } from 'vitest';
import { playScenario } from '../../local/scenario/run-scenario.ts';
import { scenarios } from '../../scenarios/index.ts';
import { type TestStage, testStage } from './stage.ts';
import { mailsTooLate, rungsTold, stepMails } from './stage-mails.ts';

/** Everything of the invented patient that `orderMessage` sends and no log, mail or event may carry. */
const PATIENT = /\bErin\b|\bExample\b|MRN-|1961-04-05/;

/** Why runs were started, where it is not only because the journey was opened: a product waits 14 months. */
const RUNS: Readonly<Record<string, readonly string[]>> = {
  deferred: ['opened', 'age'],
  'turned-back': ['opened', 'redirected', 'redirected'],
};

const PARTS = 3;

/** Plays every third scenario, so that machines with several cores are done sooner. `part`: 1 to 3. */
export function playPart(part: number): void {
  let stage: TestStage;
  afterEach(() => stage.stack.stop());

  it.each(
    scenarios.filter((_, index) => index % PARTS === part - 1).map((scenario) => [scenario.name, scenario] as const),
  )('scenario %s', async (name, scenario) => {
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
    expect(events.flatMap((event) => (event.type === 'run.started' ? [event.data.reason] : []))).toEqual(
      RUNS[name] ?? ['opened'],
    );
    const opened = openedKeys(events);
    expect(opened).toHaveLength(new Set(opened).size);

    const mails = stack.outbox();
    const told = rungsTold(events);
    expect(new Set(told).size).toBe(told.length);
    expect(stepMails(mails, journeyId)).toEqual(told);
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
}

const openedKeys = (events: Awaited<ReturnType<typeof playScenario>>['events']): readonly string[] =>
  events.flatMap((event) =>
    event.type === 'step.opened' ? [`${event.data.phase} ${event.data.round} ${event.data.step}`] : [],
  );

import { afterAll, describe, expect, it } from 'vitest';
import { readModel } from '../../local/template/read-model.ts';
import { synthTemplates } from '../../local/template/synth.ts';
import { scenarios } from '../../scenarios/index.ts';
import { happyOnName, OTHER_PRODUCTS } from '../support/happy-on.ts';
import { playInThreads } from '../support/scenario-pool.ts';
import type { StagedScenario } from '../support/scenario-worker.ts';
import { mailsTooLate, rungsTold, stepMails, withoutReader } from '../support/stage-mails.ts';
import { neverEntered } from '../support/states-of-machines.ts';

/** Everything of the invented patient that `orderMessage` sends and no log, mail or event may carry. */
const PATIENT = /\bErin\b|\bExample\b|MRN-|1961-04-05/;

/** Why runs were started, where it is not only because the journey was opened. */
const RUNS: Readonly<Record<string, readonly string[]>> = {
  // The product waits 14 months.
  deferred: ['opened', 'age'],
  'turned-back': ['opened', 'redirected', 'redirected'],
};

/** For all of them: the last waits until every other was played. */
const PATIENCE_MS = 600_000;

const names = [...scenarios.map(({ name }) => name), ...OTHER_PRODUCTS.map(happyOnName)];
const { staged, end } = playInThreads(names);
afterAll(end);

const stagedAs = async (name: string): Promise<StagedScenario> => {
  const played = await staged.get(name);
  if (played === undefined) throw new Error(`expected a scenario ${name}`);
  return played;
};

describe('scenario', () => {
  it.each(names)('%s', { timeout: PATIENCE_MS }, async (name) => {
    const { events, journeyId, mails, schedules, outbound, ...rest } = await stagedAs(name);
    expect(rest.unmet).toEqual([]);
    expect(rest.verification).toMatchObject({ verified: true });
    expect(rest.functionErrors).toEqual([]);
    expect(rest.deadLetters).toEqual([]);
    expect(rest.running).toEqual([]);
    expect(schedules.map(({ Name }) => Name)).not.toContain(journeyId);

    const runs = events.flatMap((event) => (event.type === 'run.started' ? [event.data.reason] : []));
    expect(runs).toEqual(RUNS[name] ?? ['opened']);
    const opened = events.flatMap((event) =>
      event.type === 'step.opened' ? [`${event.data.phase} ${event.data.round} ${event.data.step}`] : [],
    );
    expect(opened).toHaveLength(new Set(opened).size);

    const told = rungsTold(events);
    expect(told).toHaveLength(new Set(told).size);
    const sent = stepMails(mails, journeyId);
    // Where several hold a role, a story says itself who is told.
    const { staff, inHospital } = scenarios.find((one) => one.name === name) ?? {};
    const isOneEach = staff === undefined && inHospital === undefined;
    if (isOneEach) expect(sent).toEqual(told);
    else expect(withoutReader(sent)).toEqual(withoutReader(told));
    expect(mailsTooLate(mails, events)).toEqual([]);

    for (const [what, kept] of Object.entries({ log: events, mails, 'outbound events': outbound, schedules })) {
      expect(PATIENT.exec(JSON.stringify(kept)), `patient data in ${what}`).toBeNull();
    }
  });
});

describe('the scenarios together', () => {
  it('enter every state of every machine, but those with a reason', { timeout: PATIENCE_MS }, async () => {
    const entered = await Promise.all(names.map(async (name) => (await stagedAs(name)).entered));
    expect(neverEntered(readModel(await synthTemplates()).machines, entered)).toEqual({ states: [], reasons: [] });
  });
});

import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomness } from '../../local/aws/randomness.ts';
import type { Mail } from '../../local/aws/ses.ts';
import { lostSignatures } from '../../local/faults/acknowledged.ts';
import { logStreams } from '../../local/scenario/log-streams.ts';
import { type Played, playScenario } from '../../local/scenario/run-scenario.ts';
import { KilledStack } from '../support/killed-stack.ts';
import { outsideWorld } from '../support/outside-world.ts';
import { rungsTold, stepMails } from '../support/stage-mails.ts';
import { expectedOf, short } from '../support/stage-scenario.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const KILLS = Number(process.env.KILLS ?? 8);
const SEED = Number(process.env.SEED ?? 1);
/** The most requests that a process answers before it is killed: a life is as long on a slow machine as on a fast one. */
const MOST_ANSWERS = 50;
/** Then it is killed somewhere in what it does next, within so many milliseconds. */
const LONGEST_PAUSE_MS = 100;

let stack: KilledStack;
beforeAll(async () => {
  stack = await KilledStack.start(SECRET);
});
afterAll(() => stack.stop());

it(`loses nothing and decides nothing twice when it is killed ${KILLS} times (seed ${SEED})`, {
  timeout: 120_000 + KILLS * 6_000,
}, async () => {
  const random = randomness(SEED, 'kills').number;
  const { world, acknowledged, mails, answers } = outsideWorld(stack);
  let killing = true;
  const kills = (async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      await stack.ready();
      await answers(Math.floor(random() * MOST_ANSWERS));
      // A kill at a random instant is what is tested, so this waits on purpose.
      await wait(random() * LONGEST_PAUSE_MS);
      await stack.kill(random() < 0.5);
    }
    killing = false;
  })();
  const journeys: Played[] = [];
  while (killing) {
    journeys.push(await playScenario(world, short, { webhookSecret: SECRET, order: `ORDER-${journeys.length + 1}` }));
  }
  await kills;
  await world.settle();

  const sent = await mails();
  for (const { journeyId, events, verification } of journeys) {
    expect(verification).toMatchObject({ verified: true });
    expect(logStreams(events)).toEqual(expectedOf(short).log);
    const told = rungsTold(events);
    expect(new Set(told).size).toBe(told.length);
    expect([...new Set(stepMails(sent, journeyId))]).toEqual(told);
  }
  const recorded = journeys.flatMap(({ events }) => events);
  expect(acknowledged.length).toBeGreaterThan(journeys.length);
  expect(lostSignatures(acknowledged, recorded)).toEqual([]);
  expect(stack.mailsAtKills).toHaveLength(KILLS);
  expect(unexplainedRepeats(sent, stack.mailsAtKills)).toEqual([]);
});

/** Mails sent once more although the mail before was not the last thing that a killed process sent. */
function unexplainedRepeats(mails: readonly Mail[], mailsAtKills: readonly number[]): readonly string[] {
  const lastOfALife = new Set(mailsAtKills.map((count) => count - 1));
  const before = new Map<string, number>();
  return mails.flatMap(({ tags, to, subject }, index) => {
    if (tags.kind !== 'step') return [];
    const key = JSON.stringify([tags, to]);
    const previous = before.get(key);
    before.set(key, index);
    return previous === undefined || lastOfALife.has(previous) ? [] : [`mail ${index}, as ${previous}: ${subject}`];
  });
}

import { alarmsOf } from '../../local/faults/alarms.ts';
import { parseFaults } from '../../local/faults/fault-plan.ts';
import { brokenInvariants } from '../../local/faults/invariants.ts';
import { copyTables } from '../../local/faults/table-copies.ts';
import { courseOf } from '../../local/scenario/course.ts';
import { persistentWorld } from '../../local/scenario/persistent-world.ts';
import type { Scenario } from '../../local/scenario/scenario.ts';
import { FAULT_CLASSES, type FaultClass, PUNCTUAL, patienceUnder, REPAIRED_WITHIN_MS } from './fault-classes.ts';
import { type TestStage, testStage } from './stage.ts';
import { eventsOf } from './stage-order.ts';
import { type Around, playTogether } from './stage-play.ts';

const MINUTE_MS = 60_000;

export interface FaultyPlay {
  /** Every invariant that did not hold, in words. */
  readonly broken: readonly string[];
  /** What somebody was refused who heard of it too late; there it ended, because no scenario tells what they do then. */
  readonly tooLate: string | undefined;
  /** How often each fault was made. */
  readonly made: ReadonlyMap<string, number>;
}

export interface PlayUnder {
  readonly seed: number;
  /** Sweeps may rest while nothing happens: for journeys of many years. */
  readonly restWhenIdle?: boolean;
  /** Tables without a database, which are quicker. */
  readonly tables?: 'memory';
  /** Trouble around the signatures. */
  around?(stage: TestStage): Around;
}

/** Plays a scenario on a stack with faults of this class, lets repairs be made, and looks at what must hold. */
export async function playUnderFaults(
  scenario: Scenario,
  name: FaultClass | 'none',
  { seed, restWhenIdle = false, tables, around }: PlayUnder,
): Promise<FaultyPlay> {
  const faults = parseFaults({ seed, ...(name === 'none' ? {} : FAULT_CLASSES[name]) });
  const stage = await testStage({ seed, restWhenIdle, faults, ...(tables === undefined ? {} : { tables }) });
  const { stack, world } = stage;
  try {
    const late = { ...stage, world: persistentWorld({ ...world, request: stack.request }) };
    const [played] = await playTogether(late, scenario, [around?.(stage)]);
    if (played === undefined) throw new Error(`${scenario.name}: expected one play, got none`);
    const { tooLate, journeyId } = played;
    if (tooLate !== undefined && PUNCTUAL.includes(name)) throw new Error(tooLate);
    await stack.clock.advance(REPAIRED_WITHIN_MS);
    const broken = brokenInvariants({
      events: tooLate === undefined ? played.events : await eventsOf(late, journeyId),
      protocol: courseOf(scenario.protocol, 'ANY').protocol,
      mails: stack.outbox(),
      now: await world.now(),
      patience: patienceUnder(name),
      // Who was refused knows that it stands.
      alarms: [...alarmsOf(stack), ...(tooLate === undefined ? [] : [tooLate])],
    });
    return { broken, tooLate, made: new Map(stack.faultsMade()) };
  } finally {
    await stack.stop();
  }
}

/**
 * The tables are put back to an hour ago after the signatures with these numbers, each with half an hour before and
 * after it; whoever signed is told, and signs once more. Functions stay warm and remember what is gone.
 */
export const restoredAfter =
  (signatures: readonly number[]) =>
  ({ stack }: TestStage): Around =>
  async ({ n, send }) => {
    if (!signatures.includes(n)) return send();
    const copy = await copyTables(stack.dataDir);
    await stack.clock.advance(30 * MINUTE_MS);
    const first = await send(true);
    if (first.status === 200) {
      await stack.clock.advance(30 * MINUTE_MS);
      copy.putBack();
      return send(true);
    }
    copy.drop();
    return first;
  };

import { type Acknowledged, acknowledgedBy, lostSignatures } from '../../local/faults/acknowledged.ts';
import { parseFaults } from '../../local/faults/fault-plan.ts';
import { brokenInvariants } from '../../local/faults/invariants.ts';
import { saysThatItStands } from '../../local/faults/standing.ts';
import { copyTables } from '../../local/faults/table-copies.ts';
import { courseOf } from '../../local/scenario/course.ts';
import { persistentWorld } from '../../local/scenario/persistent-world.ts';
import type { Scenario } from '../../local/scenario/scenario.ts';
import type { World } from '../../local/scenario/world.ts';
import { unmetBut } from './differences.ts';
import {
  FAULT_CLASSES,
  type FaultClass,
  mayDifferUnder,
  PUNCTUAL,
  patienceUnder,
  REPAIRED_WITHIN_MS,
} from './fault-classes.ts';
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
  /** The tables are put back to an hour ago after the signatures with these numbers. */
  readonly restoredAfter?: readonly number[];
}

/** Plays a scenario on a stack with faults of this class, lets repairs be made, and looks at what must hold. */
export async function playUnderFaults(
  scenario: Scenario,
  name: FaultClass | 'none',
  { seed, restWhenIdle = false, tables, restoredAfter }: PlayUnder,
): Promise<FaultyPlay> {
  const faults = parseFaults({ seed, ...(name === 'none' ? {} : FAULT_CLASSES[name]) });
  const stage = await testStage({ seed, restWhenIdle, faults, ...(tables === undefined ? {} : { tables }) });
  const { stack } = stage;
  const acknowledged: Acknowledged[] = [];
  const world = listening(persistentWorld({ ...stage.world, request: stack.request }), acknowledged);
  try {
    const late = { ...stage, world };
    const around = restoredAfter === undefined ? undefined : restoring(stage, restoredAfter, acknowledged);
    const [played] = await playTogether(late, scenario, [around]);
    if (played === undefined) throw new Error(`${scenario.name}: expected one play, got none`);
    const { tooLate, journeyId, expect, verification } = played;
    if (tooLate !== undefined && PUNCTUAL.includes(name)) throw new Error(tooLate);
    await stack.clock.advance(REPAIRED_WITHIN_MS);
    const events = await eventsOf(late, journeyId);
    const elsewhere: string[] = [];
    const broken = brokenInvariants({
      events,
      protocol: courseOf(scenario.protocol, 'ANY').protocol,
      mails: stack.outbox(),
      now: await world.now(),
      patience: patienceUnder(name),
      acknowledged: acknowledged.filter((one) => one.journeyId === journeyId),
      isLeft: tooLate !== undefined,
      isSaidToStand: saysThatItStands(stack),
    });
    // A story may open a case beside the journey: what was signed there stands there.
    for (const [id, signed] of Map.groupBy(acknowledged, (one) => one.journeyId)) {
      if (id !== journeyId) elsewhere.push(...lostSignatures(signed, await eventsOf(late, id)));
    }
    const kinds = mayDifferUnder(name, restoredAfter !== undefined);
    const unmet = tooLate === undefined ? unmetBut(kinds, { expect, events, verification }) : [];
    return { broken: [...broken, ...elsewhere, ...unmet], tooLate, made: new Map(stack.faultsMade()) };
  } finally {
    await stack.stop();
  }
}

/** A world whose people keep what was acknowledged. */
const listening = (world: World, acknowledged: Acknowledged[]): World => ({
  ...world,
  async request(path, init) {
    const reply = await world.request(path, init);
    acknowledged.push(...acknowledgedBy(path, init, reply));
    return reply;
  },
});

/**
 * The tables are put back to an hour ago after signatures, each with half an hour before and after it; whoever signed is told,
 * and signs once more. What was acknowledged since the copy may be gone. Functions stay warm and remember what is gone.
 */
const restoring =
  ({ stack }: TestStage, signatures: readonly number[], acknowledged: Acknowledged[]): Around =>
  async ({ n, send }) => {
    if (!signatures.includes(n)) return send();
    const copy = await copyTables(stack.dataDir);
    const kept = acknowledged.length;
    await stack.clock.advance(30 * MINUTE_MS);
    const first = await send(true);
    if (first.status === 200) {
      await stack.clock.advance(30 * MINUTE_MS);
      copy.putBack();
      acknowledged.splice(kept);
      return send(true);
    }
    copy.drop();
    return first;
  };

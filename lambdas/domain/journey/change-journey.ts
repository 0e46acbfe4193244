import type { Release } from '../events/envelope.ts';
import { TransientFault } from '../faults.ts';
import { type Outcome, refuse } from '../outcome.ts';
import type { Alongside, JourneyStore, Proof, Protocols, StoredJourney } from '../ports.ts';
import type { Instant } from '../time.ts';
import { type Bindings, consequencesOf, type Effect } from './effects.ts';
import { protocolOf } from './protocol-of.ts';
import { Scribe } from './scribe.ts';
import { summaryOf } from './summary.ts';

export interface JourneyDeps {
  readonly store: JourneyStore;
  readonly protocols: Protocols;
  readonly release: Release;
  now(): Instant;
}

/** What a command gives back: its result, and what is to be written beside the events it wrote. */
export interface Decided<T> {
  readonly value: T;
  readonly bindings?: (before: Bindings) => Bindings;
  readonly effects?: readonly Effect[];
}

/** The proof of the person who acts, and what else belongs to the commit. */
export interface Proven extends Pick<Proof, 'alongside' | 'lost'> {
  /** Built on what is read elsewhere, and so read anew for each try. */
  besides?(): Promise<readonly Alongside[]>;
}

export type Command<T> = (scribe: Scribe, stored: StoredJourney) => Outcome<Decided<T>>;

/** A command that reads elsewhere what it decides by, anew for each try, and does nothing else. */
export type ReadingCommand<T> = (scribe: Scribe, stored: StoredJourney) => Promise<Outcome<Decided<T>>>;

/** Enough for fifty people at once; each try reads the newest log and decides anew. */
const TRIES = 60;

/**
 * Reads a journey, lets a command decide, and writes what it wrote in one transaction. When somebody else wrote first,
 * reads again and decides anew; a command must therefore be free of effects.
 *
 * @param proof of the person who acts: without it holding, nothing is written and nothing is told
 */
export async function changeJourney<T>(
  deps: JourneyDeps,
  journeyId: string,
  command: Command<T> | ReadingCommand<T>,
  proof?: Proven,
): Promise<Outcome<T>> {
  const ifProven = async (outcome: Outcome<T>): Promise<Outcome<T>> => {
    const refusal = (await proof?.lost()) ?? null;
    return refusal === null ? outcome : { ok: false, refusal };
  };
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await deps.store.load(journeyId);
    if (stored === undefined) return refuse('not-found', `Journey ${journeyId} was not found. Check the id.`);
    const protocol = protocolOf(deps, stored);
    const context = { now: deps.now(), release: deps.release, protocol };
    const scribe = new Scribe(context, journeyId, stored);
    const outcome = await command(scribe, stored);
    if (!outcome.ok) return ifProven(outcome);
    const { value, bindings = (same: Bindings) => same, effects = [] } = outcome.value;
    const after = bindings(stored.bindings);
    if (scribe.events.length === 0 && effects.length === 0 && after === stored.bindings)
      return ifProven({ ok: true, value });
    const follows = consequencesOf(stored.state, scribe.state, scribe.events, after, protocol);
    const result = await deps.store.commit({
      journeyId,
      expected: stored.revision,
      events: scribe.events,
      state: scribe.state,
      bindings: follows.bindings,
      effects: [...effects, ...follows.effects],
      summary: summaryOf(scribe.state, protocol, follows.bindings, context.now),
      now: context.now,
      claims: scribe.claims,
      ...(proof === undefined ? {} : { alongside: [...proof.alongside, ...((await proof.besides?.()) ?? [])] }),
    });
    if (result === 'done') return { ok: true, value };
    // Not always because of the journey: the proof may have been lost meanwhile.
    const refusal = (await proof?.lost()) ?? null;
    if (refusal !== null) return { ok: false, refusal };
    if (result === 'claimed') {
      return refuse(
        'conflict',
        'An identifier given here belongs to another journey. Stop, compare the labels, and report the mismatch.',
        { problem: 'belongs-to-another-journey' },
      );
    }
  }
  throw new TransientFault(`Journey ${journeyId}: lost ${TRIES} races for the next event; try again`);
}

/** Writes a new journey with whatever belongs to the same fact. `conflict` when the id or an item alongside exists. */
export async function createJourney(
  deps: Pick<JourneyDeps, 'store'>,
  scribe: Scribe,
  alongside: readonly Alongside[],
): Promise<'done' | 'conflict' | 'claimed'> {
  const { protocol, now } = scribe.context;
  const { effects } = consequencesOf(undefined, scribe.state, scribe.events, {}, protocol);
  return deps.store.commit({
    journeyId: scribe.state.id,
    expected: 0,
    events: scribe.events,
    state: scribe.state,
    bindings: {},
    effects,
    summary: summaryOf(scribe.state, protocol, {}, now),
    now,
    claims: scribe.claims,
    alongside,
  });
}

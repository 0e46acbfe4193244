import * as z from 'zod';
import { GENESIS, seal } from '../audit/chain.ts';
import { type EventData, type EventType, eventData } from '../events/data.ts';
import type { Actor, Release } from '../events/envelope.ts';
import type { JourneyEvent, UnsealedEvent } from '../events/journey-event.ts';
import { Fault } from '../faults.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { Instant, Occurrence } from '../time.ts';
import { apply } from './apply.ts';
import { identifiersOf } from './identifiers-of.ts';
import type { JourneyState } from './state.ts';

/** What a command needs to know beside the journey itself. Time is an argument. */
export interface CommandContext {
  readonly now: Instant;
  readonly release: Release;
  readonly protocol: Protocol;
}

/** A journey as loaded: its folded log and the hash its next event links to. */
export interface Loaded {
  readonly state: JourneyState;
  readonly head: string;
}

/**
 * Writes the events of one command, in order, each applied and linked as it is written; the store then appends all of
 * them in one transaction or none.
 */
export class Scribe {
  readonly context: CommandContext;
  readonly events: JourneyEvent[] = [];
  /** Identifiers that belong to this journey from this commit on (`identifiers/claims.ts`). */
  readonly claims: string[] = [];
  readonly #id: string;
  #state: JourneyState | undefined;
  #head: string;

  constructor(context: CommandContext, id: string, loaded?: Loaded) {
    this.context = context;
    this.#id = id;
    this.#state = loaded?.state;
    this.#head = loaded?.head ?? GENESIS;
  }

  /** The journey with everything written so far. */
  get state(): JourneyState {
    if (this.#state === undefined)
      throw new Fault(`Journey ${this.#id}: nothing written yet, expected journey.opened first`);
    return this.#state;
  }

  write<T extends EventType>(type: T, data: EventData<T>, by: Actor, occurredAt?: Occurrence): void {
    // Strict where we write: an event that could not be read back is never sealed.
    const parsed = eventData[type]().safeParse(data);
    if (!parsed.success) throw new Fault(`Event ${type}: ${z.prettifyError(parsed.error)}`);
    const unsealed = {
      schemaVersion: 1,
      journeyId: this.#id,
      seq: (this.#state?.seq ?? 0) + 1,
      type,
      occurredAt: occurredAt ?? { at: this.context.now, zone: this.#state?.site.zone ?? 'UTC', known: 'system' },
      recordedAt: this.context.now,
      by,
      release: this.context.release,
      data: parsed.data,
    } as UnsealedEvent;
    this.#state = apply(this.#state, unsealed);
    const identifiers = this.#state === undefined ? undefined : identifiersOf(this.#state, unsealed);
    const event = seal(identifiers === undefined ? unsealed : { ...unsealed, identifiers }, this.#head);
    this.#head = event.hash;
    this.events.push(event);
  }
}

/** The part of the software that acts when no person does. */
export const system = (id: string): Actor => ({ kind: 'system', id });

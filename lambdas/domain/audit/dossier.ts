import * as z from 'zod';
import type { JourneyEvent } from '../events/journey-event.ts';
import { fold } from '../journey/apply.ts';
import { type Genealogy, genealogyOf } from '../journey/genealogy.ts';
import { lazily } from '../lazily.ts';
import type { Protocol } from '../protocol/schema.ts';
import { type Instant, instant } from '../time.ts';
import { type ChainVerdict, verifyChain } from './chain.ts';
import { type Corrections, correctionsIn } from './correction-lines.ts';

/**
 * What an inspector is handed: every event as it was sealed, the protocol the journey pinned, and the verdict at the time
 * it was made. Signers appear by their user id: their printed names are in the identity store, which operations cannot read.
 */
export interface Dossier {
  readonly schemaVersion: 1;
  readonly journeyId: string;
  readonly madeAt: Instant;
  readonly protocol: Protocol;
  readonly events: readonly JourneyEvent[];
  readonly verification: ChainVerdict;
  /** What was collected and made, and what became of it, for who reads rather than computes; it follows from the events. */
  readonly genealogy?: Genealogy;
  /** What was corrected since it was signed, and what stands or not by it; it follows from the events. */
  readonly corrections?: Corrections;
}

export const dossierOf = (
  journeyId: string,
  events: readonly JourneyEvent[],
  protocol: Protocol,
  madeAt: Instant,
): Dossier => {
  const state = fold(events);
  const corrections = state === undefined ? undefined : correctionsIn(state);
  return {
    schemaVersion: 1,
    journeyId,
    madeAt,
    protocol,
    events,
    verification: verifyChain(events),
    ...(state === undefined ? {} : { genealogy: genealogyOf(state) }),
    ...(corrections === undefined ? {} : { corrections }),
  };
};

const count = z.int().min(0);

/** Shape of a dossier as read back. Events and protocol are read by their own rules, so that each problem has its place. */
export const dossierShape = lazily(() =>
  z.strictObject({
    schemaVersion: z.literal(1),
    journeyId: z.string(),
    madeAt: instant,
    protocol: z.record(z.string(), z.json()),
    events: z.array(z.unknown()),
    verification: z.discriminatedUnion('verified', [
      z.strictObject({ verified: z.literal(true), events: count, head: z.string() }),
      z.strictObject({ verified: z.literal(false), events: count, brokenAt: count, why: z.string() }),
    ]),
    genealogy: z.looseObject({ schemaVersion: z.int().min(1) }).optional(),
    corrections: z.looseObject({ schemaVersion: z.int().min(1) }).optional(),
  }),
);

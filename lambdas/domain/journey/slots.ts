import * as z from 'zod';
import { type Instant, instant, minus } from '../time.ts';
import { movedSince } from './dates.ts';
import { type JourneyState, latestDecision, type Report, reportsOf, type StepState } from './state.ts';

export const window = z.object({ from: instant, until: instant });
export type Window = z.infer<typeof window>;

const offer = z.object({ manufacturingSlot: z.string(), collectionSlot: window, heldUntil: instant });
/** What the maker offered, and until when it holds it for us. */
export type SlotOffer = z.infer<typeof offer>;

/** Every offer recorded in this step, newest first. */
export const slotOffers = ({ checklist }: StepState): readonly SlotOffer[] =>
  Object.values(checklist)
    .toSorted((one, other) => other.seq - one.seq)
    .flatMap(({ values }) => {
      const read = offer.safeParse(values);
      return read.success ? [read.data] : [];
    });

/** When the hold on the newest slots offered ends (C03), or `lead` before that; undefined while none was offered. */
export function slotHoldUntil(state: JourneyState, step: StepState, lead = 'PT0S'): Instant | undefined {
  const [newest] = slotOffers(step);
  return newest === undefined ? undefined : minus(newest.heldUntil, lead, state.site.zone);
}

/** The collection slot as booked, or as moved since; undefined before one was booked. */
export function collectionSlot(state: JourneyState): Window | undefined {
  const booked = latestDecision(state, 'Book the slots');
  if (booked?.decision !== 'booked') return undefined;
  const read = window.safeParse(movedSince(state, booked, 'collectionSlot') ?? booked.evidence.collectionSlot);
  return read.success ? read.data : undefined;
}

/** Every move of the collection slot since it was booked last, oldest first. */
export function slotMoves(state: JourneyState): readonly Report[] {
  const booked = latestDecision(state, 'Book the slots')?.seq ?? state.seq;
  return reportsOf(state, 'dates-moved').filter(
    ({ seq, values }) => seq > booked && values.collectionSlot !== undefined,
  );
}

import { Fault, TransientFault } from '../domain/faults.ts';
import { newJourneyId } from '../domain/identifiers/journey-id.ts';
import { createJourney } from '../domain/journey/change-journey.ts';
import { openJourney } from '../domain/journey/open-journey.ts';
import { holdByOrder, type OrderRecord, verdictOf } from '../domain/journey/orders.ts';
import type { Scribe } from '../domain/journey/scribe.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import type { EffectDeps } from './effect-deps.ts';

/** Enough for whoever opens a journey of the same patient at the same time. */
const TRIES = 5;

/**
 * Opens a journey of its own for an order that a person found to be another course. The order number leads to the new
 * journey from the same transaction on, so that doing it again opens no second.
 *
 * @param seq of the event by which the order came
 */
export async function openAnotherCourse(deps: EffectDeps, journeyId: string, seq: number): Promise<void> {
  const state = (await deps.store.load(journeyId))?.state;
  const order = state?.orders.find((record) => record.seq === seq);
  if (state?.patient === undefined || order === undefined)
    throw new Fault(`Journey ${journeyId}: expected an order at ${seq}`);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const known = await deps.messages.order(order.order);
    if (known === undefined) throw new Fault(`Journey ${journeyId}: the order at ${seq} leads to no journey`);
    if (known.journeyId !== journeyId) return;
    const { patient, protocol } = known;
    const scribe = opened(deps, state, { ...order, patient });
    const own = scribe.state.id;
    const created = await createJourney(deps, scribe, [
      deps.messages.keepOrder(order.order, { journeyId: own, patient, protocol }, journeyId),
      deps.courses.add(patient, protocol, await deps.courses.of(patient, protocol), own),
    ]);
    if (created === 'done') return;
  }
  throw new TransientFault(`Journey ${journeyId}: lost ${TRIES} races to open another course; it is tried again`);
}

/** The new journey, by the person who said so; on hold at once where the order was taken back meanwhile. */
function opened(
  deps: EffectDeps,
  state: JourneyState,
  {
    patient,
    seq,
    sender,
    messageId,
    orderedAt,
    site,
    protocol: { id, version },
    withdrawnAs,
  }: OrderRecord & { readonly patient: string },
): Scribe {
  const protocol = deps.protocols.get(id, version);
  if (!protocol.ok) throw new Fault(`Journey ${state.id}: ${protocol.refusal.message}`);
  const verdict = state.phases
    .filter(({ about }) => about === seq)
    .map((record) => verdictOf(state, record))
    .find((decision) => decision !== undefined);
  if (verdict === undefined)
    throw new Fault(`Journey ${state.id}: expected a verdict on the order at ${seq}, got none`);
  const scribe = openJourney(
    { now: deps.now(), release: deps.release, protocol: protocol.value },
    {
      id: newJourneyId(deps.randomBytes),
      site,
      patient,
      order: { sender, messageId, orderedAt },
      origin: { kind: 'another-course', journeyId: state.id, seq: verdict.seq },
      by: verdict.by,
    },
  );
  if (withdrawnAs !== undefined) holdByOrder(scribe, sender, withdrawnAs);
  return scribe;
}

import type { EventData } from '../events/data.ts';
import type { Actor } from '../events/envelope.ts';
import type { Instant } from '../time.ts';
import { enter } from './enter.ts';
import type { Scribe } from './scribe.ts';
import type { JourneySite } from './site-policy.ts';
import { type Decision, type JourneyState, type PhaseRecord, stepKey } from './state.ts';

/** An order that came while the journey was open, and what became of it. */
export interface OrderRecord extends Omit<EventData<'order.received'>, 'site'> {
  readonly site: JourneySite;
  /** `seq` of the event by which it came. */
  readonly seq: number;
  /** FHIR status by which its sender took it back. */
  readonly withdrawnAs?: string;
  readonly verdict?: 'linked' | 'set-apart';
}

/** What the journey was opened on. Sender and message are there once an order was, or is, linked. */
export interface OpeningOrder {
  /** Nothing of the course happened before it. */
  readonly orderedAt: Instant;
  readonly sender?: string;
  readonly messageId?: string;
}

/** The newest record of an order number. */
export const orderRecordOf = ({ orders }: JourneyState, order: string): OrderRecord | undefined =>
  orders.findLast((record) => record.order === order);

/** True while somebody can be asked whether an order belongs to this course. */
export const takesOrders = ({ closing, closed }: JourneyState): boolean =>
  closing === undefined && closed === undefined;

/** True while somebody is being asked about this order. */
export const isAwaitingMatch = (state: JourneyState, { seq, verdict }: OrderRecord): boolean =>
  verdict === undefined &&
  state.phases.some(({ phase, about, endedAt }) => phase === 'OrderMatch' && about === seq && endedAt === undefined);

/** An order of the same patient and therapy: a person says whether it is this course. Never a second journey by itself. */
export function receiveOrder(scribe: Scribe, order: EventData<'order.received'>): void {
  const { sender, orderedAt, site } = order;
  scribe.write('order.received', order, bySender(sender), { at: orderedAt, zone: site.zone, known: 'stated' });
  enter(scribe, 'OrderMatch', { about: scribe.state.seq });
}

/** Writes what follows from the verdicts now in the log: an order is linked, or is to open a journey of its own. */
export function actOnVerdicts(scribe: Scribe): void {
  for (const record of scribe.state.phases) {
    const order = scribe.state.orders.find(({ seq }) => seq === record.about);
    const decision = verdictOf(scribe.state, record);
    if (order === undefined || decision === undefined || order.verdict !== undefined) continue;
    const { order: key, sender, messageId, eventId, withdrawnAs } = order;
    const isOurs = decision.decision === 'same-course';
    const data = { order: key, sender, messageId, eventId };
    scribe.write(isOurs ? 'order.linked' : 'order.set-apart', data, decision.by);
    // It was taken back while it waited: that reaches the course it belongs to as it would have at once.
    if (isOurs && withdrawnAs !== undefined) holdByOrder(scribe, sender, withdrawnAs);
  }
}

/** The decision on the order a phase is about. */
export const verdictOf = ({ steps }: JourneyState, { phase, round }: PhaseRecord): Decision | undefined =>
  phase === 'OrderMatch' ? steps[stepKey({ phase, round, step: 'Match the order' })]?.decision : undefined;

/** An order withdrawn by its sender holds the journey: whether the course ends is for a person to decide. */
export const holdByOrder = (scribe: Scribe, sender: string, status: string): void =>
  scribe.write('journey.held', { reason: heldBecauseOf(status) }, bySender(sender));

export const heldBecauseOf = (status: string): string => `EHR order ${status}`;

const bySender = (id: string): Actor => ({ kind: 'sender', id });

import type { UnsealedEvent } from '../events/journey-event.ts';
import type { JourneyState } from './state.ts';

/** A journey as it begins: what its first event says, and nothing that happened since. */
export function opened(event: UnsealedEvent<'journey.opened'>): JourneyState {
  const { protocol, patient, order, site: given } = event.data;
  const { policy, ...site } = given;
  return {
    id: event.journeyId,
    seq: event.seq,
    openedAt: event.recordedAt,
    protocol,
    patient,
    order: order ?? { orderedAt: event.occurredAt.at },
    orders: [],
    identityClaims: [],
    transcribed: {},
    corrected: {},
    site: policy === undefined ? site : { ...site, policy },
    run: 0,
    runStartedAt: event.recordedAt,
    runReasons: [],
    phases: [],
    steps: {},
    holds: [],
    corrections: {},
    deviations: [],
    found: [],
    reports: [],
    bounces: [],
    plan: { sequence: 0, items: {} },
    anomalies: [],
  };
}

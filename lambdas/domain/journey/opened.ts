import type { UnsealedEvent } from '../events/journey-event.ts';
import { protocolHash } from '../protocol/hash.ts';
import { NO_PRODUCT } from '../quality/no-product.ts';
import type { JourneySite } from './site-policy.ts';
import type { JourneyState } from './state.ts';

type First = UnsealedEvent<'journey.opened' | 'case.opened'>;

/** A journey or a case as it begins: what its first event says, and nothing that happened since. Undefined where no log begins so. */
export function begun(event: UnsealedEvent): JourneyState | undefined {
  if (event.type === 'case.opened') {
    const { site, case: qualityCase } = event.data;
    const { id, version } = NO_PRODUCT;
    const protocol = { id, version, sha256: protocolHash(NO_PRODUCT) };
    return { ...asBegun(event, site), protocol, qualityCase, order: { orderedAt: event.occurredAt.at } };
  }
  if (event.type !== 'journey.opened') return undefined;
  const { protocol, patient, order, site } = event.data;
  return { ...asBegun(event, site), protocol, patient, order: order ?? { orderedAt: event.occurredAt.at } };
}

function asBegun(event: First, given: First['data']['site']): Omit<JourneyState, 'protocol' | 'patient' | 'order'> {
  const { policy, ...site } = given;
  const here: JourneySite = policy === undefined ? site : { ...site, policy };
  return {
    id: event.journeyId,
    seq: event.seq,
    openedAt: event.recordedAt,
    orders: [],
    identityClaims: [],
    transcribed: {},
    corrected: {},
    site: here,
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

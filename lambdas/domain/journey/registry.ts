import { registry } from '../protocol/accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import { consentsTo } from './consents.ts';
import { dayZero } from './product.ts';
import type { JourneyState } from './state.ts';

/** A report is due for the visits of the registry's track, as long as the patient consents to it. */
export function registryReportNotNeeded({
  state,
  protocol,
  round,
}: {
  state: JourneyState;
  protocol: Protocol;
  round: number;
}): string | undefined {
  if (!consentsTo(state, 'registry')) return 'no-consent-to-registry';
  const visit = protocol.followUp.visits[round - 1]?.name;
  return visit !== undefined && registry(protocol)?.reports.includes(visit) === true
    ? undefined
    : 'not-on-the-registry-track';
}

/** E30: who died after the product was given is reported once more; the track of the registry that waits for it. */
export const deathToRegistry = (state: JourneyState, protocol: Protocol): string | undefined =>
  state.closing?.outcome === 'died' && dayZero(state) !== undefined && consentsTo(state, 'registry')
    ? registry(protocol)?.track
    : undefined;

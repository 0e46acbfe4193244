import type { Actor } from '../events/envelope.ts';
import { custodyBreaches, EXCURSIONS } from '../journey/custody.ts';
import { enter } from '../journey/enter.ts';
import type { Scribe } from '../journey/scribe.ts';
import type { JourneyState } from '../journey/state.ts';
import { deviationAgainst } from '../sign-off/checks.ts';

/** A corrected time can show that a shipment left or arrived too late: what follows then is what would have followed before. */
export function reportCustodyAsCorrected(scribe: Scribe, before: JourneyState, seq: number, by: Actor): void {
  const { protocol } = scribe.context;
  for (const step of Object.values(scribe.state.steps)) {
    const known = custodyBreaches(before, protocol, step).map(({ fault }) => fault);
    const fresh = custodyBreaches(scribe.state, protocol, step).filter(({ fault }) => !known.includes(fault));
    const { phase, round, step: title } = step;
    for (const { fault, reason } of fresh) {
      const kind = deviationAgainst(`custody-${fault}`);
      const detail = `${reason}; as corrected`;
      scribe.write('deviation.opened', { kind, class: 'critical', phase, round, step: title, detail }, by);
    }
    const isOver = scribe.state.closing !== undefined;
    if (!isOver && fresh.some(({ fault }) => EXCURSIONS.includes(fault))) enter(scribe, 'Excursion', { about: seq });
  }
}

import type { Actor } from '../events/envelope.ts';
import type { JourneyEvent } from '../events/journey-event.ts';
import { isSigned, type SignedEvent } from '../events/signed-event.ts';
import { closedGates, reasonsOf } from '../gates/gate.ts';
import { type FoundDeviation, openDeviations } from '../journey/found-deviations.ts';
import type { Scribe } from '../journey/scribe.ts';
import { settle } from '../journey/settle.ts';
import { stepKey } from '../journey/state.ts';
import type { Closing } from '../registers/closing.ts';
import { deviationAgainst } from '../sign-off/checks.ts';
import { COMPETENT, competenceAsShown } from '../sign-off/competence-gate.ts';
import { registerGatesOf } from '../sign-off/registers-asked.ts';
import { decisionIn, evidenceIn } from '../sign-off/signing-intent.ts';
import { minus } from '../time.ts';

/** For so long before it was recorded that an entry is closed, what was signed on it is looked at again. */
export const LOOKED_AT_AGAIN = 'PT15M';

/**
 * An entry of a register was closed: what was signed in the last minutes, on the registers as they stood before, is judged once more; so is
 * the training of who did it, where a procedure is in force in another version.
 * Nothing is taken back; what would be refused now is a critical deviation.
 *
 * @param version of the registers of the site, from that record on
 */
export function reportSignedBefore(
  scribe: Scribe,
  events: readonly JourneyEvent[],
  { record, before, after }: Closing,
  version: number,
  by: Actor,
): void {
  const since = minus(record.at, LOOKED_AT_AGAIN, scribe.state.site.zone);
  const found = events
    .filter(isSigned)
    .filter((event) => event.recordedAt >= since && (versionIn(event) ?? 0) < version)
    .flatMap((event): readonly FoundDeviation[] => {
      const { phase, round, step } = event.type === 'report.made' ? event.data.at : event.data;
      const evidence = evidenceIn(event);
      const { state, context } = scribe;
      const opened = state.steps[stepKey({ phase, round, step })];
      if (opened === undefined) return [];
      const gates = [
        ...registerGatesOf(opened, { decision: decisionIn(event), evidence }),
        ...('competence' in event.data ? competenceAsShown(event.data.competence) : []),
      ];
      const asked = { state, protocol: context.protocol, now: event.occurredAt.at, evidence };
      const closedThen = closedGates(gates, { ...asked, readiness: before });
      return closedGates(gates, { ...asked, readiness: after }).flatMap((closed): readonly FoundDeviation[] => {
        const { gate } = closed;
        // Another entry may have closed the same gate meanwhile: each is found for itself.
        const known = closedThen.filter((one) => one.gate === gate).flatMap(reasonsOf);
        const because = reasonsOf(closed).filter((one) => !known.includes(one));
        if (because.length === 0) return [];
        const detail = `${known.length === 0 ? closed.reason : `${because.join('; ')}.`} Signed ${event.recordedAt}, recorded ${record.at} (${record.register} ${record.id}, version ${record.version}).`;
        const found = { kind: 'register-closed', class: 'critical', phase, round, step, detail } as const;
        return [gate === COMPETENT ? { ...found, kind: deviationAgainst(gate) } : found];
      });
    })
    .filter(({ kind, detail }) => !scribe.state.deviations.some((one) => one.kind === kind && one.detail === detail));
  if (found.length === 0) return;
  openDeviations(scribe, found, by);
  settle(scribe);
}

/** Which state of the registers a signature rests on; undefined where it asks none, and before the first record of a site. */
const versionIn = (event: SignedEvent): number | undefined =>
  event.type === 'notice.acknowledged' ? undefined : event.data.readiness?.version;

import type { Scenario } from '../local/scenario/scenario.ts';
import { cancel } from './cancel.ts';
import { certificateMismatch } from './certificate-mismatch.ts';
import { collectionFails } from './collection-fails.ts';
import { conditioningDelayed } from './conditioning-delayed.ts';
import { correction } from './correction.ts';
import { deferred } from './deferred.ts';
import { deteriorates } from './deteriorates.ts';
import { diesBeforeTreatment } from './dies-before-treatment.ts';
import { excursionInbound } from './excursion-inbound.ts';
import { excursionOutbound } from './excursion-outbound.ts';
import { givenPastClock } from './given-past-clock.ts';
import { happy } from './happy.ts';
import { hold } from './hold.ts';
import { identityMismatch } from './identity-mismatch.ts';
import { inUseExceeded } from './in-use-exceeded.ts';
import { lostToFollowUp } from './lost-to-follow-up.ts';
import { manufacturingFailsRemade } from './manufacturing-fails-remade.ts';
import { manufacturingFailsStopped } from './manufacturing-fails-stopped.ts';
import { materialRejected } from './material-rejected.ts';
import { receiptQuarantine } from './receipt-quarantine.ts';
import { recollection } from './recollection.ts';
import { rejection } from './rejection.ts';
import { slipReplans } from './slip-replans.ts';
import { slotLost } from './slot-lost.ts';
import { withdrawsConsent } from './withdraws-consent.ts';

export const scenarios: readonly Scenario[] = [
  happy,
  rejection,
  slotLost,
  collectionFails,
  materialRejected,
  recollection,
  excursionOutbound,
  manufacturingFailsRemade,
  manufacturingFailsStopped,
  certificateMismatch,
  deteriorates,
  slipReplans,
  withdrawsConsent,
  diesBeforeTreatment,
  cancel,
  excursionInbound,
  receiptQuarantine,
  identityMismatch,
  hold,
  deferred,
  conditioningDelayed,
  inUseExceeded,
  givenPastClock,
  correction,
  lostToFollowUp,
];

export function scenarioNamed(name: string): Scenario {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (found === undefined) {
    throw new Error(`Scenario: got ${name}, expected one of ${scenarios.map((scenario) => scenario.name).join(', ')}`);
  }
  return found;
}

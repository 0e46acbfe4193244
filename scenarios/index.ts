import type { Scenario } from '../local/scenario/scenario.ts';
import { cancel } from './cancel.ts';
import { capa } from './capa.ts';
import { certificateMismatch } from './certificate-mismatch.ts';
import { changeControl } from './change-control.ts';
import { collectionFails } from './collection-fails.ts';
import { conditioningDelayed } from './conditioning-delayed.ts';
import { correction } from './correction.ts';
import { dayZeroTurns } from './day-zero-turns.ts';
import { deferred } from './deferred.ts';
import { delegation } from './delegation.ts';
import { deteriorates } from './deteriorates.ts';
import { diesBeforeTreatment } from './dies-before-treatment.ts';
import { excursionInbound } from './excursion-inbound.ts';
import { excursionOpensDeviation } from './excursion-opens-deviation.ts';
import { excursionOutbound } from './excursion-outbound.ts';
import { expiredAgreement } from './expired-agreement.ts';
import { falseAlarms } from './false-alarms.ts';
import { forwardedLink } from './forwarded-link.ts';
import { fourEyes } from './four-eyes.ts';
import { fromPaper } from './from-paper.ts';
import { givenPastClock } from './given-past-clock.ts';
import { happy } from './happy.ts';
import { hold } from './hold.ts';
import { identityMismatch } from './identity-mismatch.ts';
import { inUseExceeded } from './in-use-exceeded.ts';
import { lapsedAtNight } from './lapsed-at-night.ts';
import { lapsedCompetence } from './lapsed-competence.ts';
import { lostToFollowUp } from './lost-to-follow-up.ts';
import { manufacturingFailsRemade } from './manufacturing-fails-remade.ts';
import { manufacturingFailsStopped } from './manufacturing-fails-stopped.ts';
import { materialRejected } from './material-rejected.ts';
import { mirrorTooOld } from './mirror-too-old.ts';
import { nameChanged } from './name-changed.ts';
import { receiptQuarantine } from './receipt-quarantine.ts';
import { recollection } from './recollection.ts';
import { rejection } from './rejection.ts';
import { reordered } from './reordered.ts';
import { slipReplans } from './slip-replans.ts';
import { slotLost } from './slot-lost.ts';
import { storageAlarm } from './storage-alarm.ts';
import { supersededDocument } from './superseded-document.ts';
import { teamMailbox } from './team-mailbox.ts';
import { turnedBack } from './turned-back.ts';
import { unqualifiedStorage } from './unqualified-storage.ts';
import { withdrawsConsent } from './withdraws-consent.ts';

export const scenarios: readonly Scenario[] = [
  happy,
  rejection,
  forwardedLink,
  reordered,
  delegation,
  fourEyes,
  lapsedCompetence,
  lapsedAtNight,
  expiredAgreement,
  supersededDocument,
  mirrorTooOld,
  changeControl,
  teamMailbox,
  slotLost,
  collectionFails,
  materialRejected,
  recollection,
  excursionOutbound,
  excursionOpensDeviation,
  storageAlarm,
  capa,
  fromPaper,
  manufacturingFailsRemade,
  manufacturingFailsStopped,
  certificateMismatch,
  nameChanged,
  deteriorates,
  slipReplans,
  withdrawsConsent,
  falseAlarms,
  diesBeforeTreatment,
  cancel,
  excursionInbound,
  receiptQuarantine,
  unqualifiedStorage,
  identityMismatch,
  turnedBack,
  hold,
  deferred,
  conditioningDelayed,
  inUseExceeded,
  givenPastClock,
  dayZeroTurns,
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

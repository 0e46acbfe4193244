import { consentStands } from './consent-stands.ts';
import type { Gate } from './gate.ts';
import { noDeathReported } from './no-death-reported.ts';
import { noMismatchOpen } from './no-mismatch-open.ts';
import { notHeld } from './not-held.ts';

/** The gates of every authorisation, whatever it authorises; each decision adds its own. */
export const everyAuthorisation: readonly Gate[] = [notHeld, noDeathReported, consentStands, noMismatchOpen];

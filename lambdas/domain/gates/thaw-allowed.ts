import { deviationsHandled } from './deviations-handled.ts';
import { everyAuthorisation } from './every-authorisation.ts';
import type { Gate } from './gate.ts';
import { goStands } from './go-stands.ts';
import { notExpired } from './not-expired.ts';
import { notFlagged } from './not-flagged.ts';

/** What must be open when a container is thawed; a thaw against it is recorded, and is a critical deviation. */
export const thawAllowed: readonly Gate[] = [
  ...everyAuthorisation,
  goStands('thaw'),
  notFlagged('do-not-thaw'),
  notExpired,
  ...deviationsHandled,
];

import { callsNext } from '../clocks/unseen.ts';
import type { EventData } from '../events/data.ts';
import { type Scribe, system } from './scribe.ts';
import { settle } from './settle.ts';
import { stepKey } from './state.ts';

/** A mail as the mail service reports it back. */
export type ReturnedMail = Omit<EventData<'mail.bounced'>, 'calledNext'>;

/**
 * Records that a mail did not reach its reader. The newest mail about a critical rung calls the next tier at once, any
 * other is told to the coordinator. Reported again, it changes nothing; false then.
 */
export function mailBounced(scribe: Scribe, mail: ReturnedMail): boolean {
  const { state } = scribe;
  if (state.bounces.some(({ messageId }) => messageId === mail.messageId)) return false;
  const step = mail.ref === undefined ? undefined : state.steps[stepKey(mail.ref)];
  const calledNext = state.closed === undefined && step !== undefined && callsNext(step, mail.rung);
  scribe.write('mail.bounced', { ...mail, calledNext }, system('mail'));
  settle(scribe);
  return true;
}

import type { Mail, MailNotice } from '../mail-views.ts';
import type { Language } from '../views.ts';
import { addressMail } from './address-mail.ts';
import { digestMail } from './digest-mail.ts';
import { planMail } from './plan-mail.ts';
import { stepMail } from './step-mail.ts';
import { tellMail } from './tell-mail.ts';

/**
 * One mail with one clear action and no patient data: a step to open, or something to know. The subject is at most 78
 * characters. Throws on control characters in what goes to a header, on a link that is not ours and on an unknown rung.
 *
 * @param listAt where the reader's whole worklist is
 */
export function renderMail(notice: MailNotice, language: Language, listAt?: string): Mail {
  switch (notice.notice) {
    case 'step':
      return stepMail(notice, language, listAt);
    case 'plan-changed':
      return planMail(notice, language, listAt);
    case 'digest':
      return digestMail(notice, language, listAt);
    case 'prove-address':
      return addressMail(notice, language);
    default:
      return tellMail(notice, language, listAt);
  }
}

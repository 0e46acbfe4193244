import type { Mail, MailNotice } from '../mail-views.ts';
import type { Language } from '../views.ts';
import { planMail } from './plan-mail.ts';
import { stepMail } from './step-mail.ts';
import { tellMail } from './tell-mail.ts';

/**
 * One mail with one clear action and no patient data: a step to open, or something to know. The subject is at most 78
 * characters. Throws on control characters in what goes to a header, on a link that is not ours and on an unknown rung.
 *
 * @param listAt where the reader's whole worklist is
 */
export const renderMail = (notice: MailNotice, language: Language, listAt?: string): Mail =>
  notice.notice === 'step'
    ? stepMail(notice, language, listAt)
    : notice.notice === 'plan-changed'
      ? planMail(notice, language, listAt)
      : tellMail(notice, language, listAt);

import type { AlarmServer } from '../adapters/alarm-server.ts';
import type { Outcome } from '../domain/outcome.ts';
import { renderMail } from '../pages/mail/mail.ts';
import type { MailNotice } from '../pages/mail-views.ts';
import type { Language } from '../pages/views.ts';
import type { Channel } from './channel.ts';

/** A way to phones: AWS End User Messaging, or a gateway of the hospital. */
export interface PhoneSender {
  /**
   * Refuses what can never be delivered as it is; throws TransientFault when it may be repeated.
   *
   * @param id the same for every attempt to deliver one message
   */
  send(message: {
    readonly id: string;
    /** E.164. */
    readonly to: string;
    readonly text: string;
    readonly language: Language;
  }): Promise<Outcome<unknown>>;
}

/** Longer texts are sent, and paid, in parts. */
const MOST_TEXT = 160;

/** By text message or by a call that reads it aloud. Who has no number is told by the other ways. */
export const phoneChannel = (sender: PhoneSender, publicUrl: string): Channel => ({
  reaches: ({ member }) => member.phone !== undefined,
  async tell({ member }, notice, _, id) {
    const where = ` ${publicUrl}/worklist`;
    const text = `${lineOf(notice, member.language).slice(0, MOST_TEXT - where.length)}${where}`;
    return sender.send({ id, to: member.phone ?? '', text, language: member.language });
  },
});

/** By the hospital's alarm server, which knows the devices of people by their user ids. */
export const alarmChannel = (server: AlarmServer, publicUrl: string): Channel => ({
  async tell(recipient, notice, _, id) {
    return server.raise(id, {
      schemaVersion: 1,
      reader: recipient.member.id,
      role: recipient.role,
      class: notice.class,
      text: lineOf(notice, recipient.member.language),
      ...('journeyId' in notice ? { journeyId: notice.journeyId } : {}),
      ...('dueAt' in notice && notice.dueAt !== undefined ? { dueAt: notice.dueAt } : {}),
      worklist: `${publicUrl}/worklist`,
    });
  },
});

/** What a mail of it would have as its subject: never a name, and never the link, which opens the step for whoever holds it. */
const lineOf = (notice: MailNotice, language: Language): string => renderMail(notice, language).subject;

import type { AlarmServer } from '../adapters/alarm-server.ts';
import type { PhoneSender } from '../adapters/end-user-messaging.ts';
import type { StaffMember } from '../domain/ports.ts';
import { renderMail } from '../pages/mail/mail.ts';
import type { MailNotice } from '../pages/mail-views.ts';
import type { Language } from '../pages/views.ts';
import type { Channel } from './channel.ts';

/** Longer texts are sent, and paid, in parts. */
const MOST_TEXT = 160;

interface Phones {
  readonly sender: PhoneSender;
  /** From where somebody of this site is told; undefined where the site has no such identity. */
  identityOf(member: StaffMember): string | undefined;
  readonly publicUrl: string;
}

/** Who has no number, or whose site sends from none, is told by the other ways. */
const phoneChannel = (
  { sender, identityOf }: Phones,
  textOf: (notice: MailNotice, language: Language) => string,
): Channel => ({
  reaches: ({ member }) => member.phone !== undefined && identityOf(member) !== undefined,
  tell: async ({ member }, notice, _, id) =>
    sender.send({
      id,
      from: identityOf(member) ?? '',
      to: member.phone ?? '',
      text: textOf(notice, member.language),
      language: member.language,
    }),
});

/** By text message: one line, and where to sign in. It lies open on a locked screen, and anybody may read it on its way. */
export const smsChannel = (phones: Phones): Channel =>
  phoneChannel(phones, (notice, language) => {
    const where = ` ${new URL(phones.publicUrl).host}`;
    return `${lineOf(notice, language)
      .slice(0, MOST_TEXT - where.length)
      .toWellFormed()}${where}`;
  });

/** By a call that reads the same line aloud, twice: the first is spoken while the telephone is put to the ear. */
export const voiceChannel = (phones: Phones): Channel =>
  phoneChannel(phones, (notice, language) => {
    const line = lineOf(notice, language);
    return [line, line, new URL(phones.publicUrl).host].join('. ');
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

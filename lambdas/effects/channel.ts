import type { MailAttachment, Mailer } from '../adapters/ses-mailer.ts';
import type { Tier } from '../domain/events/data.ts';
import type { Outcome } from '../domain/outcome.ts';
import { renderMail } from '../pages/mail/mail.ts';
import type { MailNotice } from '../pages/views.ts';
import type { Recipient } from './recipients.ts';

/** The ways by which people can be reached. */
export type ChannelName = 'mail';

/** One way to reach a person. That it was delivered is never an acknowledgement. */
export interface Channel {
  /** Refuses what can never be delivered as it is; throws TransientFault when it may be repeated. */
  tell(recipient: Recipient, notice: MailNotice, attachments: readonly MailAttachment[]): Promise<Outcome<unknown>>;
}

export type Channels = Readonly<Record<ChannelName, Channel>>;

/** Which channels each tier is told by. */
export const CHANNELS_OF: Readonly<Record<Tier, readonly ChannelName[]>> = {
  holders: ['mail'],
  deputies: ['mail'],
  lead: ['mail'],
  'on-call': ['mail'],
};

/** @param publicUrl without a slash at the end: every mail says where the whole list is */
export const mailChannel = (mailer: Mailer, publicUrl: string): Channel => ({
  tell: ({ member }, notice, attachments) =>
    mailer.send({
      to: member.mail,
      ...renderMail(notice, member.language, `${publicUrl}/worklist`),
      tags: tagsOf(notice, member.id),
      attachments,
    }),
});

/** How it is kept that a person was served; a mail under the user id alone. */
export const servedAs = (channel: ChannelName, id: string): string => (channel === 'mail' ? id : `${channel}:${id}`);

/** Tags by which counts and bounces are traced: kinds, class, journey id and the user id of the reader; no name, no address. */
function tagsOf(notice: MailNotice, reader: string): Readonly<Record<string, string>> {
  const { notice: kind, class: mailClass } = notice;
  if (kind !== 'step')
    return { kind, class: mailClass, ...('journeyId' in notice ? { journey: notice.journeyId } : {}), reader };
  const { journeyId, step, phase, round, rung, role } = notice;
  const about = { step: step.replaceAll(' ', '_'), phase, round: String(round), rung, role };
  return { kind, class: mailClass, journey: journeyId, ...about, reader };
}

import type { MailAttachment, Mailer } from '../adapters/ses-mailer.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { StaffMember } from '../domain/ports.ts';
import type { ChannelName } from '../domain/telling/channels.ts';
import { renderMail } from '../pages/mail/mail.ts';
import type { MailNotice } from '../pages/mail-views.ts';
import type { Recipient } from './in-place-of.ts';

/** One way to reach a person. That it was delivered is never an acknowledgement. */
export interface Channel {
  /** Whether this person can be told so at all; without it, everybody can. */
  reaches?(recipient: Recipient): boolean;
  /**
   * Refuses what can never be delivered as it is; throws TransientFault when it may be repeated.
   *
   * @param id the same for every attempt to deliver this to this person
   */
  tell(
    recipient: Recipient,
    notice: MailNotice,
    attachments: readonly MailAttachment[],
    id: string,
  ): Promise<Outcome<unknown>>;
}

/** Mail is always there; of the others those that the deployment has. */
export type Channels = { readonly mail: Channel } & Readonly<Partial<Record<ChannelName, Channel>>>;

/** @param publicUrl without a slash at the end: every mail says where the whole list is */
export const mailChannel = (mailer: Mailer, publicUrl: string): Channel => ({
  tell: ({ member }, notice, attachments) =>
    mailer.send({
      to: member.mail,
      ...renderMail(notice, member.language, `${publicUrl}/worklist`),
      tags: tagsOf(notice, member),
      attachments,
    }),
});

/** How it is kept that a person was served; a mail under the user id alone. */
export const servedAs = (channel: ChannelName, id: string): string => (channel === 'mail' ? id : `${channel}:${id}`);

/** Tags by which counts and bounces are traced: kinds, class, journey id and the user id of the reader; no name, no address. */
function tagsOf(notice: MailNotice, { id: reader, site }: StaffMember): Readonly<Record<string, string>> {
  const { notice: kind, class: mailClass } = notice;
  if (kind !== 'step')
    return { kind, class: mailClass, ...('journeyId' in notice ? { journey: notice.journeyId } : { site }), reader };
  const { journeyId, step, phase, round, rung, role } = notice;
  const about = { step: step.replaceAll(' ', '_'), phase, round: String(round), rung, role };
  return { kind, class: mailClass, journey: journeyId, ...about, reader };
}

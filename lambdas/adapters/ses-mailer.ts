import { type Attachment, type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import { asFault, isNamed } from './aws-errors.ts';

/** A small text file that goes with a mail. */
export interface MailAttachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: string;
}

export interface OutgoingMail {
  /** One recipient: nobody learns who else was asked. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly MailAttachment[];
  /** Counted by SES, e.g. `{ class: 'due' }`; letters, digits, `_`, `-`, `.` and `@`. Never a name or an address. */
  readonly tags?: Readonly<Record<string, string>>;
}

export interface Mailer {
  /** Refuses as `invalid` what SES will never take; throws TransientFault when it may be repeated. */
  send(mail: OutgoingMail): Promise<Outcome<{ readonly messageId: string }>>;
}

const CONTROL = /\p{Cc}/u;
const ONE_ADDRESS = /^[^\s<>,;:@]+@[^\s<>,;:@]+$/;
const data = (Data: string) => ({ Data, Charset: 'UTF-8' });

const attached = ({ fileName, contentType, content }: MailAttachment): Attachment => ({
  FileName: fileName,
  ContentType: contentType,
  ContentDisposition: 'ATTACHMENT',
  ContentTransferEncoding: 'BASE64',
  RawContent: new TextEncoder().encode(content),
});

export const sesMailer = (client: SESv2Client, from: string, configurationSet: string): Mailer => ({
  async send({ to, subject, text, html, attachments = [], tags = {} }) {
    // A line break in an address or a subject would begin a header of its own, a comma a second recipient.
    if (CONTROL.test(subject)) return refuse('invalid', 'Mail: subject has a control character, expected one line');
    if (!ONE_ADDRESS.test(to)) return refuse('invalid', 'Mail: expected one bare address; correct it in the register');
    const command = new SendEmailCommand({
      FromEmailAddress: from,
      Destination: { ToAddresses: [to] },
      Content: {
        Simple: {
          Subject: data(subject),
          Body: { Text: data(text), Html: data(html) },
          ...(attachments.length === 0 ? {} : { Attachments: attachments.map(attached) }),
        },
      },
      ConfigurationSetName: configurationSet,
      EmailTags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
    });
    try {
      const { MessageId = '' } = await client.send(command);
      return ok({ messageId: MessageId });
    } catch (error) {
      if (isNamed(error, 'MessageRejected', 'BadRequestException')) {
        return refuse('invalid', `Mail: SES refused it (${error.name}); check recipient, sender and identity`);
      }
      throw asFault('Send mail', error);
    }
  },
});

import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '../clock/clock.ts';
import type { Faults } from '../faults/faults.ts';
import type { Model } from '../template/model.ts';
import type { EventBuses } from './events.ts';
import { type AwsRequest, json, parseBody, type Service } from './exchange.ts';
import type { Iam } from './iam.ts';
import type { Outbox } from './outbox.ts';
import { ServiceError } from './service-error.ts';
import type { Meter } from './usage.ts';

/** A mail that was accepted for delivery. */
export interface Mail {
  readonly messageId: string;
  /** When it was sent: ISO 8601, UTC. */
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly attachments: readonly { readonly fileName: string; readonly contentType: string; readonly text: string }[];
  readonly tags: Readonly<Record<string, string>>;
  readonly configurationSet?: string;
}

const content = z.strictObject({ Data: z.string(), Charset: z.string().optional() });
const attachment = z.strictObject({
  FileName: z.string().min(1).max(255),
  ContentType: z.string().min(1).max(78).optional(),
  ContentDisposition: z.enum(['ATTACHMENT', 'INLINE']).optional(),
  ContentDescription: z.string().max(1000).optional(),
  ContentTransferEncoding: z.enum(['BASE64', 'QUOTED_PRINTABLE', 'SEVEN_BIT']).optional(),
  RawContent: z.base64(),
});
const addresses = z.array(z.string()).default([]);
const shape = z.strictObject({
  FromEmailAddress: z.string(),
  FromEmailAddressIdentityArn: z.string().optional(),
  Destination: z.strictObject({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses }),
  ReplyToAddresses: addresses,
  Content: z.strictObject({
    Simple: z.strictObject({
      Subject: content,
      Body: z.strictObject({ Text: content.optional(), Html: content.optional() }),
      Headers: z.array(z.strictObject({ Name: z.string(), Value: z.string() })).default([]),
      Attachments: z.array(attachment).default([]),
    }),
  }),
  EmailTags: z
    .array(z.strictObject({ Name: z.string().regex(/^[\w-]{1,256}$/), Value: z.string().regex(/^[\w.@-]{1,256}$/) }))
    .default([]),
  ConfigurationSetName: z.string().optional(),
  TrackingConfigurationOverrides: z.unknown().optional(),
});

/** Largest message SES v2 takes: 40 MB. */
const LARGEST = 40_000_000;
const ADDRESS = /^(?:[^<>\r\n]*<)?([^\s<>@]{1,64}@[^\s<>@]+\.[^\s<>@.]+|[^\s<>@]{1,64}@localhost)>?$/;

/** Addresses that nobody has: a mail to one is accepted, kept, and given back. */
const RETURNED = /^bounce/i;

/** About as long as the message, without headers of its own. */
const sizeOf = ({ Body, Attachments }: z.infer<typeof shape>['Content']['Simple']): number =>
  [Body.Text?.Data, Body.Html?.Data, ...Attachments.map(({ RawContent }) => RawContent)].reduce(
    (size, text = '') => size + Buffer.byteLength(text),
    0,
  );

export interface SesParts {
  readonly model: Model;
  readonly iam: Iam;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly meter: Meter;
  readonly events: Pick<EventBuses, 'event' | 'deliver'>;
  readonly faults: Faults;
}

/** SendEmail with a simple body; each mail is kept in the outbox. One to `bounce…` comes back, as SES reports it. */
export function sesService({ model, iam, outbox, clock, meter, events, faults }: SesParts): Service {
  return (request: AwsRequest) => {
    if (request.method !== 'POST' || request.path !== '/v2/email/outbound-emails') {
      throw new ServiceError(
        'NotFoundException',
        `SES ${request.method} ${request.path} is not part of the embedded stack`,
        404,
      );
    }
    const parsed = shape.safeParse(parseBody(request));
    if (!parsed.success) throw badRequest(z.prettifyError(parsed.error));
    const input = parsed.data;
    const { ToAddresses: to, CcAddresses: cc, BccAddresses: bcc } = input.Destination;
    const everyone = [...to, ...cc, ...bcc];
    const from = bareAddress(input.FromEmailAddress);
    const identity = identityOf(from, model.mailIdentities);
    const arn = (kind: string, name: string): string => `arn:aws:ses:${model.region}:${model.account}:${kind}/${name}`;
    const facts = { 'ses:FromAddress': [from], 'ses:Recipients': everyone.map(bareAddress) };
    const { Subject, Body, Headers, Attachments } = input.Content.Simple;
    // A mail with attachments is made and sent as a raw one.
    const actions = Attachments.length === 0 ? ['ses:SendEmail'] : ['ses:SendEmail', 'ses:SendRawEmail'];
    for (const action of actions) {
      iam.authorize(request.principal, action, arn('identity', identity ?? from), facts);
      if (input.ConfigurationSetName !== undefined) {
        iam.authorize(request.principal, action, arn('configuration-set', input.ConfigurationSetName), facts);
      }
    }
    if (identity === undefined) {
      throw new ServiceError(
        'MessageRejected',
        `Email address is not verified. The following identities failed the check in region ${model.region.toUpperCase()}: ${from}`,
      );
    }
    if (everyone.length === 0 || everyone.length > 50)
      throw badRequest(`expected 1 to 50 recipients, got ${everyone.length}`);
    if (sizeOf(input.Content.Simple) > LARGEST) throw badRequest(`Message length is more than ${LARGEST} bytes long`);
    if (/[\r\n]/.test(Subject.Data)) throw badRequest('Control characters not allowed in subject');
    for (const { Name, Value } of Headers)
      if (/[\r\n]/.test(Name + Value)) throw badRequest(`Control characters not allowed in header ${Name}`);
    if (Body.Text === undefined && Body.Html === undefined) throw badRequest('Missing required body: Text or Html');
    const mail: Mail = {
      messageId: randomUUID(),
      at: new Date(clock.now()).toISOString(),
      from: input.FromEmailAddress,
      to,
      cc,
      bcc,
      replyTo: input.ReplyToAddresses,
      subject: Subject.Data,
      ...(Body.Text === undefined ? {} : { text: Body.Text.Data }),
      ...(Body.Html === undefined ? {} : { html: Body.Html.Data }),
      headers: Headers.map(({ Name, Value }) => ({ name: Name, value: Value })),
      attachments: Attachments.map(({ FileName, ContentType = 'application/octet-stream', RawContent }) => ({
        fileName: FileName,
        contentType: ContentType,
        text: Buffer.from(RawContent, 'base64').toString('utf8'),
      })),
      tags: Object.fromEntries(input.EmailTags.map(({ Name, Value }) => [Name, Value])),
      ...(input.ConfigurationSetName === undefined ? {} : { configurationSet: input.ConfigurationSetName }),
    };
    outbox.keep(mail);
    meter.count('Mail', 'emails');
    const set = input.ConfigurationSetName;
    if (set !== undefined && model.bounceReports.includes(set)) {
      const { returned } = faults.plan.mails;
      const comesBack = (one: string): boolean => RETURNED.test(one) || faults.hits('mails/returned', returned);
      for (const address of everyone.map(bareAddress).filter(comesBack)) {
        const event = events.event('aws.ses', 'Email Bounced', bounceOf(mail, address, set), [
          arn('configuration-set', set),
        ]);
        events.deliver('default', event);
      }
    }
    return json({ MessageId: mail.messageId }, 'application/json');
  };
}

/** What SES tells of a mail whose address does not exist. */
const bounceOf = (mail: Mail, address: string, set: string) => ({
  eventType: 'Bounce',
  bounce: {
    bounceType: 'Permanent',
    bounceSubType: 'General',
    bouncedRecipients: [{ emailAddress: address, action: 'failed', status: '5.1.1' }],
    timestamp: mail.at,
  },
  mail: {
    timestamp: mail.at,
    source: mail.from,
    messageId: mail.messageId,
    destination: mail.to,
    tags: {
      'ses:configuration-set': [set],
      ...Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
    },
  },
});

function bareAddress(given: string): string {
  const address = ADDRESS.exec(given)?.[1];
  if (address === undefined) throw badRequest(`Invalid address: expected name@host or Name <name@host>`);
  return address;
}

/** The verified identity (address or domain) a sender falls under; any, when the templates manage none. */
function identityOf(from: string, identities: readonly string[]): string | undefined {
  const domain = from.slice(from.indexOf('@') + 1);
  if (identities.length === 0) return domain;
  return identities.find((identity) => identity === from || identity === domain || domain.endsWith(`.${identity}`));
}

const badRequest = (message: string): ServiceError => new ServiceError('BadRequestException', message);

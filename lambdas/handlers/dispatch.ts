import * as z from 'zod';
import { alarmServer } from '../adapters/alarm-server.ts';
import { dynamoAddresses } from '../adapters/dynamo-addresses.ts';
import { dynamoCourseIndex } from '../adapters/dynamo-course-index.ts';
import { dynamoHeldMail } from '../adapters/dynamo-held-mail.ts';
import { dynamoLinkIndex } from '../adapters/dynamo-link-index.ts';
import { dynamoMailCounts } from '../adapters/dynamo-mail-counts.ts';
import { dynamoMessageStore } from '../adapters/dynamo-message-store.ts';
import { dynamoPersonMails } from '../adapters/dynamo-person-mails.ts';
import { dynamoRegisters } from '../adapters/dynamo-registers.ts';
import { dynamoStaffDirectory } from '../adapters/dynamo-staff-directory.ts';
import { textMessages, voiceMessages } from '../adapters/end-user-messaging.ts';
import { eventBridge } from '../adapters/event-bus.ts';
import { journeyScheduler } from '../adapters/scheduler.ts';
import { secretsManager } from '../adapters/secrets.ts';
import { sesMailer } from '../adapters/ses-mailer.ts';
import { stepFunctions } from '../adapters/sfn-callback.ts';
import { Fault } from '../domain/faults.ts';
import { lazily } from '../domain/lazily.ts';
import type { StaffMember } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import { SIDE_PHASES } from '../domain/vocabulary.ts';
import { type Channels, mailChannel } from '../effects/channel.ts';
import { alarmChannel, smsChannel, voiceChannel } from '../effects/further-channels.ts';
import { performEffect } from '../effects/perform.ts';
import { alarmServerAt, commonEnvironment, environment, jsonOf, telling } from '../middleware/environment.ts';
import { journeyDeps } from '../middleware/journey-deps.ts';
import {
  coldStart,
  dynamodbClient,
  eventsClient,
  phonesClient,
  type Runtime,
  schedulerClient,
  secretsClient,
  sesClient,
  sfnClient,
} from '../middleware/runtime.ts';
import { streamHandler } from '../middleware/stream-handler.ts';

const schema = lazily(() => ({
  ...commonEnvironment,
  IDENTITIES_TABLE: z.string().min(1),
  PUBLIC_URL: z.url(),
  MAIL_FROM: z.string().min(3),
  MAIL_CONFIGURATION_SET: z.string().min(1),
  MACHINES: jsonOf(z.record(z.enum(['PatientJourney', ...SIDE_PHASES]), z.string().min(1))),
  /** What stands before the name of a machine in its ARN. */
  MACHINES_AT: z.string().min(1),
  SCHEDULE_GROUP: z.string().min(1),
  SCHEDULE_ROLE_ARN: z.string().min(1),
  JOURNEY_DUE_ARN: z.string().min(1),
  SCHEDULE_DLQ_ARN: z.string().min(1),
  BUS_NAME: z.string().min(1),
  TELLING: telling(),
  ALARM_SERVER: alarmServerAt().optional(),
}));

/**
 * Does the effects that were committed with the events: mail, task answers, schedule, execution starts, outbound events.
 * An effect is marked done after it was done; a kill in between repeats it, and each of them bears being repeated.
 */
export const create = (
  runtime: Runtime<'dynamodb' | 'events' | 'phones' | 'scheduler' | 'secrets' | 'ses' | 'sfn'>,
) => {
  const env = environment(runtime, schema());
  const { clients, randomBytes } = runtime;
  const journeysTable = { client: clients.dynamodb, table: env.JOURNEYS_TABLE };
  const deps = journeyDeps(runtime, env);
  const publicUrl = env.PUBLIC_URL.replace(/\/$/, '');
  const personMails = dynamoPersonMails(journeysTable);
  const mailer = sesMailer(clients.ses, env.MAIL_FROM, env.MAIL_CONFIGURATION_SET);
  const alarms = alarmsOf(runtime, env, deps.now, publicUrl);
  const perform = performEffect({
    ...deps,
    links: dynamoLinkIndex(clients.dynamodb, env.JOURNEYS_TABLE),
    staff: dynamoStaffDirectory({ client: clients.dynamodb, table: env.IDENTITIES_TABLE }),
    publicUrl,
    mailFrom: env.MAIL_FROM,
    machines: addressed(env.MACHINES, env.MACHINES_AT),
    callback: stepFunctions(clients.sfn),
    channels: { mail: mailChannel(mailer, publicUrl), ...alarms, ...phonesOf(runtime, env.TELLING, publicUrl) },
    messages: dynamoMessageStore({ ...journeysTable, randomBytes }),
    courses: dynamoCourseIndex(journeysTable),
    held: dynamoHeldMail(journeysTable, personMails),
    personMails,
    addresses: dynamoAddresses({ client: clients.dynamodb, table: env.IDENTITIES_TABLE }),
    mailCounts: dynamoMailCounts(journeysTable),
    registers: dynamoRegisters({ ...journeysTable, randomBytes }),
    sites: env.TELLING,
    randomBytes,
    bus: eventBridge(clients.events, env.BUS_NAME),
    scheduler: journeyScheduler({
      client: clients.scheduler,
      group: env.SCHEDULE_GROUP,
      roleArn: env.SCHEDULE_ROLE_ARN,
      targetArn: env.JOURNEY_DUE_ARN,
      deadLetterArn: env.SCHEDULE_DLQ_ARN,
      now: deps.now,
    }),
  });

  return streamHandler(deps.clock, async ({ dynamodb }) => {
    const journeyId = dynamodb?.NewImage?.journeyId?.S;
    const effectId = dynamodb?.NewImage?.effectId?.S;
    if (journeyId === undefined || effectId === undefined) {
      throw new Fault(
        'Stream record: expected an effect item with journeyId and effectId; check the filter of the mapping',
      );
    }
    // Read again rather than trusted: the record may be old and the effect long done.
    const pending = await deps.store.pendingEffect(journeyId, effectId);
    if (pending === undefined) return;
    const { outcome, unmarked } = await perform(pending);
    if (outcome === 'done') await deps.store.markDone(journeyId, effectId, deps.now(), unmarked);
  });
};

/** No client is made where no site sends to telephones. */
function phonesOf(
  { clients }: Runtime<'phones'>,
  sites: z.infer<ReturnType<typeof telling>>,
  publicUrl: string,
): Pick<Channels, 'sms' | 'voice'> {
  const identityOf = (kind: 'sms' | 'voice') => (member: StaffMember) =>
    sites.find(({ id }) => id === member.site)?.telling?.originationIdentities?.[kind];
  const has = (kind: 'sms' | 'voice') =>
    sites.some((site) => site.telling?.originationIdentities?.[kind] !== undefined);
  return {
    ...(has('sms')
      ? { sms: smsChannel({ sender: textMessages(clients.phones), identityOf: identityOf('sms'), publicUrl }) }
      : {}),
    ...(has('voice')
      ? { voice: voiceChannel({ sender: voiceMessages(clients.phones), identityOf: identityOf('voice'), publicUrl }) }
      : {}),
  };
}

/** The secret is read when the first alarm is raised, and not at all where there is no server. */
function alarmsOf(
  { clients }: Runtime<'secrets'>,
  { ALARM_SERVER: server }: { readonly ALARM_SERVER?: z.infer<ReturnType<typeof alarmServerAt>> | undefined },
  now: () => Instant,
  publicUrl: string,
): Pick<Channels, 'alarm-server'> {
  if (server === undefined) return {};
  const secrets = secretsManager(clients.secrets, now);
  const secret = () => secrets.read(server.secretArn);
  return { 'alarm-server': alarmChannel(alarmServer({ url: server.url, secret, now }), publicUrl) };
}

export const handler = coldStart(create, {
  dynamodb: dynamodbClient,
  events: eventsClient,
  phones: phonesClient,
  scheduler: schedulerClient,
  secrets: secretsClient,
  ses: sesClient,
  sfn: sfnClient,
});

function addressed<Name extends string>(machines: Readonly<Record<Name, string>>, at: string): Record<Name, string> {
  const all = Object.entries<string>(machines).map(([machine, name]) => [machine, `${at}${name}`]);
  return Object.fromEntries(all) as Record<Name, string>;
}

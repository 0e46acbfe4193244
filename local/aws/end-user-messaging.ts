import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '../clock/clock.ts';
import { type AwsRequest, json, parseBody, type Service } from './exchange.ts';
import type { Iam } from './iam.ts';
import { ServiceError, validationError } from './service-error.ts';
import type { Store } from './store.ts';

/** A text message or a call that was accepted. */
export interface ToPhone {
  readonly messageId: string;
  readonly kind: 'sms' | 'voice';
  /** When it was sent: ISO 8601, UTC. */
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

const common = {
  DestinationPhoneNumber: z.e164(),
  OriginationIdentity: z.string().min(1).max(256),
  TimeToLive: z.int().min(5).max(259_200).optional(),
  Context: z.record(z.string().min(1).max(100), z.string().min(1).max(800)).optional(),
};
const SHAPES = {
  SendTextMessage: z.strictObject({
    ...common,
    MessageBody: z.string().min(1).max(1600),
    MessageType: z.enum(['TRANSACTIONAL', 'PROMOTIONAL']),
  }),
  SendVoiceMessage: z.strictObject({
    ...common,
    MessageBody: z.string().min(1).max(3000),
    MessageBodyTextType: z.literal('TEXT').optional(),
    VoiceId: z
      .string()
      .regex(/^[A-Z]+$/)
      .optional(),
  }),
} as const;

/** SendTextMessage and SendVoiceMessage of AWS End User Messaging, from identities named by their ARN; each message is kept. */
export function endUserMessagingService(iam: Iam, store: Store, clock: Clock): Service {
  return (request: AwsRequest) => {
    const { operation } = request;
    if (operation !== 'SendTextMessage' && operation !== 'SendVoiceMessage')
      throw new ServiceError(
        'UnknownOperationException',
        `End User Messaging ${operation} is not part of the embedded stack`,
      );
    const parsed = SHAPES[operation].safeParse(parseBody(request));
    if (!parsed.success) throw validationError(z.prettifyError(parsed.error));
    const { OriginationIdentity: from, DestinationPhoneNumber: to, MessageBody: text } = parsed.data;
    iam.authorize(request.principal, `sms-voice:${operation}`, from);
    const sent: ToPhone = {
      messageId: randomUUID(),
      kind: operation === 'SendTextMessage' ? 'sms' : 'voice',
      at: new Date(clock.now()).toISOString(),
      ...{ from, to, text },
    };
    store.run('INSERT INTO to_phone (at, message) VALUES (?, ?)', sent.at, JSON.stringify(sent));
    return json({ MessageId: sent.messageId });
  };
}

/** Every text message and call, oldest first. */
export const sentToPhones = (store: Store): ToPhone[] =>
  store
    .all<{ message: string }>('SELECT message FROM to_phone ORDER BY id')
    .map(({ message }) => JSON.parse(message) as ToPhone);

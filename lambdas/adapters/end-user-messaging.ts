import {
  type PinpointSMSVoiceV2Client,
  SendTextMessageCommand,
  SendVoiceMessageCommand,
  type VoiceId,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { TransientFault } from '../domain/faults.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import { asFault, isNamed } from './aws-errors.ts';

export interface PhoneMessage {
  /** The same for every attempt to deliver one message; a hash, which the service keeps beside its own id. */
  readonly id: string;
  /** Origination identity: the ARN of a number, a pool or a sender id. */
  readonly from: string;
  /** E.164. */
  readonly to: string;
  readonly text: string;
  readonly language: string;
}

/** A way to telephones. */
export interface PhoneSender {
  /** Refuses what can never be delivered as it is; throws TransientFault when it may be repeated. */
  send(message: PhoneMessage): Promise<Outcome<unknown>>;
}

/** Others are told while it does not answer. */
const ANSWERS_WITHIN_MS = 3000;

/** Later the person next in line has been told, and what it says may be over: 72 hours, the default, are too long. */
const DELIVERED_WITHIN_SECONDS = 3600;

/** Who reads a message aloud. */
const VOICES: Readonly<Record<string, VoiceId>> = { en: 'AMY', de: 'VICKI', fr: 'LEA', es: 'LUCIA' };

/** Errors that no repetition mends: a number nobody has or that wants nothing, an identity that is not there, no money left. */
const REFUSALS = [
  'ValidationException',
  'ConflictException',
  'ResourceNotFoundException',
  'ServiceQuotaExceededException',
] as const;

/** Text messages by AWS End User Messaging. It knows no idempotency token: a kill right after sending sends twice, as with mail. */
export const textMessages = (client: PinpointSMSVoiceV2Client): PhoneSender => ({
  send: ({ id, from, to, text }) =>
    sending((abortSignal) =>
      client.send(
        new SendTextMessageCommand({
          OriginationIdentity: from,
          DestinationPhoneNumber: to,
          MessageBody: text,
          MessageType: 'TRANSACTIONAL',
          TimeToLive: DELIVERED_WITHIN_SECONDS,
          Context: { delivery: id },
        }),
        { abortSignal },
      ),
    ),
});

/** Calls by the same service, which reads the text aloud. */
export const voiceMessages = (client: PinpointSMSVoiceV2Client): PhoneSender => ({
  send: ({ id, from, to, text, language }) =>
    sending((abortSignal) =>
      client.send(
        new SendVoiceMessageCommand({
          OriginationIdentity: from,
          DestinationPhoneNumber: to,
          MessageBody: text,
          MessageBodyTextType: 'TEXT',
          VoiceId: VOICES[language] ?? 'AMY',
          TimeToLive: DELIVERED_WITHIN_SECONDS,
          Context: { delivery: id },
        }),
        { abortSignal },
      ),
    ),
});

async function sending(send: (signal: AbortSignal) => Promise<unknown>): Promise<Outcome<unknown>> {
  const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
  try {
    await send(signal);
    return ok({});
  } catch (error) {
    if (signal.aborted)
      throw new TransientFault('Send to telephone: expected an answer within 3 seconds, got none; it is tried again');
    // The service's own words can hold the number.
    if (isNamed(error, ...REFUSALS))
      return refuse(
        'invalid',
        `Telephone: the service refused it (${error.name}); check the number in the register, the origination identity and the spending limit`,
      );
    throw asFault('Send to telephone', error);
  }
}

import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PhoneSender, textMessages, voiceMessages } from '../../lambdas/adapters/end-user-messaging.ts';
import { Fault, TransientFault } from '../../lambdas/domain/faults.ts';
import { type FakeAws, fakeAws } from '../support/fake-aws.ts';

const POOL = 'arn:aws:sms-voice:eu-central-1:111122223333:pool/p1';
const MESSAGE = { id: 'd1', from: POOL, to: '+4915112345678', text: 'DRINGEND', language: 'de' };

let aws: FakeAws;
let senders: Readonly<Record<'sms' | 'voice', PhoneSender>>;
beforeAll(async () => {
  aws = await fakeAws();
  const client = new PinpointSMSVoiceV2Client(aws.options);
  senders = { sms: textMessages(client), voice: voiceMessages(client) };
});
afterAll(() => aws.stop());

test('a text message and a call leave from the identity of the site, and are worth nothing after an hour', async () => {
  aws.answer(() => ({ body: { MessageId: 'm1' } }));
  expect(await senders.sms.send(MESSAGE)).toMatchObject({ ok: true });
  expect(await senders.voice.send(MESSAGE)).toMatchObject({ ok: true });
  const common = { OriginationIdentity: POOL, DestinationPhoneNumber: '+4915112345678', MessageBody: 'DRINGEND' };
  const kept = { TimeToLive: 3600, Context: { delivery: 'd1' } };
  expect(aws.calls.map(({ operation, body }) => [operation, body])).toEqual([
    ['SendTextMessage', { ...common, ...kept, MessageType: 'TRANSACTIONAL' }],
    ['SendVoiceMessage', { ...common, ...kept, MessageBodyTextType: 'TEXT', VoiceId: 'VICKI' }],
  ]);
});

test.each(['sms', 'voice'] as const)(
  '%s: what no repetition mends is refused, and never says the number',
  async (kind) => {
    for (const error of ['ValidationException', 'ConflictException', 'ResourceNotFoundException']) {
      aws.answer(() => ({ error, body: { message: 'Destination +4915112345678 opted out' } }));
      const answer = await senders[kind].send(MESSAGE);
      expect(answer).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
      expect(JSON.stringify(answer)).not.toContain('+49');
    }
  },
);

test.each(['sms', 'voice'] as const)(
  '%s: what may pass is tried again, what is not allowed is broken',
  async (kind) => {
    aws.answer(() => ({ error: 'ThrottlingException' }));
    await expect(senders[kind].send(MESSAGE)).rejects.toBeInstanceOf(TransientFault);
    aws.answer(() => ({ error: 'AccessDeniedException' }));
    const broken = senders[kind].send(MESSAGE);
    await expect(broken).rejects.toBeInstanceOf(Fault);
    await expect(broken).rejects.not.toBeInstanceOf(TransientFault);
  },
);

import { SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { embeddedConfig } from '../../lib/embedded-config.ts';
import { seedExampleStaff, staffRegisterOf } from '../../local/scenario/place.ts';
import { EXAMPLE_JOINING, exampleStaff } from '../../local/scenario/staff.ts';
import { synthTemplates } from '../../local/template/synth.ts';
import { type TestStage, testStage } from '../support/stage.ts';
import { eventsOf, orderJourney } from '../support/stage-order.ts';

const DAY = 86_400_000;
const NUMBER = '+4915112345678';
const POOL = 'arn:aws:sms-voice:eu-central-1:111122223333:pool/p1';
const CALLER = 'arn:aws:sms-voice:eu-central-1:111122223333:phone-number/n1';

let stage: TestStage;
let journeyId: string;
beforeAll(async () => {
  const telling = {
    channels: [
      { channel: 'sms', tiers: ['holders'] },
      { channel: 'voice', tiers: ['holders'] },
    ],
    originationIdentities: { sms: POOL, voice: CALLER },
  };
  const sites = embeddedConfig().sites.map((site) => ({ ...site, telling }));
  stage = await testStage({
    templates: await synthTemplates({ sites }),
    async prepare(place) {
      await seedExampleStaff(place);
      const coordinator = exampleStaff.find(({ id }) => id === 'coordinator');
      if (coordinator === undefined) throw new Error('expected a coordinator');
      await staffRegisterOf(place).putStaff({ ...coordinator, phone: NUMBER }, EXAMPLE_JOINING);
    },
  });
  journeyId = await orderJourney(stage);
});
afterAll(() => stage?.stack.stop());

test('what is urgent is sent to the telephone too, once, without a name, and acknowledges nothing', async () => {
  const { stack } = stage;
  expect(stack.toPhones()).toEqual([]);
  await stack.clock.advance(3 * DAY + 60_000);
  const [sms, call] = stack.toPhones();
  expect(stack.toPhones().map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['sms', POOL, NUMBER],
    ['voice', CALLER, NUMBER],
  ]);
  expect(sms?.text).toMatch(/^URGENT.* localhost:\d+$/);
  expect(call?.text).toContain('URGENT');
  for (const { text } of stack.toPhones()) expect(text).not.toMatch(/sign-offs|Chris|Coordinator/);
  expect(await (await fetch(`${stack.url}/local/outbox`)).text()).toContain(`text message to ${NUMBER}: URGENT`);
  expect(await (await fetch(`${stack.url}/local/phones.json`)).json()).toEqual(stack.toPhones());
  // Delivered is not read: the next tier is called as if nothing had been sent.
  await stack.clock.advance(DAY / 12);
  const rungs = stack.outbox().flatMap(({ tags }) => (tags.journey === journeyId ? [tags.rung] : []));
  expect(rungs).toContain('overdue-unseen-1');
  expect((await eventsOf(stage, journeyId)).map(({ type }) => type)).not.toContain('rung.acknowledged');
  expect(stack.toPhones().length).toBe(2);
  expect(stage.functionErrors).toEqual([]);
});

test('the role of dispatch sends from the identities of the sites and from no other', async () => {
  const message = { DestinationPhoneNumber: NUMBER, MessageBody: 'Hello', MessageType: 'TRANSACTIONAL' } as const;
  const { phones } = stage.stack.clientsFor('Dispatch');
  const other = phones.send(new SendTextMessageCommand({ ...message, OriginationIdentity: CALLER }));
  await expect(other).rejects.toMatchObject({ name: 'AccessDeniedException' });
  const wrong = phones.send(
    new SendTextMessageCommand({ ...message, DestinationPhoneNumber: '0151', OriginationIdentity: POOL }),
  );
  await expect(wrong).rejects.toMatchObject({ name: 'ValidationException' });
});

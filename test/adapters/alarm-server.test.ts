import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Alarm, alarmServer } from '../../lambdas/adapters/alarm-server.ts';
import { Fault, TransientFault } from '../../lambdas/domain/faults.ts';
import { loopbackAlarmServer } from '../support/alarm-server.ts';
import { NOW } from '../support/journeys.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const ALARM: Alarm = {
  schemaVersion: 1,
  reader: 'olli',
  role: 'on-call',
  class: 'critical',
  text: 'DRINGEND 7K2MPX4QN Überfällig',
  journeyId: '7K2MPX4QN',
  worklist: 'https://journeys.hospital.example/worklist',
};

let remote: Awaited<ReturnType<typeof loopbackAlarmServer>>;
beforeAll(async () => {
  remote = await loopbackAlarmServer();
});
afterAll(() => remote.stop());

const server = (url = remote.url, secret = SECRET) => alarmServer({ url, secret: async () => secret, now: () => NOW });

test('an alarm is signed by Standard Webhooks, with the id it has at every attempt', async () => {
  remote.answer(204);
  expect(await server().raise('alarm-1', ALARM)).toMatchObject({ ok: true });
  const { headers, body } = remote.taken.at(-1) ?? { headers: {}, body: '' };
  expect(JSON.parse(body)).toEqual(ALARM);
  expect(headers['webhook-id']).toBe('alarm-1');
  const expected = new Webhook(SECRET).sign('alarm-1', new Date(NOW), body);
  expect(headers['webhook-signature']).toBe(expected);
  expect(headers['webhook-timestamp']).toBe(String(Date.parse(NOW) / 1000));
});

test.each([500, 503, 429, 408])('an answer of %i is tried again', async (status) => {
  remote.answer(status);
  await expect(server().raise('alarm-2', ALARM)).rejects.toBeInstanceOf(TransientFault);
});

test.each([400, 401, 404, 302])(
  'an answer of %i is for a person to mend, and no redirection is followed',
  async (status) => {
    remote.answer(status);
    const { length } = remote.taken;
    expect(await server().raise('alarm-3', ALARM)).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
    expect(remote.taken).toHaveLength(length + 1);
  },
);

test('a server that is not there is tried again, and nothing of the alarm or the secret is in what is said', async () => {
  const silent = server('http://127.0.0.1:9/alarms').raise('alarm-4', ALARM);
  await expect(silent).rejects.toBeInstanceOf(TransientFault);
  await expect(silent).rejects.toThrow(/^Alarm server: expected an answer within 3 seconds, got none/);
  const wrong = server(remote.url, 'whsec_short').raise('alarm-5', ALARM);
  await expect(wrong).rejects.toBeInstanceOf(Fault);
  await expect(wrong).rejects.not.toThrow(/short/);
});

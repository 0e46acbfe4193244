import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dynamoIdentityStore } from '../../lambdas/adapters/dynamo-identity-store.ts';
import { dynamoMessageStore } from '../../lambdas/adapters/dynamo-message-store.ts';
import { verifyChain } from '../../lambdas/domain/audit/chain.ts';
import { journeyIdSchema } from '../../lambdas/domain/identifiers/journey-id.ts';
import { bundle, notification, patient, serviceRequest } from '../support/ehr-messages.ts';
import { startWebhook, type Webhook } from '../support/ehr-webhook.ts';
import { NOW, randomBytes } from '../support/journeys.ts';

let webhook: Webhook;
beforeEach(async () => {
  webhook = await startWebhook();
});
afterEach(() => webhook.stop());

const order = bundle(serviceRequest(), patient());
const numbered = (value: string, change: Record<string, unknown> = {}) =>
  serviceRequest({ identifier: [{ system: 'urn:orders', value }], ...change });
const journeyOf = async (id: unknown) => {
  const stored = await webhook.store.load(String(id));
  if (stored === undefined) throw new Error(`journey ${String(id)} is not there`);
  return stored;
};
const identities = () =>
  dynamoIdentityStore({
    client: webhook.client,
    table: webhook.tables.identities,
    randomBytes,
    identityKey: async () => 'identity key',
  });
const access = { reader: 'test', reason: 'test', at: NOW };

describe('an order', () => {
  it('opens one journey with patient, message and answer, and nothing readable in the journey table', async () => {
    const answer = await webhook.post({ id: 'm1', body: order });
    expect(answer).toMatchObject({ status: 202, body: { eventId: expect.any(String), status: 'applied' } });
    const id = journeyIdSchema.parse(answer.body.journeyId);
    const { state, events } = await journeyOf(id);
    expect(verifyChain(events)).toMatchObject({ verified: true });
    expect(events[0]).toMatchObject({
      type: 'journey.opened',
      by: { kind: 'sender', id: 'ehr' },
      occurredAt: { at: '2026-11-22T09:14:00.000Z', zone: 'Europe/Berlin', known: 'stated' },
    });
    expect(state).toMatchObject({
      protocol: { id: 'kymriah', version: 1 },
      site: { id: 'site-1' },
      order: { sender: 'ehr', messageId: 'm1', orderedAt: '2026-11-22T09:14:00.000Z' },
    });
    const effects = await webhook.store.pending({ before: '2027-01-01T00:00:00.000Z', limit: 100 });
    expect(effects.map(({ effect }) => effect.kind)).toContain('start');
    expect(await identities().patient(state.patient ?? '', access)).toMatchObject({
      name: 'Erin Example',
      birthDate: '1961-04-05',
    });
    expect((await identities().readRawMessage('ehr', 'm1', access))?.toString()).toBe(JSON.stringify(order));
    expect(await webhook.journeysTable()).not.toMatch(/Erin|Example|1961|MRN-1|PLC-778/);
  });

  it('again gets the same answer, and another body under its id is refused', async () => {
    const first = await webhook.post({ id: 'm1', body: order });
    const later = { id: 'm1', body: order, at: '2026-11-22T12:03:00.000Z' };
    expect(await webhook.post(later)).toMatchObject({ status: 200, body: first.body });
    const other = await webhook.post({ id: 'm1', body: bundle(numbered('2'), patient()) });
    expect(other).toMatchObject({ status: 409, body: { resourceType: 'OperationOutcome' } });
    // Nor is what is no JSON taken for the message that came.
    expect((await webhook.post({ id: 'm1', body: 'junk' })).status).toBe(409);
    expect(await webhook.count('HEAD')).toBe(1);
  });

  it('is the same message for whichever sender, but each sender has ids of its own', async () => {
    const one = await webhook.post({ id: 'm1', body: order });
    const two = await webhook.post({ id: 'm1', body: order, sender: 'engine' });
    expect(two).toMatchObject({ status: 202, body: { journeyId: null, status: 'parked' } });
    expect(two.body.eventId).not.toBe(one.body.eventId);
    expect((await journeyOf(one.body.journeyId)).state.orders).toMatchObject([{ sender: 'engine', messageId: 'm1' }]);
  });

  it.each([2, 50])('posted %d times at once opens one journey', async (times) => {
    const answers = await Promise.all(Array.from({ length: times }, () => webhook.post({ id: 'm1', body: order })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(times - 1).fill(200), 202]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await webhook.count('HEAD')).toBe(1);
    expect(await webhook.count('ORDER')).toBe(1);
  });

  it('posted at once under many ids opens one journey for its number', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => webhook.post({ id: `m${at}`, body: order })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(202));
    expect(new Set(answers.map(({ body }) => body.journeyId)).size).toBe(1);
    expect(await webhook.count('HEAD')).toBe(1);
    expect(await webhook.count('RECEIPT')).toBe(10);
  });

  it('for one patient under many numbers at once opens one journey, and a person is asked about the others', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, at) => webhook.post({ id: `m${at}`, body: bundle(numbered(`${at}`), patient()) })),
    );
    const opened = answers.flatMap(({ body }) => (body.journeyId === null ? [] : [body.journeyId]));
    expect(opened).toHaveLength(1);
    const { state } = await journeyOf(opened[0]);
    expect(state.phases.filter(({ phase }) => phase === 'OrderMatch')).toHaveLength(4);
    expect(await webhook.count('HEAD')).toBe(1);
  });

  it('comes with base64 as API Gateway may send it, and with headers in any case', async () => {
    expect((await webhook.post({ id: 'm1', body: order, base64: true })).status).toBe(202);
  });

  it('adds a further identifier to a patient who is known by another', async () => {
    const first = await webhook.post({ id: 'm1', body: order });
    const insured = { system: 'urn:insurer', value: 'A1' };
    const both = patient({ identifier: [{ system: 'urn:oid:1.2.3.4.6', value: 'MRN-1' }, insured] });
    await webhook.post({ id: 'm2', body: bundle(numbered('2'), both) });
    const { state } = await journeyOf(first.body.journeyId);
    expect(await identities().pseudonymsOf([insured])).toEqual([state.patient]);
  });
});

describe('an order number that is known', () => {
  const revoked = serviceRequest({ status: 'revoked', subject: {} });

  it('never opens a second journey', async () => {
    const first = await webhook.post({ id: 'm1', body: order });
    const again = await webhook.post({ id: 'm2', body: order });
    expect(again).toMatchObject({ status: 202, body: { journeyId: first.body.journeyId, status: 'applied' } });
    expect((await journeyOf(first.body.journeyId)).revision).toBe(1);
    expect(await identities().readRawMessage('ehr', 'm2', access)).toBeDefined();
  });

  it('and withdrawn holds its journey, once, however often it comes', async () => {
    const { body } = await webhook.post({ id: 'm1', body: order });
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => webhook.post({ id: `r${at % 2}`, body: revoked })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(8).fill(200), 202, 202]);
    const { state, events } = await journeyOf(body.journeyId);
    expect(state.holds).toEqual([{ seq: 4, from: NOW, reason: 'EHR order revoked' }]);
    expect(events.at(-1)).toMatchObject({ type: 'journey.held', by: { kind: 'sender', id: 'ehr' } });
    expect(await webhook.count('RECEIPT')).toBe(3);
  });

  it('and completed changes nothing', async () => {
    const { body } = await webhook.post({ id: 'm1', body: order });
    const done = await webhook.post({ id: 'm2', body: serviceRequest({ status: 'completed', subject: {} }) });
    expect(done).toMatchObject({ status: 202, body: { journeyId: body.journeyId } });
    expect((await journeyOf(body.journeyId)).revision).toBe(1);
  });

  it('but for another patient or therapy is looked at by a person', async () => {
    await webhook.post({ id: 'm1', body: order });
    const stranger = patient({ identifier: [{ system: 'urn:oid:1.2.3.4.6', value: 'MRN-2' }] });
    const other = await webhook.post({ id: 'm2', body: bundle(serviceRequest(), stranger) });
    expect(other).toMatchObject({ status: 422, body: { issue: [{ expression: ['Patient.identifier'] }] } });
    expect(await webhook.count('HEAD')).toBe(1);
    expect(await webhook.count('RECEIPT')).toBe(1);
  });
});

describe('what is not understood', () => {
  const strange = bundle(serviceRequest({ status: 'approved' }), patient());

  it('goes back to a sender set to refuse, and nothing is written', async () => {
    const before = await webhook.everything();
    const answer = await webhook.post({ id: 'm1', body: strange });
    expect(answer).toMatchObject({
      status: 422,
      headers: { 'content-type': 'application/fhir+json; charset=utf-8' },
      body: {
        resourceType: 'OperationOutcome',
        issue: [{ severity: 'error', code: 'not-supported', expression: ['ServiceRequest.status'] }],
      },
    });
    expect(await webhook.everything()).toBe(before);
  });

  it('is parked for a sender set to park: kept whole, told to the coordinators of every site, answered the same', async () => {
    const answer = await webhook.post({ id: 'm1', body: strange, sender: 'engine' });
    expect(answer).toMatchObject({ status: 202, body: { journeyId: null, status: 'parked' } });
    expect(await webhook.post({ id: 'm1', body: strange, sender: 'engine' })).toMatchObject({
      status: 200,
      body: answer.body,
    });
    const messages = dynamoMessageStore({ client: webhook.client, table: webhook.tables.journeys, randomBytes });
    expect(await messages.parked(10)).toMatchObject([
      { eventId: answer.body.eventId, sender: 'engine', messageId: 'm1', reasons: ['status'] },
    ]);
    const effects = await webhook.store.pending({ before: '2027-01-01T00:00:00.000Z', limit: 10 });
    expect(effects.map(({ effect }) => effect)).toMatchObject(
      ['site-1', 'site-2'].map((site) => ({ kind: 'mail', notice: { about: 'message', site, to: ['coordinator'] } })),
    );
    expect((await identities().readRawMessage('engine', 'm1', access))?.toString()).toBe(JSON.stringify(strange));
    expect(await webhook.count('HEAD')).toBe(0);
    expect(await webhook.journeysTable()).not.toMatch(/Erin|MRN-1|1961/);
  });

  it.each([
    ['a withdrawal of an order that never came', serviceRequest({ status: 'revoked' })],
    ['an id-only notification', notification('event-notification')],
  ])('is %s', async (_, body) => {
    expect((await webhook.post({ id: 'm1', body, sender: 'engine' })).body.status).toBe('parked');
    expect((await webhook.post({ id: 'm1', body })).status).toBe(422);
  });

  it('is a patient whose identifiers belong to two, or whose birth date is another', async () => {
    const [a, b] = ['MRN-1', 'MRN-2'].map((value) => ({ system: 'urn:oid:1.2.3.4.6', value }));
    await webhook.post({ id: 'm1', body: order });
    await webhook.post({ id: 'm2', body: bundle(numbered('2'), patient({ identifier: [b] })) });
    const mixed = await webhook.post({ id: 'm3', body: bundle(numbered('3'), patient({ identifier: [a, b] })) });
    expect(mixed).toMatchObject({ status: 422, body: { issue: [{ expression: ['Patient.identifier'] }] } });
    const older = await webhook.post({ id: 'm4', body: bundle(numbered('4'), patient({ birthDate: '1960-01-01' })) });
    expect(older).toMatchObject({ status: 422, body: { issue: [{ expression: ['Patient.birthDate'] }] } });
    expect((await webhook.post({ id: 'm5', body: bundle(numbered('5'), patient({ birthDate: '1961' })) })).status).toBe(
      202,
    );
    expect(await webhook.count('HEAD')).toBe(2);
  });
});

describe('a subscription', () => {
  it.each(['handshake', 'heartbeat'])('%s is answered and changes nothing', async (type) => {
    const answer = await webhook.post({ id: 'm1', body: notification(type) });
    expect(answer).toMatchObject({ status: 202, body: { journeyId: null, status: 'applied' } });
    expect((await webhook.post({ id: 'm1', body: notification(type) })).body).toEqual(answer.body);
    expect(await webhook.count('HEAD')).toBe(0);
  });
});

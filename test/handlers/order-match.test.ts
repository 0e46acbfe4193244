import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dynamoCourseIndex } from '../../lambdas/adapters/dynamo-course-index.ts';
import { dynamoIdentityStore } from '../../lambdas/adapters/dynamo-identity-store.ts';
import { dynamoMessageStore } from '../../lambdas/adapters/dynamo-message-store.ts';
import { protocols } from '../../lambdas/adapters/protocols.ts';
import { changeJourney } from '../../lambdas/domain/journey/change-journey.ts';
import { endCourse } from '../../lambdas/domain/journey/close.ts';
import { contentHash, contentOf } from '../../lambdas/domain/journey/content.ts';
import { openStep } from '../../lambdas/domain/journey/open-step.ts';
import { protocolOf } from '../../lambdas/domain/journey/protocol-of.ts';
import { type JourneyState, stepKey } from '../../lambdas/domain/journey/state.ts';
import { ok } from '../../lambdas/domain/outcome.ts';
import { recordSignOff } from '../../lambdas/domain/sign-off/record-sign-off.ts';
import type { EffectDeps } from '../../lambdas/effects/effect-deps.ts';
import { performEffect } from '../../lambdas/effects/perform.ts';
import { personIn } from '../support/builders.ts';
import { bundle, patient, serviceRequest } from '../support/ehr-messages.ts';
import { startWebhook, type Webhook } from '../support/ehr-webhook.ts';
import { evidenceOf } from '../support/evidence.ts';
import { NOW, randomBytes } from '../support/journeys.ts';
import { openDoor, PIN, referral } from '../support/referral-door.ts';

let webhook: Webhook;
let referred: string;
beforeEach(async () => {
  webhook = await startWebhook();
  const door = await openDoor(webhook);
  const own = { signer: 'coordinator', pin: PIN, nonce: await door.nonce() };
  referred = String((await door.post({ referral: referral(), ...own })).body.journeyId);
});
afterEach(() => webhook.stop());

const order = bundle(serviceRequest(), patient());
const revoked = serviceRequest({ status: 'revoked', subject: {} });
const deps = () => ({
  store: webhook.store,
  protocols,
  release: { version: '0.0.0', commit: 'unreleased' },
  now: () => NOW,
});
const stateOf = async (journeyId: unknown): Promise<JourneyState> => {
  const stored = await webhook.store.load(String(journeyId));
  if (stored === undefined) throw new Error(`journey ${String(journeyId)} is not there`);
  return stored.state;
};

/** Opens the step that asks for a match as its machine does, and signs it as its page does. */
async function match(journeyId: string, decision: string, round = 1): Promise<void> {
  const ref = { phase: 'OrderMatch', round, step: 'Match the order' } as const;
  await changeJourney(deps(), journeyId, (scribe) => {
    openStep(scribe, { ...ref, run: scribe.state.run, machine: { name: 'OrderMatch', revision: 'test' } });
    return ok({ value: undefined });
  });
  const signed = await changeJourney(deps(), journeyId, (scribe, stored) => {
    const protocol = protocolOf(deps(), stored);
    const step = scribe.state.steps[stepKey(ref)];
    if (step === undefined) throw new Error('the step was not opened');
    const hash = contentHash(contentOf(scribe.state, step, protocol));
    const evidence = evidenceOf(ref, decision, { state: scribe.state, protocol, now: NOW }) as Record<string, never>;
    const submission = { signer: 'a', contentHash: hash, nonce: 'n', nonceFits: () => true, decision, evidence };
    const recorded = recordSignOff(scribe, ref, submission, personIn(['coordinator']));
    return recorded.ok ? ok({ value: recorded.value }) : recorded;
  });
  if (!signed.ok) throw new Error(signed.refusal.message);
}

/** Does every effect that opens a journey, as dispatch does; `times` over, as after a kill. */
async function open(times = 1): Promise<void> {
  const table = { client: webhook.client, table: webhook.tables.journeys };
  const messages = dynamoMessageStore({ ...table, randomBytes });
  const all = { ...deps(), messages, courses: dynamoCourseIndex(table), randomBytes };
  const effects = await webhook.store.pending({ before: '2027-01-01T00:00:00.000Z', limit: 100 });
  for (const pending of effects.filter(({ effect }) => effect.kind === 'open')) {
    for (let time = 0; time < times; time += 1) await performEffect(all as unknown as EffectDeps)(pending);
  }
}

/** Ids of all journeys. */
const journeys = async (): Promise<readonly string[]> =>
  (await webhook.store.list({ open: true, limit: 100 })).journeys.map(({ journeyId }) => journeyId);

describe('an order that follows a referral', () => {
  it('is kept and waits for a match, whatever the sender’s policy; the same message gets the same answer', async () => {
    const answer = await webhook.post({ id: 'm1', body: order });
    expect(answer).toMatchObject({ status: 202, body: { journeyId: null, status: 'parked' } });
    expect(await webhook.post({ id: 'm1', body: order })).toMatchObject({ status: 200, body: answer.body });
    expect(await journeys()).toEqual([referred]);
    const { orders, phases } = await stateOf(referred);
    expect(orders).toMatchObject([
      { sender: 'ehr', messageId: 'm1', eventId: answer.body.eventId, site: { id: 'site-1' } },
    ]);
    expect(phases.map(({ phase }) => phase)).toEqual(['Order', 'OrderMatch']);
    const identities = dynamoIdentityStore({
      client: webhook.client,
      table: webhook.tables.identities,
      randomBytes,
      identityKey: async () => 'identity key',
    });
    const access = { reader: 'test', reason: 'test', at: NOW };
    expect((await identities.readRawMessage('ehr', 'm1', access))?.toString()).toBe(JSON.stringify(order));
    expect(await webhook.journeysTable()).not.toMatch(/Erin|MRN-1|1961|PLC-778/);
  });

  it('posted at once under many ids asks once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, at) => webhook.post({ id: `m${at}`, body: order })),
    );
    expect(answers.map(({ body }) => body.status)).toEqual(Array(6).fill('parked'));
    expect((await stateOf(referred)).orders).toHaveLength(1);
    expect(await webhook.count('RECEIPT')).toBe(7);
  });

  it('is linked as the same course: its later messages reach the journey', async () => {
    await webhook.post({ id: 'm1', body: order });
    await match(referred, 'same-course');
    const state = await stateOf(referred);
    expect(state.order).toMatchObject({ sender: 'ehr', messageId: 'm1' });
    const later = await webhook.post({ id: 'm2', body: revoked });
    expect(later).toMatchObject({ status: 202, body: { journeyId: referred, status: 'applied' } });
    expect((await stateOf(referred)).holds).toMatchObject([{ reason: 'EHR order revoked' }]);
    expect(await webhook.post({ id: 'm3', body: order })).toMatchObject({ body: { journeyId: referred } });
    expect(await journeys()).toEqual([referred]);
  });

  it('withdrawn while it waits is kept with it, and holds the journey when it is linked', async () => {
    await webhook.post({ id: 'm1', body: order });
    const withdrawn = await webhook.post({ id: 'm2', body: revoked });
    expect(withdrawn).toMatchObject({ status: 202, body: { journeyId: null, status: 'parked' } });
    expect((await stateOf(referred)).holds).toEqual([]);
    await match(referred, 'same-course');
    expect((await stateOf(referred)).holds).toMatchObject([{ reason: 'EHR order revoked' }]);
  });

  it('opens a journey of its own as another course, once, by whoever said so', async () => {
    await webhook.post({ id: 'm1', body: order });
    await match(referred, 'another-course');
    // Until that journey is there, a message about the order is to come again.
    expect((await webhook.post({ id: 'm2', body: revoked })).status).toBe(503);
    await open(2);
    const [own, ...more] = (await journeys()).filter((id) => id !== referred);
    expect(more).toEqual([]);
    const events = (await webhook.store.load(String(own)))?.events;
    expect(events?.[0]).toMatchObject({
      by: { kind: 'person', id: 'coordinator-a' },
      data: { order: { sender: 'ehr', messageId: 'm1' }, origin: { kind: 'another-course', journeyId: referred } },
    });
    expect((await stateOf(own)).patient).toBe((await stateOf(referred)).patient);
    const later = await webhook.post({ id: 'm2', body: revoked });
    expect(later).toMatchObject({ status: 202, body: { journeyId: own } });
    expect((await stateOf(referred)).holds).toEqual([]);
    // Of two that fit, the newest is asked.
    const next = serviceRequest({ identifier: [{ system: 'urn:orders', value: 'next' }] });
    await webhook.post({ id: 'm3', body: bundle(next, patient()) });
    expect((await stateOf(own)).orders).toHaveLength(1);
    expect((await stateOf(referred)).orders).toHaveLength(1);
  });

  it('opens its own journey when the one it waited for had ended before', async () => {
    await webhook.post({ id: 'm1', body: order });
    await changeJourney(deps(), referred, (scribe) => {
      endCourse(scribe, 'stopped');
      return ok({ value: undefined });
    });
    const again = await webhook.post({ id: 'm2', body: order });
    expect(again).toMatchObject({ status: 202, body: { journeyId: expect.any(String), status: 'applied' } });
    expect(again.body.journeyId).not.toBe(referred);
  });

  it('of another therapy, or of another patient, opens a journey at once', async () => {
    const other = { coding: [{ system: 'urn:atmp-journey:protocol', code: 'yescarta' }] };
    const therapy = await webhook.post({ id: 'm1', body: bundle(serviceRequest({ code: other }), patient()) });
    expect(therapy.body).toMatchObject({ status: 'applied', journeyId: expect.any(String) });
    const stranger = patient({ identifier: [{ system: 'urn:oid:1.2.3.4.6', value: 'MRN-2' }] });
    const number = { identifier: [{ system: 'urn:orders', value: '2' }] };
    const person = await webhook.post({ id: 'm2', body: bundle(serviceRequest(number), stranger) });
    expect(person.body).toMatchObject({ status: 'applied', journeyId: expect.any(String) });
  });
});

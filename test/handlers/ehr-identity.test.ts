import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeOf } from '../../lambdas/adapters/alongside.ts';
import { dynamoIdentityStore } from '../../lambdas/adapters/dynamo-identity-store.ts';
import { transact } from '../../lambdas/adapters/transact.ts';
import type { Alongside } from '../../lambdas/domain/ports.ts';
import { bundle, patient, serviceRequest } from '../support/ehr-messages.ts';
import { startWebhook, type Webhook } from '../support/ehr-webhook.ts';
import { NOW, randomBytes } from '../support/journeys.ts';

const MRN = 'urn:oid:1.2.3.4.6';
const access = { reader: 'test', reason: 'test', at: NOW };

let webhook: Webhook;
let journeyId: string;
let pseudonym: string;
beforeEach(async () => {
  webhook = await startWebhook();
  const { body } = await webhook.post({ id: 'm0', body: bundle(serviceRequest(), patient()) });
  journeyId = String(body.journeyId);
  pseudonym = (await state()).patient ?? '';
});
afterEach(() => webhook.stop());

const state = async (journey = journeyId) => {
  const stored = await webhook.store.load(journey);
  if (stored === undefined) throw new Error('expected the journey');
  return stored.state;
};
const identities = () =>
  dynamoIdentityStore({
    client: webhook.client,
    table: webhook.tables.identities,
    randomBytes,
    identityKey: async () => 'identity key',
  });
const known = async (journey = journeyId) => {
  const record = await identities().patient(pseudonym, access);
  return record && { ...record, claim: record.claims?.[journey] };
};
let messages = 0;
const send = (change: Readonly<Record<string, unknown>>) => {
  messages += 1;
  return webhook.post({ id: `again-${messages}`, body: bundle(serviceRequest(), patient(change)) });
};
const named = (family: string) => ({ name: [{ family, given: ['Erin'] }] });
const asked = async () => (await state()).identityClaims.map(({ differs }) => differs);
const adoptionOf = async (journey = journeyId) => {
  const eventId = (await state(journey)).identityClaims.at(-1)?.eventId ?? '';
  const writes = await identities().adoption(pseudonym, { journeyId: journey, eventId }, access);
  expect(writes).not.toEqual([]);
  return () => write('Adopt', writes);
};
const write = (what: string, writes: readonly Alongside[]) =>
  transact(webhook.client, what, writes.map(writeOf), () => 0);
const adopt = async (journey = journeyId) => (await adoptionOf(journey))();

it('another name is put before two people and changes nothing by itself; in the log there is none', async () => {
  expect(await send(named('Married'))).toMatchObject({ status: 202, body: { journeyId, status: 'applied' } });
  expect(await asked()).toEqual([['name']]);
  expect((await state()).phases.map(({ phase }) => phase)).toContain('IdentityMismatch');
  expect(await known()).toMatchObject({ name: 'Erin Example', claim: { name: 'Erin Married', sender: 'ehr' } });
  expect(await webhook.journeysTable()).not.toMatch(/Erin|Married/);
  // The same again asks nobody to begin anew.
  await send(named('MARRIED '));
  expect(await asked()).toHaveLength(1);
  expect(await adopt()).toBe('done');
  expect(await known()).toMatchObject({
    name: 'Erin Married',
    formerNames: [{ name: 'Erin Example', until: NOW }],
    identifiers: [{ system: MRN, value: 'MRN-1' }],
  });
  expect((await known())?.claim).toBeUndefined();
  await send(named('Married'));
  expect(await asked()).toHaveLength(1);
});

it('a sender that takes another name back is asked about as well, and then nothing changes', async () => {
  await send(named('Married'));
  await send({});
  expect(await asked()).toEqual([['name'], ['name']]);
  expect((await state()).phases.filter(({ phase }) => phase === 'IdentityMismatch')).toHaveLength(1);
  const [first] = (await state()).identityClaims;
  expect(await identities().adoption(pseudonym, { journeyId, eventId: first?.eventId ?? '' }, access)).toEqual([]);
  expect(await adopt()).toBe('done');
  const { name, formerNames, claim } = (await known()) ?? {};
  expect({ name, formerNames, claim }).toEqual({ name: 'Erin Example', formerNames: [], claim: undefined });
});

it('a further number beside a known one is an alias; one in the place of a retired number is put before two people', async () => {
  const [one, two, three] = ['MRN-1', 'MRN-2', 'MRN-3'].map((value) => ({ system: MRN, value }));
  if (one === undefined || two === undefined || three === undefined) throw new Error('expected three');
  await send({ identifier: [one, two] });
  expect(await asked()).toEqual([]);
  expect(await identities().pseudonymsOf([two])).toEqual([pseudonym]);

  expect(await send({ identifier: [three, { ...two, use: 'old' }] })).toMatchObject({ status: 202 });
  expect(await asked()).toEqual([['identifiers']]);
  expect(await identities().pseudonymsOf([three])).toEqual([undefined]);
  expect(await adopt()).toBe('done');
  expect(await identities().pseudonymsOf([three])).toEqual([pseudonym]);
  expect((await known())?.identifiers.map(({ value }) => value)).toEqual(['MRN-1', 'MRN-2', 'MRN-3']);
});

it.each([
  ['another birth date', { birthDate: '1962-04-05', ...named('Married') }],
  ['a number that nobody knows, and none that is retired', { identifier: [{ system: MRN, value: 'MRN-9' }] }],
  [
    'a retired number of nobody',
    {
      identifier: [
        { system: MRN, value: 'MRN-9' },
        { system: MRN, value: 'MRN-8', use: 'old' },
      ],
    },
  ],
])('%s is understood by no machine', async (_, change) => {
  expect(await send(change)).toMatchObject({ status: 422 });
  expect(await asked()).toEqual([]);
  expect(await known()).not.toHaveProperty('claims');
});

it('accents and spaces written otherwise are no other name', async () => {
  await send({ name: [{ text: 'erin   EXAMPLE' }] });
  expect(await asked()).toEqual([]);
});

/** Another order of the same patient, of another therapy unless said otherwise. */
const orderAgain = (number: string, change: Readonly<Record<string, unknown>>, code = 'yescarta') => {
  messages += 1;
  const [identifier] = serviceRequest().identifier as readonly object[];
  const request = serviceRequest({
    identifier: [{ ...identifier, value: number }],
    code: { coding: [{ system: 'urn:atmp-journey:protocol', code }] },
  });
  return webhook.post({ id: `again-${messages}`, body: bundle(request, patient(change)) });
};

it('what is asked about in two journeys of one patient waits in each, and what is confirmed in each is known then', async () => {
  const { body } = await orderAgain('PLC-2', {});
  const second = String(body.journeyId);
  expect(second).not.toBe(journeyId);
  await send(named('Married'));
  expect(await orderAgain('PLC-2', named('Divorced'))).toMatchObject({ status: 202, body: { journeyId: second } });
  expect([(await known())?.claim?.name, (await known(second))?.claim?.name]).toEqual(['Erin Married', 'Erin Divorced']);
  expect(await adopt()).toBe('done');
  expect(await known()).toMatchObject({ name: 'Erin Married', claim: undefined });
  expect(await adopt(second)).toBe('done');
  const { name, formerNames } = (await known()) ?? {};
  expect({ name, former: formerNames?.map((one) => one.name) }).toEqual({
    name: 'Erin Divorced',
    former: ['Erin Example', 'Erin Married'],
  });
});

it('the same name that is asked about in two journeys is known once both have confirmed it', async () => {
  const { body } = await orderAgain('PLC-2', {});
  const second = String(body.journeyId);
  const more = {
    identifier: [
      { system: MRN, value: 'MRN-1' },
      { system: MRN, value: 'MRN-4' },
    ],
    ...named('Married'),
  };
  await send(more);
  await orderAgain('PLC-2', more);
  expect([await adopt(), await adopt(second)]).toEqual(['done', 'done']);
  const { name, formerNames, identifiers } = (await known()) ?? {};
  expect({ name, formerNames, identifiers }).toEqual({
    name: 'Erin Married',
    formerNames: [{ name: 'Erin Example', until: NOW }],
    identifiers: ['MRN-1', 'MRN-4'].map((value) => ({ system: MRN, value })),
  });
});

it('what is confirmed in two journeys at once, or while another number comes, takes nothing back that was written meanwhile', async () => {
  const { body } = await orderAgain('PLC-2', {});
  const second = String(body.journeyId);
  const numbers = (...values: readonly string[]) => ({ identifier: values.map((value) => ({ system: MRN, value })) });
  await send({ ...numbers('MRN-1', 'MRN-2'), ...named('Married') });
  await orderAgain('PLC-2', { ...numbers('MRN-1', 'MRN-3'), ...named('Divorced') });
  const [one, other] = [await adoptionOf(), await adoptionOf(second)];
  expect([await one(), await other()]).toEqual(['done', 'conflict']);
  const again = await adoptionOf(second);
  expect(await write('More', await identities().furtherIdentifiers(pseudonym, [{ system: MRN, value: 'MRN-4' }]))).toBe(
    'done',
  );
  expect(await again()).toBe('conflict');
  expect(await adopt(second)).toBe('done');
  const { name, formerNames, identifiers } = (await known()) ?? {};
  expect({
    name,
    former: formerNames?.map((former) => former.name),
    values: identifiers?.map(({ value }) => value),
  }).toEqual({
    name: 'Erin Divorced',
    former: ['Erin Example', 'Erin Married'],
    values: ['MRN-1', 'MRN-2', 'MRN-4', 'MRN-3'],
  });
});

it('another name in a new order of a known patient opens the journey, and is read there by two people', async () => {
  const { status, body } = await orderAgain('PLC-2', named('Married'));
  expect({ status, applied: body.status }).toEqual({ status: 202, applied: 'applied' });
  const second = String(body.journeyId);
  expect((await state(second)).identityClaims.map(({ differs }) => differs)).toEqual([['name']]);
  expect((await state(second)).phases.map(({ phase }) => phase)).toContain('IdentityMismatch');
  expect(await asked()).toEqual([]);
  expect(await known(second)).toMatchObject({ name: 'Erin Example', claim: { name: 'Erin Married' } });
  expect(await webhook.journeysTable()).not.toMatch(/Erin|Married/);
  expect(await adopt(second)).toBe('done');
  expect(await known(second)).toMatchObject({ name: 'Erin Married', claim: undefined });
});

it('where that order waits to be matched, the journey it may belong to is where the name is read', async () => {
  const { body } = await orderAgain('PLC-2', named('Married'), 'kymriah');
  expect(body).toMatchObject({ journeyId: null, status: 'parked' });
  expect(await asked()).toEqual([['name']]);
  expect(await known()).toMatchObject({ name: 'Erin Example', claim: { name: 'Erin Married' } });
});

it('a new order with the same name, spelt otherwise, asks nobody', async () => {
  const { body } = await orderAgain('PLC-2', { name: [{ text: 'ERIN  example' }] });
  expect((await state(String(body.journeyId))).identityClaims).toEqual([]);
});

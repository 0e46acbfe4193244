import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeOf } from '../../lambdas/adapters/alongside.ts';
import { dynamoIdentityStore } from '../../lambdas/adapters/dynamo-identity-store.ts';
import { transact } from '../../lambdas/adapters/transact.ts';
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
  pseudonym = (await state()).patient;
});
afterEach(() => webhook.stop());

const state = async () => {
  const stored = await webhook.store.load(journeyId);
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
const known = () => identities().patient(pseudonym, access);
let messages = 0;
const send = (change: Readonly<Record<string, unknown>>) => {
  messages += 1;
  return webhook.post({ id: `again-${messages}`, body: bundle(serviceRequest(), patient(change)) });
};
const named = (family: string) => ({ name: [{ family, given: ['Erin'] }] });
const asked = async () => (await state()).identityClaims.map(({ differs }) => differs);
const adopt = async () => {
  const eventId = (await state()).identityClaims.at(-1)?.eventId ?? '';
  const writes = await identities().adoption(pseudonym, eventId, access);
  return transact(webhook.client, 'Adopt', writes.map(writeOf), () => 0);
};

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
  expect(await identities().adoption(pseudonym, first?.eventId ?? '', access)).toEqual([]);
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
  expect(await known()).not.toHaveProperty('claim');
});

it('accents and spaces written otherwise are no other name', async () => {
  await send({ name: [{ text: 'erin   EXAMPLE' }] });
  expect(await asked()).toEqual([]);
});

import { randomBytes as bytes } from 'node:crypto';
import { QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoIdentityStore, type IdentityStore } from '../../lambdas/adapters/dynamo-identity-store.ts';
import { dynamoMessageStore } from '../../lambdas/adapters/dynamo-message-store.ts';
import type { Alongside } from '../../lambdas/domain/ports.ts';
import { startDynoxide, type TestDynamo } from '../support/dynamodb.ts';
import { NOW, randomBytes } from '../support/journeys.ts';

const access = { reader: 'coordinator-1', reason: 'label check', at: NOW };
const MRN = { system: 'urn:oid:1.2', value: 'MRN-1' };

describe('identity store', () => {
  let dynamo: TestDynamo;
  let store: IdentityStore;
  let table: string;
  let write: (items: readonly Alongside[]) => Promise<'done' | 'conflict'>;
  beforeAll(async () => {
    dynamo = await startDynoxide();
    table = (await dynamo.tables()).identities;
    const options = { client: dynamo.client, table, randomBytes };
    store = dynamoIdentityStore({ ...options, identityKey: async () => 'key' });
    write = (items) => dynamoMessageStore(options).write('test', items);
  });
  afterAll(() => dynamo.stop());

  const patient = {
    pseudonym: 'P1',
    identifiers: [MRN],
    name: 'Erin <script>\r\n',
    birthDate: '1961-04-05',
    registeredAt: NOW,
  };

  it('finds a patient by a keyed hash and by nothing readable', async () => {
    expect(await store.pseudonymsOf([MRN])).toEqual([undefined]);
    expect(await write(await store.registration(patient))).toBe('done');
    const other = { system: 'urn:oid:1.3', value: 'MRN-1' };
    expect(await store.pseudonymsOf([other, MRN])).toEqual([undefined, 'P1']);
    const { Items = [] } = await dynamo.client.send(new ScanCommand({ TableName: table }));
    expect(Items.map(({ pk }) => pk?.S).join()).not.toContain('MRN');
    const elsewhere = dynamoIdentityStore({
      client: dynamo.client,
      table,
      randomBytes,
      identityKey: async () => 'other',
    });
    expect(await elsewhere.pseudonymsOf([MRN])).toEqual([undefined]);
  });

  it('registers an identifier once, and adds further ones', async () => {
    expect(await write(await store.registration({ ...patient, pseudonym: 'P2' }))).toBe('conflict');
    const insurer = { system: 'urn:insurer', value: 'A1' };
    expect(await store.furtherIdentifiers('P1', [])).toEqual([]);
    expect(await write(await store.furtherIdentifiers('P1', [insurer]))).toBe('done');
    expect(await store.pseudonymsOf([insurer])).toEqual(['P1']);
    expect((await store.patient('P1', access))?.identifiers).toEqual([MRN, insurer]);
    expect(await write(await store.furtherIdentifiers('P9', [{ ...insurer, value: 'A2' }]))).toBe('conflict');
  });

  it('keeps a record of every reading, also of one that found nobody, and none is possible without a reason', async () => {
    expect(await store.patient('P1', access)).toMatchObject({ name: 'Erin <script>\r\n', birthDate: '1961-04-05' });
    expect(await store.patient('NOBODY', access)).toBeUndefined();
    for (const pk of ['PATIENT#P1', 'PATIENT#NOBODY']) {
      const { Items = [] } = await dynamo.client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :access)',
          ExpressionAttributeValues: { ':pk': { S: pk }, ':access': { S: 'ACCESS#' } },
        }),
      );
      expect(Items.at(-1)).toMatchObject({ reader: { S: 'coordinator-1' }, reason: { S: 'label check' } });
    }
    await expect(store.patient('P1', { ...access, reason: ' ' })).rejects.toThrow(/who reads and why/);
  });

  it.each([0, 10, 1024 * 1024])('keeps a message of %d bytes exactly as it came', async (size) => {
    const body = bytes(size);
    const messageId = `msg_${size}`;
    expect(await write(store.rawMessage({ sender: 'ehr', messageId, body, receivedAt: NOW }))).toBe('done');
    expect((await store.readRawMessage('ehr', messageId, access))?.equals(body)).toBe(true);
    expect(await write(store.rawMessage({ sender: 'ehr', messageId, body, receivedAt: NOW }))).toBe('conflict');
  });

  it('knows nothing of a message that never came', async () => {
    expect(await store.readRawMessage('ehr', 'nosuch', access)).toBeUndefined();
  });

  it('makes pseudonyms that say nothing', () => {
    const [one, two] = [store.newPseudonym(), store.newPseudonym()];
    expect(one).toMatch(/^P[0-9A-F]{20}$/);
    expect(one).not.toBe(two);
  });
});

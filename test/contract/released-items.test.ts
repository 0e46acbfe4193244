import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoCourseIndex } from '../../lambdas/adapters/dynamo-course-index.ts';
import { dynamoIdentityStore } from '../../lambdas/adapters/dynamo-identity-store.ts';
import { dynamoLinkIndex } from '../../lambdas/adapters/dynamo-link-index.ts';
import { dynamoMessageStore } from '../../lambdas/adapters/dynamo-message-store.ts';
import { dynamoStaffDirectory } from '../../lambdas/adapters/dynamo-staff-directory.ts';
import { readEffect } from '../../lambdas/adapters/effect-items.ts';
import { readHead } from '../../lambdas/adapters/journey-items.ts';
import { dynamoLogPacks } from '../../lambdas/adapters/log-packs.ts';
import { startDynoxide, type TestDynamo } from '../support/dynamodb.ts';
import { NOW, randomBytes } from '../support/journeys.ts';
import { asItem, releases, type StoredItem } from '../support/released.ts';

let dynamo: TestDynamo;
let table: string;

beforeAll(async () => {
  dynamo = await startDynoxide();
  table = (await dynamo.tables()).journeys;
  for (const stored of releases().flatMap(({ items }) => items)) await put(dynamo.client, stored);
});
afterAll(() => dynamo.stop());

const put = (client: DynamoDBClient, stored: StoredItem) =>
  client.send(new PutItemCommand({ TableName: table, Item: asItem(stored) }));

/** The parts of a key, e.g. of `SITE#university-hospital`. */
const partsOf = (stored: StoredItem, name: 'pk' | 'sk'): readonly string[] => asItem(stored)[name]?.S?.split('#') ?? [];

/** How today's functions come by what an item of each kind says. Those that hold nothing but where to look say so by being found. */
const READ: Readonly<Record<string, (stored: StoredItem) => unknown>> = {
  HEAD: (stored) => readHead(asItem(stored)),
  EFFECT: (stored) => readEffect(asItem(stored)) ?? 'done',
  PACK: (stored) => dynamoLogPacks({ client: dynamo.client, table }).recall(partsOf(stored, 'pk')[1] ?? ''),
  LINK: (stored) => dynamoLinkIndex(dynamo.client, table).find(partsOf(stored, 'pk')[1] ?? ''),
  RECEIPT: (stored) => messages().receipt(partsOf(stored, 'pk')[1] ?? '', partsOf(stored, 'pk')[2] ?? ''),
  ORDER: (stored) => messages().order(partsOf(stored, 'pk')[1] ?? ''),
  COURSE: async (stored) => {
    const [, patient = '', protocol = ''] = partsOf(stored, 'pk');
    const { journeys } = await dynamoCourseIndex({ client: dynamo.client, table }).of(patient, protocol);
    return journeys[0];
  },
  PATIENT: (stored) =>
    identities().patient(partsOf(stored, 'pk')[1] ?? '', {
      reader: 'test',
      reason: 'reads what was released',
      at: NOW,
    }),
  STAFF: (stored) => staff().find(partsOf(stored, 'pk')[1] ?? ''),
  ROLE: async (stored) => (await staff().holding(partsOf(stored, 'pk')[1] ?? '', 'apheresis'))[0],
};

/** Found by a keyed hash, whose key is of the deployment and not of the release. */
const BY_HASH = ['IDENTIFIER'];

const messages = () => dynamoMessageStore({ client: dynamo.client, table, randomBytes });
const staff = () => dynamoStaffDirectory({ client: dynamo.client, table });
const identities = () =>
  dynamoIdentityStore({ client: dynamo.client, table, randomBytes, identityKey: () => Promise.resolve('none') });

describe.each(releases().map((release) => [release.version, release] as const))(
  'What %s left in the tables is read by the functions of today',
  (_, { items, log }) => {
    it.each(
      items
        .map((item) => [String((item.entity as { S: string }).S), item] as const)
        .filter(([kind]) => !BY_HASH.includes(kind)),
    )('an item of kind %s', async (kind, item) => {
      expect(Object.keys(READ)).toContain(kind);
      expect(await READ[kind]?.(item)).toBeDefined();
    });

    it('with every event of a pack', async () => {
      const pack = items.find((item) => asItem(item).entity?.S === 'PACK');
      const known = pack === undefined ? undefined : await READ.PACK?.(pack);
      expect(known).toMatchObject({ events: log.slice(0, 32) });
    });
  },
);

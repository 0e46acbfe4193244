import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoRosters } from '../../lambdas/adapters/dynamo-rosters.ts';
import { dynamoStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import { sitePk } from '../../lambdas/adapters/table-keys.ts';
import { STRICTEST_POLICY } from '../../lambdas/domain/journey/site-policy.ts';
import { create } from '../../lambdas/handlers/sweep.ts';
import type { Clients } from '../../lambdas/middleware/runtime.ts';
import { EXAMPLE_JOINING, EXAMPLE_PIN_COST } from '../../local/scenario/staff.ts';
import { backends, type TestDynamo } from '../support/dynamodb.ts';
import { value } from '../support/journey-driver.ts';
import { NOW, randomBytes } from '../support/journeys.ts';
import { IDENTITY, pinKey } from '../support/pin-key.ts';

let dynamo: TestDynamo;
beforeAll(async () => {
  const memory = backends.find(({ name }) => name === 'tables in memory');
  if (memory === undefined) throw new Error('expected tables in memory');
  dynamo = await memory.start();
});
afterAll(() => dynamo.stop());

/** Rotas are read in the same partition, behind a prefix. */
const isOfStaff = ({ input }: QueryCommand): boolean =>
  input.KeyConditionExpression === 'pk = :pk' && input.ExpressionAttributeValues?.[':pk']?.S === sitePk('site-1');

test('the people of a site are read once a sweep, for their addresses and for the rotas', async () => {
  const { journeys, identities } = await dynamo.tables();
  const access = { client: dynamo.client, table: identities, randomBytes };
  const pins = { pinKey, pinCost: EXAMPLE_PIN_COST, notTaken: () => undefined };
  const ties = { roles: ['coordinator'], site: 'site-1', language: 'en', active: true, identity: IDENTITY } as const;
  const cam = { id: 'cam', name: 'Cam', mail: 'cam@hospital.example', ...ties };
  value(await dynamoStaffRegister({ ...access, ...pins }).putStaff(cam, EXAMPLE_JOINING));
  const written = { writtenBy: 'qa', writtenAt: NOW };
  await dynamoRosters(access).putRota({ site: 'site-1', role: 'coordinator', shifts: [], ...written });
  let reads = 0;
  const clients = {
    dynamodb: {
      send: async (...given: Parameters<typeof dynamo.client.send>) => {
        const [command] = given as readonly unknown[];
        if (command instanceof QueryCommand && isOfStaff(command)) reads += 1;
        return dynamo.client.send(...given);
      },
    },
    cloudwatch: { send: async () => ({}) },
  } as unknown as Clients;
  const sweep = create({
    env: {
      ...{ RELEASE_VERSION: '0.0.0', RELEASE_COMMIT: 'test', METRIC_NAMESPACE: 'Atmp', PROVE_ADDRESSES: 'monthly' },
      ...{ JOURNEYS_TABLE: journeys, IDENTITIES_TABLE: identities },
      MIRRORS: '[]',
      SITES: JSON.stringify([{ id: 'site-1', zone: 'Europe/Berlin', language: 'en', policy: STRICTEST_POLICY }]),
    },
    ...{ now: () => NOW, randomBytes, clients },
  });
  const again = () => sweep({ schemaVersion: 1, work: 'sweep' }, {} as Context);
  expect(await again()).toMatchObject({ failed: 0, rotaGaps: 1 });
  expect(reads).toBe(1);
  // Each sweep reads anew.
  await again();
  expect(reads).toBe(2);
});

import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoRegisters } from '../../lambdas/adapters/dynamo-registers.ts';
import { dynamoRosters } from '../../lambdas/adapters/dynamo-rosters.ts';
import { dynamoStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import { readinessKey, sitePk } from '../../lambdas/adapters/table-keys.ts';
import { STRICTEST_POLICY } from '../../lambdas/domain/journey/site-policy.ts';
import { create } from '../../lambdas/handlers/sweep.ts';
import type { Clients } from '../../lambdas/middleware/runtime.ts';
import { EXAMPLE_JOINING, EXAMPLE_PIN_COST } from '../../local/scenario/staff.ts';
import { startInMemory, type TestDynamo } from '../support/dynamodb.ts';
import { value } from '../support/journey-driver.ts';
import { NOW, randomBytes } from '../support/journeys.ts';
import { IDENTITY, pinKey } from '../support/pin-key.ts';
import { kept, vessel } from '../support/registers.ts';

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startInMemory();
});
afterAll(() => dynamo.stop());

/** Rotas are read in the same partition, behind a prefix. */
const isOfStaff = ({ input }: QueryCommand): boolean =>
  input.KeyConditionExpression === 'pk = :pk' && input.ExpressionAttributeValues?.[':pk']?.S === sitePk('site-1');

type Tables = Awaited<ReturnType<TestDynamo['tables']>>;

/** The sweep over sites, which shows every request to the tables before it is sent. */
function sweepOf(sites: readonly string[], { journeys, identities }: Tables, asked: (command: unknown) => void) {
  const clients = {
    dynamodb: {
      send: async (...given: Parameters<typeof dynamo.client.send>) => {
        asked(given[0]);
        return dynamo.client.send(...given);
      },
    },
    cloudwatch: { send: async () => ({}) },
  } as unknown as Clients;
  const place = { zone: 'Europe/Berlin', language: 'en', policy: STRICTEST_POLICY };
  return create({
    env: {
      ...{ RELEASE_VERSION: '0.0.0', RELEASE_COMMIT: 'test', METRIC_NAMESPACE: 'Atmp', PROVE_ADDRESSES: 'monthly' },
      ...{ JOURNEYS_TABLE: journeys, IDENTITIES_TABLE: identities },
      MIRRORS: '[]',
      SITES: JSON.stringify(sites.map((id) => ({ id, ...place }))),
    },
    ...{ now: () => NOW, randomBytes, clients },
  });
}

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
  const sweep = sweepOf(['site-1'], { journeys, identities }, (command) => {
    if (command instanceof QueryCommand && isOfStaff(command)) reads += 1;
  });
  const again = () => sweep({ schemaVersion: 1, work: 'sweep' }, {} as Context);
  expect(await again()).toMatchObject({ failed: 0, rotaGaps: 1 });
  expect(reads).toBe(1);
  // Each sweep reads anew.
  await again();
  expect(reads).toBe(2);
});

test('where one site cannot be read, those after it are told all the same', async () => {
  const { journeys, identities } = await dynamo.tables();
  const rosters = dynamoRosters({ client: dynamo.client, table: identities, randomBytes });
  await rosters.putRota({ site: 'site-2', role: 'coordinator', shifts: [], writtenBy: 'qa', writtenAt: NOW });
  const closed = { calibration: { certificate: 'C', on: '2020-02-01', due: '2026-11-20' } };
  const registers = dynamoRegisters({ client: dynamo.client, table: journeys, randomBytes });
  const { record, standing } = kept(vessel(closed));
  value(await registers.keep([{ record: { ...record, site: 'site-2' }, standing }]));
  const sweep = sweepOf(['site-1', 'site-2'], { journeys, identities }, (command) => {
    const isOfFirst = command instanceof GetItemCommand && command.input.Key?.pk?.S === readinessKey('site-1').pk;
    if (isOfFirst) throw new Error('The table is out of reach');
  });
  expect(await sweep({ schemaVersion: 1, work: 'sweep' }, {} as Context)).toMatchObject({
    ...{ failed: 1, rotaGaps: 1, renewals: 1 },
  });
});

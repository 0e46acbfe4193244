import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoJourneyStore } from '../../lambdas/adapters/dynamo-journey-store.ts';
import { journeysAffected } from '../../local/registers/journeys-affected.ts';
import { EXAMPLE_SITE } from '../../local/scenario/staff.ts';
import { type Bench, startBench } from '../sign-off/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
  await bench.world.settle();
});
afterAll(() => bench?.stop());

test('a new version of a protocol concerns the journeys in flight of the site that pinned another', async () => {
  const { stack, journeyId } = bench;
  const table = stack.model.tables.find(({ logicalId }) => logicalId === 'Journeys')?.name ?? '';
  const randomBytes = (count: number) => new Uint8Array(count);
  const store = dynamoJourneyStore({ client: stack.clientsFor().dynamodb, table, randomBytes });
  const change = { changes: [{ kind: 'protocol', id: 'kymriah', version: '99' } as const] };
  const found = await journeysAffected(store, EXAMPLE_SITE, change);
  expect(found).toMatchObject([{ journeyId, concerns: [{ what: 'protocol', id: 'kymriah', changedTo: '99' }] }]);
  expect(await journeysAffected(store, 'other-site', change)).toEqual([]);
});

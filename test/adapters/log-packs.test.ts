import { deflateRawSync } from 'node:zlib';
import {
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoJourneyStore } from '../../lambdas/adapters/dynamo-journey-store.ts';
import { type Item, toKey } from '../../lambdas/adapters/items.ts';
import { PACKED } from '../../lambdas/adapters/log-packs.ts';
import { eventKey, journeyPk, PACKS_FROM, packKey } from '../../lambdas/adapters/table-keys.ts';
import type { StoredJourney } from '../../lambdas/domain/ports.ts';
import { startDynoxide, type TestDynamo } from '../support/dynamodb.ts';
import { holding, opening, randomBytes } from '../support/journeys.ts';

describe('packs of the log', () => {
  let dynamo: TestDynamo;
  let table: string;

  beforeAll(async () => {
    dynamo = await startDynoxide();
    table = (await dynamo.tables()).journeys;
  });
  afterAll(() => dynamo.stop());

  /** A store that has read nothing yet, like a function that just started. */
  const fresh = () => dynamoJourneyStore({ client: dynamo.client, table, randomBytes });
  const loaded = async (id: string, store = fresh()): Promise<StoredJourney> => {
    const stored = await store.load(id);
    if (stored === undefined) throw new Error(`journey ${id} is not there`);
    return stored;
  };
  /** A journey of so many events, written by one warm function. */
  const journeyOf = async (length: number): Promise<StoredJourney> => {
    const store = fresh();
    const { journeyId, ...rest } = opening();
    await store.commit({ journeyId, ...rest });
    let stored = await loaded(journeyId, store);
    while (stored.events.length < length) {
      await store.commit(holding(stored, `reason ${stored.events.length}`));
      stored = await loaded(journeyId, store);
    }
    return stored;
  };
  const packsOf = async (id: string): Promise<readonly Item[]> => {
    const { Items = [] } = await dynamo.client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :packs)',
        ExpressionAttributeValues: { ':pk': { S: journeyPk(id) }, ':packs': { S: PACKS_FROM } },
      }),
    );
    return Items;
  };

  /** Another hand in the table: the first pack of the journey holds these bytes. */
  const overwrite = (id: string, bytes: Uint8Array) =>
    dynamo.client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: toKey(packKey(id, PACKED)),
        UpdateExpression: 'SET events = :other',
        ExpressionAttributeValues: { ':other': { B: bytes } },
      }),
    );

  it('hold what a new function reads in place of the events, and evidence never comes from them', async () => {
    const { state, events, head, revision } = await journeyOf(2 * PACKED + 3);
    const ends = (await packsOf(state.id)).map(({ sk }) => sk?.S);
    expect(ends).toEqual([packKey(state.id, PACKED).sk, packKey(state.id, 2 * PACKED).sk]);
    expect(await loaded(state.id)).toMatchObject({ state, events, head, revision });
    const gone = { TableName: table, Key: toKey(eventKey(state.id, 5)) };
    await dynamo.client.send(new DeleteItemCommand(gone));
    expect((await loaded(state.id)).events).toEqual(events);
    await expect(fresh().load(state.id, { asStored: true })).rejects.toThrow(`expected ${events.length} events`);
  });

  it('are not asked for evidence, nor is what was read before: that is what the table holds now', async () => {
    const { state } = await journeyOf(3);
    const store = fresh();
    await store.load(state.id);
    const gone = { TableName: table, Key: toKey(eventKey(state.id, 2)) };
    await dynamo.client.send(new DeleteItemCommand(gone));
    expect((await store.load(state.id))?.events).toHaveLength(3);
    await expect(store.load(state.id, { asStored: true })).rejects.toThrow('expected 3 events');
  });

  it('are passed over from the first that is missing', async () => {
    const { state, events } = await journeyOf(2 * PACKED + 3);
    await dynamo.client.send(new DeleteItemCommand({ TableName: table, Key: toKey(packKey(state.id, PACKED)) }));
    expect((await loaded(state.id)).events).toEqual(events);
  });

  it('are not used when they do not link to what follows', async () => {
    const { state, events } = await journeyOf(PACKED + 1);
    const other = await journeyOf(PACKED + 1);
    const [pack] = await packsOf(other.state.id);
    await overwrite(state.id, pack?.events?.B ?? new Uint8Array());
    expect((await loaded(state.id)).events).toEqual(events);
  });

  it('are not used from the first event that was changed in them, though its neighbours link', async () => {
    const { state, events } = await journeyOf(PACKED + 1);
    const changed = events
      .slice(0, PACKED)
      .map((event) =>
        event.seq === 5 && event.type === 'journey.held' ? { ...event, data: { reason: 'another' } } : event,
      );
    await overwrite(state.id, deflateRawSync(JSON.stringify(changed)));
    expect((await loaded(state.id)).events).toEqual(events);
  });

  it('are not used when they cannot be read', async () => {
    const { state, events } = await journeyOf(2 * PACKED + 1);
    await overwrite(state.id, Buffer.from('no pack'));
    expect((await loaded(state.id)).events).toEqual(events);
    await overwrite(state.id, deflateRawSync('[{"type": "of another release"}]'));
    expect((await loaded(state.id)).events).toEqual(events);
  });

  it('that cannot be written leave the commit as it stands', async () => {
    const stored = await journeyOf(PACKED - 1);
    const store = dynamoJourneyStore({ client: refusingPacks(dynamo.client), table, randomBytes });
    await loaded(stored.state.id, store);
    expect(await store.commit(holding(stored, 'the last of a pack'))).toBe('done');
    expect(await packsOf(stored.state.id)).toEqual([]);
    expect((await loaded(stored.state.id)).events).toHaveLength(PACKED);
  });

  it('that a kill kept back are written by the next function that meets the journey and writes to it', async () => {
    const { state } = await journeyOf(2 * PACKED + 1);
    const missing = { TableName: table, Key: toKey(packKey(state.id, 2 * PACKED)) };
    await dynamo.client.send(new DeleteItemCommand(missing));
    const next = fresh();
    await next.commit(holding(await loaded(state.id, next), 'after the kill'));
    expect((await packsOf(state.id)).map(({ sk }) => sk?.S)).toEqual([
      packKey(state.id, PACKED).sk,
      packKey(state.id, 2 * PACKED).sk,
    ]);
    await dynamo.client.send(new DeleteItemCommand(missing));
    await next.commit(holding(await loaded(state.id, next), 'once more'));
    // It was written, as far as this function knows: who met the journey does not look again.
    expect(await packsOf(state.id)).toHaveLength(1);
  });

  it('that could not be written are written by the same function later', async () => {
    const stored = await journeyOf(PACKED - 1);
    let refusing = true;
    const client = refusingPacks(dynamo.client, () => refusing);
    const store = dynamoJourneyStore({ client, table, randomBytes });
    await store.commit(holding(await loaded(stored.state.id, store), 'the last of a pack'));
    refusing = false;
    await store.commit(holding(await loaded(stored.state.id, store), 'the first after it'));
    expect(await packsOf(stored.state.id)).toHaveLength(1);
  });
});

/** A client that may do all but put a single item, while it is so. */
const refusingPacks = (client: DynamoDBClient, refusing = () => true): DynamoDBClient =>
  new Proxy(client, {
    get: (target, name) =>
      name === 'send'
        ? (command: Parameters<DynamoDBClient['send']>[0]) =>
            command instanceof PutItemCommand && refusing()
              ? Promise.reject(Object.assign(new Error('not allowed'), { name: 'AccessDeniedException' }))
              : target.send(command)
        : Reflect.get(target, name),
  });

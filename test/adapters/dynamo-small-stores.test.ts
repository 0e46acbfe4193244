import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alongside, writeOf } from '../../lambdas/adapters/alongside.ts';
import { offsetClock } from '../../lambdas/adapters/clock-offset.ts';
import { dynamoAttachments } from '../../lambdas/adapters/dynamo-attachments.ts';
import { dynamoJourneyStore } from '../../lambdas/adapters/dynamo-journey-store.ts';
import { dynamoLinkIndex } from '../../lambdas/adapters/dynamo-link-index.ts';
import { dynamoMessageStore } from '../../lambdas/adapters/dynamo-message-store.ts';
import { toItem } from '../../lambdas/adapters/items.ts';
import { clockOffsetKey, messageOwner } from '../../lambdas/adapters/table-keys.ts';
import { startDynoxide, type TestDynamo } from '../support/dynamodb.ts';
import { NOW, randomBytes } from '../support/journeys.ts';

describe('stores over table Journeys', () => {
  let dynamo: TestDynamo;
  let table: string;
  beforeAll(async () => {
    dynamo = await startDynoxide();
    table = (await dynamo.tables()).journeys;
  });
  afterAll(() => dynamo.stop());

  it('finds where a link leads', async () => {
    const links = dynamoLinkIndex(dynamo.client, table);
    const target = {
      journeyId: 'J',
      phase: 'Order',
      round: 1,
      step: 'Confirm consent',
      linkSeq: 4,
      expiresAt: NOW,
      nonceKey: 'k',
    };
    expect(await links.find('hash')).toBeUndefined();
    await links.put('hash', target);
    await links.put('hash', target);
    expect(await links.find('hash')).toEqual(target);
  });

  it('knows which files are stored for a journey, and who attached each first', async () => {
    const attachments = dynamoAttachments({ client: dynamo.client, table });
    const sha256 = 'a'.repeat(64);
    const stored = { sha256, mediaType: 'text/csv', size: 3, by: 'ana', at: NOW } as const;
    expect(await attachments.find('J', sha256)).toBeUndefined();
    await attachments.add('J', stored);
    await attachments.add('J', { ...stored, by: 'ben' });
    expect(await attachments.find('J', sha256)).toMatchObject(stored);
    expect(await attachments.find('K', sha256)).toBeUndefined();
  });

  it('moves time by what a test has set', async () => {
    const clock = offsetClock(dynamo.client, table, () => NOW);
    await clock.refresh();
    expect(clock.now()).toBe(NOW);
    const item = toItem({ ...clockOffsetKey, milliseconds: 90_000 });
    await dynamo.client.send(new PutItemCommand({ TableName: table, Item: item }));
    expect(clock.now()).toBe(NOW);
    await clock.refresh();
    expect(clock.now()).toBe('2026-11-22T12:01:30.000Z');
  });

  describe('what is told once', () => {
    const found = (id: string, more: object = {}) => ({
      id,
      notice: {
        about: 'message',
        eventId: id,
        sender: 'ehr',
        site: 's',
        zone: 'UTC',
        class: 'due',
        to: ['coordinator'],
        ...more,
      } as const,
    });
    const store = () => dynamoJourneyStore({ client: dynamo.client, table, randomBytes });
    const told = async () => {
      const pending = await store().pending({ before: '2027-01-01T00:00:00.000Z', limit: 10 });
      for (const { journeyId, id } of pending) await store().markDone(journeyId, id, NOW);
      return pending.map(({ journeyId, since }) => [journeyId, since]);
    };

    it('stays told when it was done and is found again; what is found beside it is told too', async () => {
      const sent: string[] = [];
      const send: typeof dynamo.client.send = (command: { readonly constructor: { readonly name: string } }) => {
        sent.push(command.constructor.name);
        return dynamo.client.send(command as never);
      };
      const client = Object.assign(Object.create(dynamo.client), { send });
      const messages = dynamoMessageStore({ client, table, randomBytes });
      await messages.tellOnce('test', NOW, [found('t1'), found('t1')]);
      expect(await told()).toEqual([[messageOwner('t1'), NOW]]);
      sent.length = 0;
      await messages.tellOnce('test', '2026-12-01T00:00:00.000Z', [found('t1'), found('t2')]);
      expect(await told()).toEqual([[messageOwner('t2'), '2026-12-01T00:00:00.000Z']]);
      expect(sent).toEqual(['BatchGetItemCommand', 'TransactWriteItemsCommand']);
    });

    it('one that cannot be written keeps back no other, and is a fault', async () => {
      const messages = dynamoMessageStore({ client: dynamo.client, table, randomBytes });
      const tooLarge = found('t3', { sender: 'x'.repeat(500_000) });
      await expect(messages.tellOnce('test', NOW, [tooLarge, found('t4')])).rejects.toThrow(
        'test: got 1 of 2 that could not be told',
      );
      expect(await told()).toEqual([[messageOwner('t4'), NOW]]);
    });
  });

  it('keeps receipts, order numbers and parked messages, each once', async () => {
    const messages = dynamoMessageStore({ client: dynamo.client, table, randomBytes });
    const receipt = { bodyHmac: 'b', journeyId: null, eventId: 'e1', status: 'parked', receivedAt: NOW } as const;
    const order = { journeyId: 'J', patient: 'P1', protocol: 'kymriah' };
    const parked = { eventId: 'e1', sender: 'ehr', messageId: 'm', reasons: ['protocol'], parkedAt: NOW };
    const mail = {
      kind: 'mail',
      notice: {
        about: 'message',
        eventId: 'e1',
        sender: 'ehr',
        site: 's',
        zone: 'UTC',
        class: 'due',
        to: ['coordinator'],
      },
    } as const;
    const items = () => [
      messages.keepReceipt('ehr', 'm', receipt),
      messages.keepOrder('hmac', order),
      ...messages.keepParked(parked, [mail]),
    ];
    expect(await messages.receipt('ehr', 'm')).toBeUndefined();
    expect(await messages.order('hmac')).toBeUndefined();
    expect(await messages.write('test', items())).toBe('done');
    expect(await messages.write('test', items())).toBe('conflict');
    expect(await messages.receipt('ehr', 'm')).toEqual(receipt);
    expect(await messages.receipt('other', 'm')).toBeUndefined();
    expect(await messages.order('hmac')).toEqual(order);
    expect(await messages.parked(10)).toEqual([parked]);
    expect(await messages.write('test', messages.keepParked({ ...parked, eventId: 'e2' }, []))).toBe('done');
    expect(await messages.parked(1)).toHaveLength(1);
    // The mail is an effect like any other, of an owner that is no journey.
    const store = dynamoJourneyStore({ client: dynamo.client, table, randomBytes });
    const [effect] = await store.pending({ before: '2027-01-01T00:00:00.000Z', limit: 10 });
    expect(effect).toMatchObject({ journeyId: messageOwner('e1'), effect: mail });
    if (effect === undefined) throw new Error('no effect');
    await store.markDone(effect.journeyId, effect.id, NOW);
    expect(await store.pendingEffect(effect.journeyId, effect.id)).toBeUndefined();
  });

  it('refuses an item alongside that no store made', () => {
    expect(() => writeOf({ __alongside: true })).toThrow(/unknown origin/);
    const write = { Delete: { TableName: 't', Key: {} } };
    expect(writeOf(alongside(write))).toBe(write);
  });
});

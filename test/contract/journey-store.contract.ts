import { GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alongside } from '../../lambdas/adapters/alongside.ts';
import { dynamoJourneyStore } from '../../lambdas/adapters/dynamo-journey-store.ts';
import { toItem, toKey } from '../../lambdas/adapters/items.ts';
import { effectKey, eventKey, headKey } from '../../lambdas/adapters/table-keys.ts';
import { verifyChain } from '../../lambdas/domain/audit/chain.ts';
import type { JourneyStore } from '../../lambdas/domain/ports.ts';
import type { Backend, TestDynamo } from '../support/dynamodb.ts';
import { holding, NOW, opening, randomBytes } from '../support/journeys.ts';

/** What every JourneyStore must do, whatever DynamoDB it stands on. */
export function journeyStoreContract({ name, start }: Backend): void {
  describe(`journey store on ${name}`, () => {
    let dynamo: TestDynamo;
    let store: JourneyStore;
    let table: string;

    beforeAll(async () => {
      dynamo = await start();
      table = (await dynamo.tables()).journeys;
      store = dynamoJourneyStore({ client: dynamo.client, table, randomBytes });
    });
    afterAll(() => dynamo.stop());

    const opened = async () => {
      const commit = opening();
      expect(await store.commit(commit)).toBe('done');
      return commit;
    };
    const loaded = async (id: string) => {
      const stored = await store.load(id);
      if (stored === undefined) throw new Error(`journey ${id} is not there`);
      return stored;
    };

    it('gives back what was committed, and the chain still verifies', async () => {
      const { journeyId, events } = await opened();
      const stored = await loaded(journeyId);
      expect(stored.events).toEqual(events);
      expect(stored.revision).toBe(1);
      expect(stored.head).toBe(events.at(-1)?.hash);
      expect(verifyChain(stored.events)).toMatchObject({ verified: true, events: events.length });
      await store.commit(holding(stored, 'naïve 中 "quoted"\n'));
      const after = await loaded(journeyId);
      expect(after.revision).toBe(2);
      expect(verifyChain(after.events)).toMatchObject({ verified: true });
      expect(after.state.holds).toMatchObject([{ from: NOW, reason: 'naïve 中 "quoted"' }]);
    });

    it('knows nothing of a journey that was never opened', async () => {
      expect(await store.load('NOSUCHONE')).toBeUndefined();
    });

    it('answers conflict to all but one of those who write at once', async () => {
      const { journeyId } = await opened();
      const stored = await loaded(journeyId);
      const commits = Array.from({ length: 20 }, (_, at) => store.commit(holding(stored, `reason ${at}`)));
      const results = await Promise.all(commits);
      expect(results.filter((result) => result === 'done')).toHaveLength(1);
      expect((await loaded(journeyId)).events).toHaveLength(stored.events.length + 1);
    });

    it('opens a journey once', async () => {
      const commit = await opened();
      expect(await store.commit(opening(commit.journeyId))).toBe('conflict');
    });

    it('writes all or nothing with what stands alongside', async () => {
      const item = { pk: 'TEST', sk: 'ONCE', value: 1 };
      const put = () =>
        alongside({ Put: { TableName: table, Item: toItem(item), ConditionExpression: 'attribute_not_exists(pk)' } });
      expect(await store.commit({ ...opening(), alongside: [put()] })).toBe('done');
      const second = { ...opening(), alongside: [put()] };
      expect(await store.commit(second)).toBe('conflict');
      expect(await store.load(second.journeyId)).toBeUndefined();
      expect(await store.pendingEffect(second.journeyId, '00000001.00')).toBeUndefined();
    });

    it('keeps bindings, and counts a write without events', async () => {
      const { journeyId, summary, state } = await opened();
      const before = await loaded(journeyId);
      const ref = { phase: 'Order', round: 1, step: 'Confirm consent' } as const;
      const bindings = { 'Order.1.Confirm consent': { ref, run: 1, token: 'a'.repeat(2048) } };
      const nothing = { events: [], effects: [], claims: [] };
      const commit = { journeyId, expected: 1, state, bindings, summary, now: NOW, ...nothing };
      expect(await store.commit(commit)).toBe('done');
      const after = await loaded(journeyId);
      expect(after).toMatchObject({ revision: 2, bindings, head: before.head });
      expect(await store.commit(commit)).toBe('conflict');
      expect(await store.commit({ ...commit, journeyId: 'NOSUCHONE' })).toBe('conflict');
      await expect(store.commit({ ...commit, expected: 0 })).rejects.toThrow(/expected journey.opened/);
    });

    it('lets an identifier belong to one journey: to another it is claimed, and nothing is written', async () => {
      const claims = [`chain ${randomBytes(8).join('')}`, `donation ${randomBytes(8).join('')}`];
      const first = opening();
      expect(await store.commit({ ...first, claims })).toBe('done');
      const other = opening();
      for (const [claim] of [claims, claims.toReversed()]) {
        expect(await store.commit({ ...other, claims: ['free', claim ?? ''] })).toBe('claimed');
        expect(await store.load(other.journeyId)).toBeUndefined();
      }
      // What was refused claimed nothing: the free one is still free.
      expect(await store.commit({ ...other, claims: ['free'] })).toBe('done');
    });

    it('lets a journey repeat its own identifiers, also twice in one commit', async () => {
      const claim = `container ${randomBytes(8).join('')}`;
      const first = opening();
      expect(await store.commit({ ...first, claims: [claim, claim] })).toBe('done');
      const stored = await loaded(first.journeyId);
      expect(await store.commit({ ...holding(stored, 'again'), claims: [claim] })).toBe('done');
    });

    it('answers conflict, not claimed, to who lost a race with identifiers of its own', async () => {
      const claim = `donation ${randomBytes(8).join('')}`;
      const { journeyId } = await opened();
      const stored = await loaded(journeyId);
      const commits = ['one', 'two'].map((reason) => store.commit({ ...holding(stored, reason), claims: [claim] }));
      expect((await Promise.all(commits)).toSorted()).toEqual(['conflict', 'done']);
    });

    it('refuses by name what does not fit one transaction', async () => {
      const commit = opening();
      const effects = Array.from({ length: 100 }, () => ({ kind: 'schedule' as const }));
      await expect(store.commit({ ...commit, effects })).rejects.toThrow(/expected at most 100/);
      expect(await store.load(commit.journeyId)).toBeUndefined();
    });

    it('reads a log longer than a page', async () => {
      const { journeyId } = await opened();
      for (let at = 0; at < 20; at += 1) {
        const stored = await loaded(journeyId);
        const scribed = [...Array(30).keys()].reduce(
          (sofar, number) => {
            const commit = holding(sofar.stored, `${number} ${'x'.repeat(1900)}`);
            const [event] = commit.events;
            if (event === undefined) throw new Error('no event');
            const state = { ...sofar.stored.state, seq: event.seq };
            return { stored: { ...sofar.stored, head: event.hash, state }, events: [...sofar.events, event] };
          },
          { stored, events: [] as (typeof stored.events)[number][] },
        );
        await store.commit({
          ...holding(stored, 'x'),
          events: scribed.events,
          state: scribed.stored.state,
          effects: [],
        });
      }
      const long = await loaded(journeyId);
      expect(long.events.length).toBeGreaterThan(600);
      expect(verifyChain(long.events)).toMatchObject({ verified: true });
    });

    it('says what is corrupt: a lost event, a changed head, an event it does not know', async () => {
      const lost = await opened();
      await dynamo.client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: toKey(headKey(lost.journeyId)),
          UpdateExpression: 'SET seq = :seq',
          ExpressionAttributeValues: { ':seq': { N: '9' } },
        }),
      );
      await expect(store.load(lost.journeyId)).rejects.toThrow(/expected 9 events/);

      const changed = await opened();
      await dynamo.client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: toKey(headKey(changed.journeyId)),
          UpdateExpression: 'SET head = :head',
          ExpressionAttributeValues: { ':head': { S: '0'.repeat(64) } },
        }),
      );
      await expect(store.load(changed.journeyId)).rejects.toThrow(/expected head 0{64}/);

      const strange = await opened();
      const event = {
        ...eventKey(strange.journeyId, 2),
        entity: 'EVENT',
        event: '{"type":"x"}',
        type: 'x',
        recordedAt: NOW,
      };
      await dynamo.client.send(new PutItemCommand({ TableName: table, Item: toItem(event) }));
      await expect(store.load(strange.journeyId)).rejects.toThrow(/got event type x/);

      await dynamo.client.send(new PutItemCommand({ TableName: table, Item: toItem({ ...event, event: 'no json' }) }));
      await expect(store.load(strange.journeyId)).rejects.toThrow(/does not fit its schema at event/);

      await dynamo.client.send(
        new PutItemCommand({
          TableName: table,
          Item: toItem({ ...eventKey('HEADLESS1', 1), ...event, pk: 'JOURNEY#HEADLESS1' }),
        }),
      );
      await expect(store.load('HEADLESS1')).rejects.toThrow(/no head/);
    });

    it('lists effects until they are done, and whom they have served', async () => {
      const commit = opening(undefined, '2026-01-01T00:00:00.000Z');
      await store.commit(commit);
      const { journeyId } = commit;
      const mine = async () =>
        (await store.pending({ before: '2026-01-01T00:00:00.001Z', limit: 100 })).filter(
          (e) => e.journeyId === journeyId,
        );
      const before = await mine();
      // The schedule has no item of its own: it rides on what is no answer.
      expect(before.map(({ effect }) => effect)).toEqual(commit.effects.filter(({ kind }) => kind !== 'schedule'));
      expect(before.map(({ schedules = false }) => schedules)).toEqual(before.map((_, index) => index === 0));
      expect(await store.pending({ before: '2026-01-01T00:00:00.000Z', limit: 100 })).toEqual([]);
      expect(await store.pending({ before: '2027-01-01T00:00:00.000Z', limit: 1 })).toHaveLength(1);
      const [first] = before;
      if (first === undefined) throw new Error('no effect');
      await store.markServed(journeyId, first.id, 'anna');
      await store.markServed(journeyId, first.id, 'ben');
      await store.markServed(journeyId, first.id, 'anna');
      expect((await store.pendingEffect(journeyId, first.id))?.served.toSorted()).toEqual(['anna', 'ben']);
      await store.markDone(journeyId, first.id, NOW, 'cleo');
      await store.markDone(journeyId, first.id, '2027-01-01T00:00:00.000Z');
      expect(await store.pendingEffect(journeyId, first.id)).toBeUndefined();
      expect(await mine()).toHaveLength(before.length - 1);
      const { Item } = await dynamo.client.send(
        new GetItemCommand({ TableName: table, Key: toKey(effectKey(journeyId, first.id)) }),
      );
      expect(Item?.doneAt?.S).toBe(NOW);
      expect(Item?.served?.SS?.toSorted()).toEqual(['anna', 'ben', 'cleo']);
      await expect(store.markDone(journeyId, 'nosuch', NOW)).rejects.toThrow(/ConditionalCheckFailed/);
    });

    it('keeps what of an effect is left to be done, unless it was done meanwhile', async () => {
      const commit = opening(undefined, '2026-01-15T00:00:00.000Z');
      await store.commit(commit);
      const id = '00000001.00';
      const pending = await store.pendingEffect(commit.journeyId, id);
      if (pending?.schedules !== true) throw new Error('no effect with a schedule');
      const { schedules, ...others } = pending;
      await store.leave({ ...others, schedules, effect: { kind: 'schedule' } });
      expect(await store.pendingEffect(commit.journeyId, id)).toEqual({ ...pending, effect: { kind: 'schedule' } });
      await store.leave({ ...others, effect: { kind: 'schedule' } });
      expect(await store.pendingEffect(commit.journeyId, id)).toEqual({ ...others, effect: { kind: 'schedule' } });
      await store.markDone(commit.journeyId, id, NOW);
      await store.leave(pending);
      expect(await store.pendingEffect(commit.journeyId, id)).toBeUndefined();
    });

    it('puts an effect before the stream once more, once, and with those it has served', async () => {
      const commit = opening(undefined, '2026-02-01T00:00:00.000Z');
      await store.commit(commit);
      const id = '00000001.00';
      await store.markServed(commit.journeyId, id, 'anna');
      const pending = await store.pendingEffect(commit.journeyId, id);
      if (pending === undefined) throw new Error('no effect');
      await Promise.all([store.requeue(pending, NOW), store.requeue(pending, NOW)]);
      expect(await store.pendingEffect(commit.journeyId, id)).toBeUndefined();
      const again = await store.pendingEffect(commit.journeyId, `${id}~1`);
      expect(again).toEqual({ ...pending, id: `${id}~1` });
      const old = await store.pending({ before: '2026-02-01T00:00:00.001Z', limit: 100 });
      expect(old.map((effect) => effect.id)).not.toContain(`${id}~1`);
      if (again === undefined) throw new Error('no effect');
      await store.requeue(again, NOW);
      expect(await store.pendingEffect(commit.journeyId, `${id}~2`)).toBeDefined();
    });

    it('lists open journeys by what is due next, all of them in pages, the closed ones last', async () => {
      const { journeys } = await dynamo.tables();
      const own = dynamoJourneyStore({ client: dynamo.client, table: journeys, randomBytes });
      const due = ['2026-12-03', '2026-12-01', undefined, '2026-12-02'];
      for (const day of due) {
        const commit = opening();
        const { nextDueAt: _, ...summary } = commit.summary;
        const nextDueAt = day === undefined ? {} : { nextDueAt: `${day}T00:00:00.000Z` };
        await own.commit({ ...commit, summary: { ...summary, ...nextDueAt } });
      }
      const shut = opening();
      const { nextDueAt: _due, ...ended } = { ...shut.summary, status: 'closed', outcome: 'completed' } as const;
      await own.commit({ ...shut, summary: ended });
      const left = opening();
      const nextDueAt = '2026-12-04T00:00:00.000Z';
      await own.commit({ ...left, summary: { ...ended, journeyId: left.journeyId, nextDueAt } });
      const open = await own.list({ open: true, limit: 10 });
      expect(open.next).toBeUndefined();
      expect(open.journeys.map(({ nextDueAt }) => nextDueAt?.slice(0, 10))).toEqual([
        '2026-12-01',
        '2026-12-02',
        '2026-12-03',
        // Closed, and something found in it is still to be opened.
        '2026-12-04',
        undefined,
      ]);
      for (const [isOpen, expected] of [
        [true, 5],
        [false, 6],
      ] as const) {
        const seen: string[] = [];
        let from: string | undefined;
        do {
          const page = await own.list({ open: isOpen, limit: 2, ...(from === undefined ? {} : { from }) });
          seen.push(...page.journeys.map(({ journeyId }) => journeyId));
          from = page.next;
        } while (from !== undefined);
        expect(new Set(seen).size).toBe(expected);
        expect(seen).toHaveLength(expected);
        if (!isOpen) expect(seen.at(-1)).toBe(shut.journeyId);
      }
      expect((await own.list({ open: true, limit: 10, from: 'no cursor' })).journeys).toHaveLength(5);
      expect((await own.list({ open: true, limit: 10, from: 'WyJPUEVOIiwgeyJhIjoxfV0' })).journeys).toHaveLength(5);
    });
  });
}

import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoHeldMail, heldEffectId } from '../../lambdas/adapters/dynamo-held-mail.ts';
import { dynamoJourneyStore } from '../../lambdas/adapters/dynamo-journey-store.ts';
import { dynamoPersonMails } from '../../lambdas/adapters/dynamo-person-mails.ts';
import { toKey } from '../../lambdas/adapters/items.ts';
import { heldKey, personOwner } from '../../lambdas/adapters/table-keys.ts';
import { canonicalText } from '../../lambdas/domain/audit/hash.ts';
import type { HeldMail, HeldNotice, JourneyStore } from '../../lambdas/domain/ports.ts';
import { backends, type TestDynamo } from '../support/dynamodb.ts';
import { NOW, randomBytes } from '../support/journeys.ts';

const UNTIL = '2026-11-23T07:00:00.000Z';
const held = (journeyId: string, since = NOW): HeldNotice => ({
  journeyId,
  notice: { about: 'journey', what: 'held', class: 'due', to: ['coordinator'], detail: 'x' },
  since,
  role: 'coordinator',
});

describe.each(backends)('held mail over $name', ({ start }) => {
  let dynamo: TestDynamo;
  let mail: HeldMail;
  let table: string;
  let store: JourneyStore;
  beforeAll(async () => {
    dynamo = await start();
    table = (await dynamo.tables()).journeys;
    mail = dynamoHeldMail({ client: dynamo.client, table }, dynamoPersonMails({ client: dynamo.client, table }));
    store = dynamoJourneyStore({ client: dynamo.client, table, randomBytes });
  });
  afterAll(() => dynamo.stop());

  it('keeps each notice once, oldest first, and an effect that is due when they are', async () => {
    const [later, first] = [held('B', '2026-11-22T21:00:00.000Z'), held('A', '2026-11-22T20:00:00.000Z')];
    for (const one of [later, first, later]) expect(await mail.hold('cam', UNTIL, one)).toBe('held');
    expect(await store.pending({ before: UNTIL, limit: 10 })).toEqual([]);
    expect(await store.pending({ before: '2026-11-23T07:00:00.001Z', limit: 10 })).toMatchObject([
      {
        journeyId: personOwner('cam'),
        id: heldEffectId(UNTIL),
        effect: { kind: 'mail', notice: { about: 'held', reader: 'cam', until: UNTIL } },
      },
    ]);
    expect(await mail.close('cam', UNTIL, UNTIL)).toEqual({ notices: [first, later], unreadable: 0 });
    // After a kill it is begun once more.
    expect(await mail.close('cam', UNTIL, '2026-11-23T07:00:05.000Z')).toEqual({
      notices: [first, later],
      unreadable: 0,
    });
  });

  it('takes nothing into a mail that was begun, not even one that held nothing', async () => {
    expect(await mail.hold('cam', UNTIL, held('C'))).toBe('closed');
    expect(await mail.close('eve', UNTIL, UNTIL)).toEqual({ notices: [], unreadable: 0 });
    expect(await mail.hold('eve', UNTIL, held('C'))).toBe('closed');
    expect(await mail.hold('cam', '2026-11-24T07:00:00.000Z', held('C'))).toBe('held');
  });

  it('gives a gap in a rota back as it was held, and what cannot be read keeps back no other', async () => {
    const gap: HeldNotice = {
      journeyId: 'rota-site-1',
      notice: {
        about: 'rota',
        site: 'site-1',
        zone: 'Europe/Berlin',
        role: 'physician',
        gaps: [{ from: NOW, until: UNTIL }],
        class: 'due',
        to: ['coordinator'],
      },
      since: NOW,
      role: 'coordinator',
    };
    expect(await mail.hold('gus', UNTIL, gap)).toBe('held');
    const unknown = canonicalText({ ...gap, notice: { about: 'weather', class: 'due' } });
    await dynamo.client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: toKey(heldKey('gus', UNTIL)),
        UpdateExpression: 'ADD notices :unknown',
        ExpressionAttributeValues: { ':unknown': { SS: [unknown, 'no JSON'] } },
      }),
    );
    expect(await mail.close('gus', UNTIL, UNTIL)).toEqual({ notices: [gap], unreadable: 2 });
  });

  it('is put before the stream once more as any other effect, and not after it was done', async () => {
    const [owner, id] = [personOwner('cam'), heldEffectId(UNTIL)];
    const pending = await store.pendingEffect(owner, id);
    if (pending === undefined) throw new Error('expected the mail to wait');
    await store.requeue(pending, UNTIL);
    expect(await store.pendingEffect(owner, id)).toBeUndefined();
    expect(await store.pendingEffect(owner, `${id}~1`)).toMatchObject({ effect: pending.effect });
  });
});

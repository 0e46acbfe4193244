import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { canonicalText } from '../domain/audit/hash.ts';
import type { Effect } from '../domain/journey/effects.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import type { KeptBesides, Registers } from '../domain/ports.ts';
import type { Kept } from '../domain/registers/keep-record.ts';
import type { RegisterRecord } from '../domain/registers/record.ts';
import { type SiteReadiness, withStanding } from '../domain/registers/site-readiness.ts';
import { latest } from '../domain/time.ts';
import { alongside as besideOthers, writeOf } from './alongside.ts';
import { dynamoReadiness } from './dynamo-readiness.ts';
import { effectItem } from './effect-items.ts';
import { type TableAccess, toItem } from './items.ts';
import { effectId, messageOwner, readinessKey, registerKey } from './table-keys.ts';
import { jitterFrom, transact } from './transact.ts';

/** DynamoDB takes items of 400 KB; what stands beside the entries is far below the difference. */
const MOST_BYTES = 390_000;

interface Writes {
  readonly after: SiteReadiness;
  readonly items: readonly TransactWriteItem[];
}

/** Registers on DynamoDB, table Journeys: no patient is in them. Nothing that was written is changed or deleted. */
export function dynamoRegisters(access: TableAccess & { randomBytes(count: number): Uint8Array }): Registers {
  const { client, table, randomBytes } = access;
  const reading = dynamoReadiness(access);
  const effectPuts = ({ site, register, id, version, at }: RegisterRecord, effects: readonly Effect[]) => {
    const journeyId = messageOwner(`register-${site}-${register}-${id}-${version}`);
    return effects.map((effect, index) => {
      const Item = effectItem({ journeyId, id: effectId(1, index), effect, since: at, served: [] });
      return { Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' } };
    });
  };

  /** The records with what is to be done about them, and how the site stands then, which stood so `before`. */
  function writesOf(
    all: readonly Kept[],
    before: SiteReadiness,
    effectsOf?: KeptBesides['effectsOf'],
  ): Outcome<Writes> {
    let after = before;
    const asked: TransactWriteItem[] = [];
    for (const kept of all) {
      asked.push(...effectPuts(kept.record, effectsOf?.(kept, after) ?? []));
      after = withStanding(after, kept.standing, latest(kept.record.at, after.at));
    }
    const entries = canonicalText(after.entries);
    if (Buffer.byteLength(entries) > MOST_BYTES) {
      return refuse(
        'too-large',
        `Registers of ${before.site}: got ${after.entries.length} entries of ${Buffer.byteLength(entries)} bytes, expected at most ${MOST_BYTES}. Name fewer positions or shorter texts.`,
      );
    }
    const puts = all.map(({ record }) => ({
      Put: {
        TableName: table,
        Item: toItem({
          ...registerKey(record.site, record.register, record.id, record.version),
          entity: 'REGISTER',
          ...record,
        }),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    }));
    const stands = {
      Put: {
        TableName: table,
        Item: toItem({ ...readinessKey(before.site), entity: 'READINESS', ...after, entries }),
        ...(before.version === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: 'version = :before',
              ExpressionAttributeValues: { ':before': { N: String(before.version) } },
            }),
      },
    };
    return ok({ after, items: [...puts, stands, ...asked] });
  }

  return {
    ...reading,

    async keeping(kept) {
      const made = writesOf([kept], await reading.readiness(kept.record.site));
      return made.ok ? ok(made.value.items.map(besideOthers)) : made;
    },

    async keep(all, { alongside = [], effectsOf } = {}) {
      const { site, register, id } = all[0].record;
      const made = writesOf(all, await reading.readiness(site), effectsOf);
      if (!made.ok) return made;
      const { after, items } = made.value;
      const written = await transact(
        client,
        'Keep register',
        [...items, ...alongside.map(writeOf)],
        jitterFrom(randomBytes),
      );
      return written === 'done'
        ? ok(after)
        : refuse(
            'conflict',
            `${register} ${id}${all.length > 1 ? ` and ${all.length - 1} others` : ''}: the registers of ${site} were changed by somebody else meanwhile. Look at it and try again.`,
          );
    },
  };
}

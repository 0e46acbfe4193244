import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { canonicalText } from '../domain/audit/hash.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import type { Registers } from '../domain/ports.ts';
import type { Kept } from '../domain/registers/keep-record.ts';
import { type SiteReadiness, withStanding } from '../domain/registers/site-readiness.ts';
import { alongside, writeOf } from './alongside.ts';
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

  /** The record, and how the site stands then, which stood so `before`. */
  function writesOf({ record, standing }: Kept, before: SiteReadiness): Outcome<Writes> {
    const { site, register, id, version } = record;
    const after = withStanding(before, standing, record.at > before.at ? record.at : before.at);
    const entries = canonicalText(after.entries);
    if (Buffer.byteLength(entries) > MOST_BYTES) {
      return refuse(
        'too-large',
        `Registers of ${site}: got ${after.entries.length} entries of ${Buffer.byteLength(entries)} bytes, expected at most ${MOST_BYTES}. Name fewer positions or shorter texts.`,
      );
    }
    const put = {
      Put: {
        TableName: table,
        Item: toItem({ ...registerKey(site, register, id, version), entity: 'REGISTER', ...record }),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    };
    const stands = {
      Put: {
        TableName: table,
        Item: toItem({ ...readinessKey(site), entity: 'READINESS', ...after, entries }),
        ...(before.version === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: 'version = :before',
              ExpressionAttributeValues: { ':before': { N: String(before.version) } },
            }),
      },
    };
    return ok({ after, items: [put, stands] });
  }

  return {
    ...reading,

    async keeping(kept) {
      const made = writesOf(kept, await reading.readiness(kept.record.site));
      return made.ok ? ok(made.value.items.map(alongside)) : made;
    },

    async keep(kept, besides) {
      const { record } = kept;
      const { site, register, id, version } = record;
      const before = await reading.readiness(site);
      const made = writesOf(kept, before);
      if (!made.ok) return made;
      const { after, items } = made.value;
      const { alongside: others = [], effects = [] } = besides?.(before) ?? {};
      const journeyId = messageOwner(`register-${site}-${register}-${id}-${version}`);
      const asked = effects.map((effect, index) => {
        const Item = effectItem({ journeyId, id: effectId(1, index), effect, since: record.at, served: [] });
        return { Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' } };
      });
      const all = [...items, ...asked, ...others.map(writeOf)];
      const written = await transact(client, 'Keep register', all, jitterFrom(randomBytes));
      return written === 'done'
        ? ok(after)
        : refuse(
            'conflict',
            `${register} ${id}: the registers of ${site} were changed by somebody else meanwhile. Look at it and try again.`,
          );
    },
  };
}

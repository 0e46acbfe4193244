import { canonicalText } from '../domain/audit/hash.ts';
import { ok, refuse } from '../domain/outcome.ts';
import type { Registers } from '../domain/ports.ts';
import { withStanding } from '../domain/registers/site-readiness.ts';
import { writeOf } from './alongside.ts';
import { dynamoReadiness } from './dynamo-readiness.ts';
import { effectItem } from './effect-items.ts';
import { type TableAccess, toItem } from './items.ts';
import { effectId, messageOwner, readinessKey, registerKey } from './table-keys.ts';
import { jitterFrom, transact } from './transact.ts';

/** DynamoDB takes items of 400 KB; what stands beside the entries is far below the difference. */
const MOST_BYTES = 390_000;

/** Registers on DynamoDB, table Journeys: no patient is in them. Nothing that was written is changed or deleted. */
export function dynamoRegisters(access: TableAccess & { randomBytes(count: number): Uint8Array }): Registers {
  const { client, table, randomBytes } = access;
  const reading = dynamoReadiness(access);
  return {
    ...reading,

    async keep({ record, standing }, besides) {
      const { site, register, id, version } = record;
      const before = await reading.readiness(site);
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
      const { alongside = [], effects = [] } = besides?.(before) ?? {};
      const journeyId = messageOwner(`register-${site}-${register}-${id}-${version}`);
      const asked = effects.map((effect, index) => {
        const Item = effectItem({ journeyId, id: effectId(1, index), effect, since: record.at, served: [] });
        return { Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' } };
      });
      const items = [put, stands, ...asked, ...alongside.map(writeOf)];
      const written = await transact(client, 'Keep register', items, jitterFrom(randomBytes));
      return written === 'done'
        ? ok(after)
        : refuse(
            'conflict',
            `${register} ${id}: the registers of ${site} were changed by somebody else meanwhile. Look at it and try again.`,
          );
    },
  };
}

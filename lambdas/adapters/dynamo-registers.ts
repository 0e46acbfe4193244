import { canonicalText } from '../domain/audit/hash.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import type { ReadRegisters } from '../domain/ports.ts';
import type { Kept } from '../domain/registers/keep-record.ts';
import { type SiteReadiness, withStanding } from '../domain/registers/site-readiness.ts';
import { dynamoReadiness } from './dynamo-readiness.ts';
import { type TableAccess, toItem } from './items.ts';
import { readinessKey, registerKey } from './table-keys.ts';
import { jitterFrom, transact } from './transact.ts';

/** The registers of the quality system of a site. */
export interface Registers extends ReadRegisters {
  /**
   * Keeps records of one site, for ever, all or none, and with them how the site stands. `conflict` when somebody else wrote meanwhile.
   *
   * @param all one at least, `MOST_AT_ONCE` at most
   */
  keep(all: readonly [Kept, ...Kept[]]): Promise<Outcome<SiteReadiness>>;
}

/** Records that fit into one transaction, with the item of their site. */
export const MOST_AT_ONCE = 99;

/** DynamoDB takes items of 400 KB; what stands beside the entries is far below the difference. */
const MOST_BYTES = 390_000;

/** Registers on DynamoDB, table Journeys: no patient is in them. Nothing that was written is changed or deleted. */
export function dynamoRegisters(access: TableAccess & { randomBytes(count: number): Uint8Array }): Registers {
  const { client, table, randomBytes } = access;
  const reading = dynamoReadiness(access);
  return {
    ...reading,

    async keep(all) {
      const { site, register, id } = all[0].record;
      const before = await reading.readiness(site);
      const after = all.reduce(
        (stood, { record, standing }) => withStanding(stood, standing, record.at > stood.at ? record.at : stood.at),
        before,
      );
      const entries = canonicalText(after.entries);
      if (Buffer.byteLength(entries) > MOST_BYTES) {
        return refuse(
          'too-large',
          `Registers of ${site}: got ${after.entries.length} entries of ${Buffer.byteLength(entries)} bytes, expected at most ${MOST_BYTES}. Name fewer positions or shorter texts.`,
        );
      }
      const puts = all.map(({ record }) => ({
        Put: {
          TableName: table,
          Item: toItem({
            ...registerKey(site, record.register, record.id, record.version),
            entity: 'REGISTER',
            ...record,
          }),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      }));
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
      const written = await transact(client, 'Keep register', [...puts, stands], jitterFrom(randomBytes));
      return written === 'done'
        ? ok(after)
        : refuse(
            'conflict',
            `${register} ${id}${all.length > 1 ? ` and ${all.length - 1} others` : ''}: the registers of ${site} were changed by somebody else meanwhile. Look at it and try again.`,
          );
    },
  };
}

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
  /** Keeps a record, for ever, and with it how the site stands. `conflict` when somebody else wrote meanwhile. */
  keep(kept: Kept): Promise<Outcome<SiteReadiness>>;
}

/** DynamoDB takes items of 400 KB; what stands beside the entries is far below the difference. */
const MOST_BYTES = 390_000;

/** Registers on DynamoDB, table Journeys: no patient is in them. Nothing that was written is changed or deleted. */
export function dynamoRegisters(access: TableAccess & { randomBytes(count: number): Uint8Array }): Registers {
  const { client, table, randomBytes } = access;
  const reading = dynamoReadiness(access);
  return {
    ...reading,

    async keep({ record, standing }) {
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
      const written = await transact(client, 'Keep register', [put, stands], jitterFrom(randomBytes));
      return written === 'done'
        ? ok(after)
        : refuse(
            'conflict',
            `${register} ${id}: the registers of ${site} were changed by somebody else meanwhile. Look at it and try again.`,
          );
    },
  };
}

import { hashOf } from '../domain/audit/hash.ts';
import { competenceRecord, withRecord } from '../domain/competence/competence.ts';
import { ok, refuse } from '../domain/outcome.ts';
import type { CompetenceRegister } from '../domain/ports.ts';
import { writeOf } from './alongside.ts';
import { changeBeside } from './beside-member.ts';
import { readItem, type TableAccess, toItem } from './items.ts';
import { allItems } from './query.ts';
import { COMPETENCE_FROM, competenceKey, staffKey } from './table-keys.ts';
import { jitterFrom, transact } from './transact.ts';

/** What staff were assessed in, on DynamoDB, table Identities. Nothing that was written is changed or deleted. */
export function dynamoCompetence(access: TableAccess & { randomBytes(count: number): Uint8Array }): CompetenceRegister {
  const { client, table, randomBytes } = access;
  return {
    async keep(person, record, besides = []) {
      const put = {
        Put: {
          TableName: table,
          Item: toItem({ ...competenceKey(person, record.at, hashOf(record)), entity: 'COMPETENCE', ...record }),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      };
      const beside = await changeBeside(access, person, 'competence', (before = {}) => withRecord(before, record));
      const written = await transact(
        client,
        'Keep competence',
        [put, beside, ...besides.map(writeOf)],
        jitterFrom(randomBytes),
      );
      return written === 'done'
        ? ok(undefined)
        : refuse('conflict', `Competence of ${person}: changed by somebody else meanwhile. Look at it and try again.`);
    },

    async of(person) {
      const items = await allItems(client, 'Read competence', {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :from)',
        ExpressionAttributeValues: { ':pk': { S: staffKey(person).pk }, ':from': { S: COMPETENCE_FROM } },
        ConsistentRead: true,
      });
      return items.map((item) => readItem(competenceRecord(), item));
    },
  };
}

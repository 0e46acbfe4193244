import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Commit } from '../domain/ports.ts';
import { calling } from './aws-errors.ts';
import { toKey } from './items.ts';
import { claimKey } from './table-keys.ts';

type Claiming = Pick<Commit, 'claims' | 'journeyId' | 'now'>;

/** Each identifier as an item that only its own journey may write again. */
export const claimItems = (table: string, { claims, journeyId, now }: Claiming): readonly TransactWriteItem[] =>
  [...new Set(claims)].map((claim) => ({
    Put: {
      TableName: table,
      Item: { ...toKey(claimKey(claim)), journeyId: { S: journeyId }, claimedAt: { S: now } },
      ConditionExpression: 'attribute_not_exists(pk) OR journeyId = :own',
      ExpressionAttributeValues: { ':own': { S: journeyId } },
    },
  }));

/** True when an identifier belongs to another journey: trying again would not help. */
export async function isClaimedElsewhere(
  client: DynamoDBClient,
  table: string,
  { claims, journeyId }: Claiming,
): Promise<boolean> {
  for (const claim of claims) {
    const { Item: item } = await calling('Read claim', () =>
      client.send(new GetItemCommand({ TableName: table, Key: toKey(claimKey(claim)), ConsistentRead: true })),
    );
    if (item?.journeyId?.S !== undefined && item.journeyId.S !== journeyId) return true;
  }
  return false;
}

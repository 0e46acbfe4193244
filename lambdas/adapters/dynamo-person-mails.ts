import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { PersonMails } from '../domain/ports.ts';
import { asFault, isNamed } from './aws-errors.ts';
import { effectItem } from './effect-items.ts';
import type { TableAccess } from './items.ts';
import { personOwner } from './table-keys.ts';

/** Mails about or to one person, on DynamoDB, table Journeys: effects like any other, of an owner that is no journey. */
export const dynamoPersonMails = ({ client, table }: TableAccess): PersonMails => ({
  async ask({ person, id, notice, since, due = since }) {
    const effect = { kind: 'mail', notice } as const;
    const Item = effectItem({ journeyId: personOwner(person), id, effect, since, served: [] }, due);
    try {
      await client.send(
        new PutItemCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' }),
      );
    } catch (error) {
      if (!isNamed(error, 'ConditionalCheckFailedException')) throw asFault('Ask for a mail', error);
    }
  },
});

import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import type { CourseIndex } from '../domain/ports.ts';
import { alongside } from './alongside.ts';
import { calling } from './aws-errors.ts';
import { readItem, type TableAccess, toItem, toKey } from './items.ts';
import { courseKey } from './table-keys.ts';

const shape = lazily(() => z.strictObject({ journeys: z.array(z.string()), revision: z.int().min(1) }));

/** Which journeys a patient has under a protocol, on DynamoDB, table Journeys: pseudonym and ids only. */
export const dynamoCourseIndex = ({ client, table }: TableAccess): CourseIndex => ({
  async of(patient, protocol) {
    const { Item } = await calling('Read courses', () =>
      client.send(
        new GetItemCommand({ TableName: table, Key: toKey(courseKey(patient, protocol)), ConsistentRead: true }),
      ),
    );
    return Item === undefined ? { journeys: [], revision: 0 } : readItem(shape(), Item);
  },

  add: (patient, protocol, { journeys, revision }, journeyId) =>
    alongside({
      Put: {
        TableName: table,
        Item: toItem({
          ...courseKey(patient, protocol),
          entity: 'COURSE',
          journeys: [...journeys, journeyId],
          revision: revision + 1,
        }),
        // Somebody who opened another journey meanwhile has changed what was decided on.
        ...(revision === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: 'revision = :seen',
              ExpressionAttributeValues: { ':seen': { N: String(revision) } },
            }),
      },
    }),
});

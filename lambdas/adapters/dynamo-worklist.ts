import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { JourneySummary } from '../domain/journey/summary.ts';
import { lazily } from '../domain/lazily.ts';
import type { JourneyStore } from '../domain/ports.ts';
import { calling } from './aws-errors.ts';
import { type Item, type TableAccess, toItem } from './items.ts';
import { readSummary } from './journey-items.ts';
import { headKey, worklistPk } from './table-keys.ts';

const cursorShape = lazily(() =>
  z.tuple([
    z.enum(['OPEN', 'CLOSED']),
    z
      .string()
      .regex(/^[\w:.-]+#[0-9A-Z]{1,20}$/)
      .nullable(),
  ]),
);
type Cursor = z.infer<ReturnType<typeof cursorShape>>;

const write = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** Where the page before ended. Anything that is no cursor of ours begins anew: a list is looked at, never decided from. */
function read(from: string | undefined): Cursor {
  const start: Cursor = ['OPEN', null];
  if (from === undefined) return start;
  try {
    return cursorShape().parse(JSON.parse(Buffer.from(from, 'base64url').toString('utf8')));
  } catch {
    return start;
  }
}

/** Journeys by what is due next: the open ones, and behind them, where asked for, the closed ones. */
export const dynamoWorklist = ({ client, table }: TableAccess): Pick<JourneyStore, 'list'> => ({
  async list({ open, from, limit }) {
    const journeys: JourneySummary[] = [];
    let cursor: Cursor | undefined = read(from);
    while (cursor !== undefined && journeys.length < limit) {
      const [pk, after]: Cursor = cursor;
      const query: QueryCommandInput = {
        TableName: table,
        IndexName: 'worklist',
        KeyConditionExpression: 'wpk = :pk',
        ExpressionAttributeValues: { ':pk': { S: pk } },
        Limit: limit - journeys.length,
        ...(after === null ? {} : { ExclusiveStartKey: startAfter(pk, after) }),
      };
      const page = await calling('List journeys', () => client.send(new QueryCommand(query)));
      journeys.push(...(page.Items ?? []).map(readSummary));
      const last = page.LastEvaluatedKey?.wsk?.S;
      if (last !== undefined) cursor = [pk, last];
      else cursor = pk === worklistPk(true) && !open ? ['CLOSED', null] : undefined;
    }
    return cursor === undefined ? { journeys } : { journeys, next: write(cursor) };
  },
});

/** Keys of table and index behind which the next page begins; the sort key of the index ends with the journey id. */
function startAfter(wpk: string, wsk: string): Item {
  const { pk, sk } = headKey(wsk.slice(wsk.indexOf('#') + 1));
  return toItem({ wpk, wsk, pk, sk });
}

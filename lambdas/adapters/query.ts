import { type DynamoDBClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { calling } from './aws-errors.ts';
import type { Item } from './items.ts';

/** The items of a query, page by page; stops asking when the caller stops reading. */
export async function* itemsOfQuery(
  client: DynamoDBClient,
  what: string,
  query: QueryCommandInput,
): AsyncGenerator<Item> {
  let from: Item | undefined;
  do {
    const input: QueryCommandInput = from === undefined ? query : { ...query, ExclusiveStartKey: from };
    const page = await calling(what, () => client.send(new QueryCommand(input)));
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
}

/** All items of a query. */
export async function allItems(client: DynamoDBClient, what: string, query: QueryCommandInput): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of itemsOfQuery(client, what, query)) items.push(item);
  return items;
}

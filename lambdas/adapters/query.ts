import { type DynamoDBClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { calling } from './aws-errors.ts';
import type { Item } from './items.ts';

async function* pagesOf(
  client: DynamoDBClient,
  what: string,
  query: QueryCommandInput,
): AsyncGenerator<readonly Item[]> {
  let from: Item | undefined;
  do {
    const input: QueryCommandInput = from === undefined ? query : { ...query, ExclusiveStartKey: from };
    const page = await calling(what, () => client.send(new QueryCommand(input)));
    yield page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
}

/** The items of a query, page by page; stops asking when the caller stops reading. */
export async function* itemsOfQuery(
  client: DynamoDBClient,
  what: string,
  query: QueryCommandInput,
): AsyncGenerator<Item> {
  for await (const page of pagesOf(client, what, query)) yield* page;
}

/** All items of a query. */
export async function allItems(client: DynamoDBClient, what: string, query: QueryCommandInput): Promise<Item[]> {
  const items: Item[] = [];
  // Page by page, for each item that is waited for costs as much as to read it.
  for await (const page of pagesOf(client, what, query)) for (const item of page) items.push(item);
  return items;
}

import { gunzipSync, gzipSync } from 'node:zlib';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../domain/time.ts';
import type { Item } from './items.ts';
import { rawMessageKey } from './table-keys.ts';

/** An item takes 400 KB; a message of 1 MiB that cannot be compressed needs four pieces. */
const PIECE_BYTES = 350_000;

export interface RawMessage {
  readonly sender: string;
  readonly messageId: string;
  readonly body: Uint8Array;
  readonly receivedAt: Instant;
}

/** The writes that keep a message exactly as it came. */
export function rawMessageWrites(
  table: string,
  { sender, messageId, body, receivedAt }: RawMessage,
): TransactWriteItem[] {
  const compressed = gzipSync(body);
  const pieces = Math.max(1, Math.ceil(compressed.byteLength / PIECE_BYTES));
  return Array.from({ length: pieces }, (_, piece) => {
    const { pk, sk } = rawMessageKey(sender, messageId, piece);
    const bytes = compressed.subarray(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES);
    const item: Item = { pk: { S: pk }, sk: { S: sk }, gzip: { B: bytes }, receivedAt: { S: receivedAt } };
    return { Put: { TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' } };
  });
}

/** The message from its pieces, in the order of their keys. */
export const rawMessageFrom = (pieces: readonly Item[]): Buffer =>
  gunzipSync(Buffer.concat(pieces.map(({ gzip }) => gzip?.B ?? new Uint8Array())));

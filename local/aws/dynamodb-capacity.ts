import type { AwsResponse } from './exchange.ts';

/** The same request, asking the database to say what it consumed. Who called does not notice. */
export function counting(body: Buffer): Buffer {
  const brace = body.indexOf('{');
  return Buffer.concat([Buffer.from('{"ReturnConsumedCapacity":"TOTAL",'), body.subarray(brace + 1)]);
}

/** A key of the answer itself: within an item, quotes are escaped. */
const CONSUMED = '"ConsumedCapacity":';

const REFUSED = /ConditionalCheckFailed|TransactionCanceled/;

/** Request units that an answer says were consumed; a refused write costs what it would have written. */
export function capacityIn({ status, body }: AwsResponse, writes: number): number {
  const text = String(body);
  if (status !== 200) return REFUSED.test(text) ? (writes > 1 ? writes * 2 : writes) : 0;
  const from = text.lastIndexOf(CONSUMED);
  if (from < 0) return 0;
  const start = from + CONSUMED.length;
  const end = text.indexOf(text[start] === '[' ? ']' : '}', start);
  const said = text.slice(start, end);
  return [...said.matchAll(/"CapacityUnits":([\d.]+)/g)].reduce((sum, [, units]) => sum + Number(units), 0);
}

import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { Fault } from '../domain/faults.ts';
import type { Alongside } from '../domain/ports.ts';

const writes = new WeakMap<Alongside, TransactWriteItem>();

/** Wraps a write of another store, so that the domain can hand it to a commit without knowing what it is. */
export function alongside(write: TransactWriteItem): Alongside {
  const item: Alongside = { __alongside: true };
  writes.set(item, write);
  return item;
}

/** The write inside. Throws a Fault for an item that was not made by `alongside`. */
export function writeOf(item: Alongside): TransactWriteItem {
  const write = writes.get(item);
  if (write === undefined) throw new Fault('Alongside: got an item of unknown origin, expected one made by a store');
  return write;
}

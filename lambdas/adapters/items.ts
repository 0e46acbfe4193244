import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { CorruptionFault } from '../domain/faults.ts';
import { rememberedFor } from '../domain/remembered.ts';
import type { Key } from './table-keys.ts';

export type Item = Record<string, AttributeValue>;

/** A table, and the client that reaches it. */
export interface TableAccess {
  readonly client: DynamoDBClient;
  readonly table: string;
}

/** DynamoDB JSON of a plain value; `undefined` members are left out. */
export const toItem = (value: Readonly<Record<string, unknown>>): Item =>
  marshall(value, { removeUndefinedValues: true });

export const toKey = ({ pk, sk }: Key): Item => ({ pk: { S: pk }, sk: { S: sk } });

/**
 * Reads an item strictly: what is stored is our own, so anything not understood is a fault. Keys of the table and its
 * indexes are not part of the shape. The fault names item and path, never a value.
 */
export function readItem<S extends z.ZodType>(shape: S, item: Item): z.infer<S> {
  const { pk, sk, wpk, wsk, ppk, psk, entity, ...stored } = unmarshall(item);
  const parsed = shape.safeParse(stored);
  if (parsed.success) return parsed.data as z.infer<S>;
  const where = parsed.error.issues.map(({ path, code }) => `${path.join('.') || '(item)'}: ${code}`).join(', ');
  throw new CorruptionFault(`Item ${String(entity ?? sk)}: does not fit its schema at ${where}`);
}

/**
 * A reading that gives the same answer for the same item, which nobody changes: where functions share a process and its
 * tables, an item that many of them read is understood once.
 */
export const readOnce = <T>(read: (item: Item) => T): ((item: Item) => T) => rememberedFor(read);

/** JSON text inside an attribute, parsed by a schema. */
export const jsonText = <S extends z.ZodType>(schema: S) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue('expected JSON');
        return z.NEVER;
      }
    })
    .pipe(schema as z.ZodType<z.infer<S>>);

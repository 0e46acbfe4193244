import type { Model } from '../template/model.ts';
import type { Store } from './store.ts';

/** An event that could not be delivered, and why. */
export interface DeadLetter {
  readonly at: string;
  /** E.g. `lambda:<logical id>`, `schedule:<group>/<name>`, `rule:<logical id>`. */
  readonly source: string;
  readonly event: unknown;
  readonly error: unknown;
}

export interface StoredObject {
  readonly key: string;
  readonly body: string;
}

export const deadLetters = (store: Store): DeadLetter[] =>
  store
    .all<{ at: string; message: string }>('SELECT at, message FROM dead_letter ORDER BY id')
    .map(({ at, message }) => ({ at, ...(JSON.parse(message) as Omit<DeadLetter, 'at'>) }));

/** All objects of a bucket, by its name or logical id. */
export function objects(model: Model, store: Store, bucket: string): StoredObject[] {
  const found = model.buckets.find(({ name, logicalId }) => name === bucket || logicalId === bucket);
  if (found === undefined)
    throw new Error(`No bucket ${bucket}; expected ${model.buckets.map(({ logicalId }) => logicalId).join(', ')}`);
  return store
    .all<{ key: string; body: Uint8Array }>('SELECT key, body FROM object WHERE bucket = ? ORDER BY key', found.name)
    .map(({ key, body }) => ({ key, body: Buffer.from(body).toString('utf8') }));
}

export function secretValue(model: Model, store: Store, name: string): string {
  const found = model.secrets.find((secret) => secret.name === name || secret.logicalId === name);
  const row = found && store.get<{ value: string }>('SELECT value FROM secret WHERE arn = ?', found.arn);
  if (row === undefined)
    throw new Error(`No secret ${name}; expected ${model.secrets.map(({ logicalId }) => logicalId).join(', ')}`);
  return row.value;
}

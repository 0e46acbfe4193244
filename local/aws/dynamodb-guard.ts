import type { Clock } from '../clock/clock.ts';
import type { TableModel } from '../template/model.ts';
import type { Touch } from './dynamodb-access.ts';
import { type Iam, type Principal, userOf } from './iam.ts';
import type { Facts } from './iam-condition.ts';
import { ServiceError } from './service-error.ts';
import type { Meter } from './usage.ts';

export interface DynamoPorts {
  readonly tables: readonly TableModel[];
  readonly iam: Iam;
  readonly meter: Meter;
  readonly clock: Clock;
}

/** So long the database keeps the key of a table for whoever uses it. */
const KEY_KEPT_MS = 5 * 60 * 1000;

/** A table as requests to it are judged. */
interface Guarded {
  readonly name: string;
  readonly arn: string;
  readonly partitionKey: string;
  /** ARNs of its indexes. */
  readonly indexes: ReadonlyMap<string, string>;
  readonly keyArn: string | undefined;
  /** How its key is used. */
  readonly keyFacts: Facts;
}

/** What stands before the tables, wherever they are kept: who may touch what, and for whom it is counted. */
export class DynamoGuard {
  readonly #ports: DynamoPorts;
  readonly #tables: ReadonlyMap<string, Guarded>;
  /** By key and user. */
  readonly #keysKept = new Map<string, Map<string, number>>();

  constructor(ports: DynamoPorts) {
    this.#ports = ports;
    this.#tables = new Map(
      ports.tables.map(guarded).flatMap((table) => [[table.name, table] as const, [table.arn, table] as const]),
    );
  }

  /** @throws ServiceError when the principal may not touch all of it. */
  admit(principal: Principal, touched: readonly Touch[]): void {
    const { iam } = this.#ports;
    for (const { action, table: nameOrArn, index, leadingKeys } of touched) {
      const table = this.#tables.get(nameOrArn);
      if (table === undefined) {
        if (principal.kind === 'operator') continue;
        throw new ServiceError('ResourceNotFoundException', 'Requested resource not found');
      }
      const { arn, indexes, partitionKey, keyArn, keyFacts } = table;
      const resource = index === undefined ? arn : (indexes.get(index) ?? `${arn}/index/${index}`);
      iam.authorize(principal, action, resource, { 'dynamodb:LeadingKeys': leadingKeys(partitionKey) });
      if (keyArn !== undefined) {
        iam.authorize(principal, 'kms:Decrypt', keyArn, keyFacts);
        this.#askForKey(userOf(principal), keyArn);
      }
    }
  }

  /** Counts what a request consumed. */
  count(principal: Principal, touched: readonly Touch[], units: number): void {
    const what = touched.some(({ kind }) => kind === 'write') ? 'dynamoWrites' : 'dynamoReads';
    this.#ports.meter.count(userOf(principal), what, units);
  }

  /** Names of the tables that were written. */
  written(touched: readonly Touch[]): ReadonlySet<string> {
    const written = touched.filter(({ kind }) => kind === 'write');
    return new Set(written.map(({ table }) => this.#tables.get(table)?.name ?? table));
  }

  #askForKey(user: string, keyArn: string): void {
    const { clock, meter } = this.#ports;
    const ofKey = this.#keysKept.get(keyArn) ?? new Map<string, number>();
    const kept = ofKey.get(user);
    if (kept !== undefined && clock.now() - kept < KEY_KEPT_MS) return;
    this.#keysKept.set(keyArn, ofKey.set(user, clock.now()));
    meter.count(user, 'keyRequests');
  }
}

/** Whether a request consumes anything of a table, as those that make and describe tables do not. */
export const consumes = (touched: readonly Touch[]): boolean => touched.some(({ kind }) => kind !== 'admin');

function guarded({ name, arn, keyArn, create }: TableModel): Guarded {
  const schema = create.KeySchema as readonly { AttributeName: string; KeyType: string }[];
  const indexes = (create.GlobalSecondaryIndexes ?? []) as readonly { IndexName: string }[];
  return {
    name,
    arn,
    partitionKey: schema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '',
    indexes: new Map(indexes.map(({ IndexName }) => [IndexName, `${arn}/index/${IndexName}`])),
    keyArn,
    keyFacts: { 'kms:ViaService': [`dynamodb.${arn.split(':')[3]}.amazonaws.com`] },
  };
}

import type { TableModel } from '../template/model.ts';
import type { Touch } from './dynamodb-access.ts';
import type { Iam, Principal } from './iam.ts';
import { ServiceError } from './service-error.ts';
import type { Usage } from './usage.ts';

/** What stands before the tables, wherever they are kept: who may touch what, and what it is counted as. */
export class DynamoGuard {
  readonly #iam: Iam;
  readonly #usage: Usage;
  readonly #tables: ReadonlyMap<string, TableModel>;

  constructor(tables: readonly TableModel[], iam: Iam, usage: Usage) {
    this.#iam = iam;
    this.#usage = usage;
    this.#tables = new Map(tables.flatMap((table) => [[table.name, table] as const, [table.arn, table] as const]));
  }

  /** @throws ServiceError when the principal may not touch all of it. */
  admit(principal: Principal, touched: readonly Touch[]): void {
    for (const { action, table: nameOrArn, index, leadingKeys } of touched) {
      const table = this.#tables.get(nameOrArn);
      if (table === undefined) {
        if (principal.kind === 'operator') continue;
        throw new ServiceError('ResourceNotFoundException', 'Requested resource not found');
      }
      const resource = index === undefined ? table.arn : `${table.arn}/index/${index}`;
      const partitionKey = leadingKeys(partitionKeyOf(table));
      this.#iam.authorize(principal, action, resource, { 'dynamodb:LeadingKeys': partitionKey });
      if (table.keyArn !== undefined) {
        const via = `dynamodb.${table.arn.split(':')[3]}.amazonaws.com`;
        this.#iam.authorize(principal, 'kms:Decrypt', table.keyArn, { 'kms:ViaService': [via] });
      }
    }
  }

  /** Counts request units of what was done; `bytes` is the size of the answer. */
  count(operation: string, touched: readonly Touch[], isConsistent: boolean, bytes: number): void {
    const written = touched.filter(({ kind }) => kind === 'write');
    const transaction = operation.startsWith('Transact') ? 2 : 1;
    this.#usage.dynamoWrites += written.length * transaction;
    if (written.length === 0 && touched.length > 0) {
      this.#usage.dynamoReads += Math.max(1, Math.ceil(bytes / 4096)) * (isConsistent ? 1 : 0.5) * transaction;
    }
  }

  /** Names of the tables that were written. */
  written(touched: readonly Touch[]): ReadonlySet<string> {
    const written = touched.filter(({ kind }) => kind === 'write');
    return new Set(written.map(({ table }) => this.#tables.get(table)?.name ?? table));
  }
}

function partitionKeyOf(table: TableModel): string {
  const schema = table.create.KeySchema as readonly { AttributeName: string; KeyType: string }[];
  return schema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';
}

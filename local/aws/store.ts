import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { isDiskFull, openDataDirectory } from '../data-directory.ts';
import { ServiceError } from './service-error.ts';

const TABLES = `
  CREATE TABLE IF NOT EXISTS mail (id INTEGER PRIMARY KEY, at TEXT NOT NULL, message TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS to_phone (id INTEGER PRIMARY KEY, at TEXT NOT NULL, message TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS schedule (name TEXT PRIMARY KEY, definition TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS secret (arn TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS mac_key (arn TEXT PRIMARY KEY, material BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS checkpoint (mapping TEXT PRIMARY KEY, sequence TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS object (bucket TEXT NOT NULL, key TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (bucket, key));
  CREATE TABLE IF NOT EXISTS boot (id INTEGER PRIMARY KEY);
  CREATE TABLE IF NOT EXISTS clock (id INTEGER PRIMARY KEY CHECK (id = 1), now TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS dead_letter (id INTEGER PRIMARY KEY, at TEXT NOT NULL, message TEXT NOT NULL);
`;

/**
 * What AWS keeps for us across restarts, beside the DynamoDB tables: mail and messages sent, schedules, secret values, key material,
 * stream checkpoints, objects, dead letters. A write that was answered survives a killed process (not a power cut).
 */
export class Store {
  readonly #database: DatabaseSync;
  readonly #place: string;
  readonly #statements = new Map<string, StatementSync>();

  /** @param dataDir without one, what is kept lives and ends with this process */
  constructor(dataDir: string | undefined) {
    this.#place = dataDir === undefined ? 'Store in memory' : `Data directory ${dataDir}`;
    this.#database = dataDir === undefined ? new DatabaseSync(':memory:') : openDataDirectory(dataDir);
    this.#database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; ${TABLES}`);
  }

  run(sql: string, ...values: (string | number | Uint8Array)[]): { readonly changes: number } {
    try {
      return { changes: Number(this.#prepared(sql).run(...values).changes) };
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      const what = `${this.#place}: the disk is full. What was answered is kept; make room and go on`;
      throw new ServiceError('InternalFailure', what, 500);
    }
  }

  all<Row>(sql: string, ...values: (string | number)[]): Row[] {
    return this.#prepared(sql).all(...values) as Row[];
  }

  get<Row>(sql: string, ...values: (string | number)[]): Row | undefined {
    return this.#prepared(sql).get(...values) as Row | undefined;
  }

  /** Counts this start; the number of starts of this directory so far. */
  countBoot(): number {
    this.run('INSERT INTO boot DEFAULT VALUES');
    return this.get<{ boots: number }>('SELECT COUNT(*) AS boots FROM boot')?.boots ?? 0;
  }

  /** Where a virtual clock stands: ISO 8601, UTC. */
  keepClock(now: string): void {
    this.run('INSERT INTO clock (id, now) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET now = excluded.now', now);
  }

  clockStoodAt(): string | undefined {
    return this.get<{ now: string }>('SELECT now FROM clock')?.now;
  }

  close(): void {
    this.#database.close();
  }

  #prepared(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import type { LambdaHost } from '../aws/lambda-host.ts';
import type { Clock } from '../clock/clock.ts';
import { TABLES_FILE } from '../data-directory.ts';

/** Puts all tables back to where they stood when it was made. */
export type PutBack = () => void;

const HOUR_MS = 60 * 60_000;
let copies = 0;

/**
 * Remembers what is in all tables, as point-in-time recovery does. Putting it back does so too: streams show nothing of
 * it, and functions start cold, because on AWS the restored table is another one.
 */
export async function rememberTables(
  dataDir: string | undefined,
  lambda: Pick<LambdaHost, 'forget'>,
): Promise<PutBack> {
  if (dataDir === undefined) throw notInMemory('rememberTables');
  const path = join(dataDir, TABLES_FILE);
  copies += 1;
  const copy = join(dataDir, `dynamodb-copy-${copies}.sqlite`);
  const source = new DatabaseSync(path, { readOnly: true });
  await backup(source, copy);
  source.close();
  return () => {
    const database = new DatabaseSync(path);
    try {
      database.exec('PRAGMA busy_timeout = 5000');
      database.prepare('ATTACH DATABASE ? AS copy').run(copy);
      // Names that begin with _ are the database's own: its streams go on.
      const tables = database
        .prepare(
          "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT GLOB '_*' AND name NOT GLOB 'sqlite_*'",
        )
        .all() as { name: string }[];
      database.exec('BEGIN IMMEDIATE');
      for (const { name } of tables) {
        database.exec(`DELETE FROM main."${name}"; INSERT INTO main."${name}" SELECT * FROM copy."${name}"`);
      }
      database.exec('COMMIT');
    } finally {
      database.close();
    }
    lambda.forget();
  };
}

const notInMemory = (what: string): Error =>
  new Error(
    `${what}: expected tables in the database, got tables in memory, which cannot be put back. Leave one of both out`,
  );

/** Plans the restores of a plan of faults: each puts the tables back to an hour before it. */
export function planRestores(
  restoredAfter: readonly number[],
  { clock, dataDir, lambda }: { clock: Clock; dataDir: string | undefined; lambda: Pick<LambdaHost, 'forget'> },
): void {
  if (dataDir === undefined && restoredAfter.length > 0) throw notInMemory('Faults: tables.restoredAfter');
  const start = clock.now();
  for (const seconds of restoredAfter) {
    const at = start + seconds * 1000;
    let putBack: PutBack | undefined;
    clock.setTimer(at - HOUR_MS, async () => {
      putBack = await rememberTables(dataDir, lambda);
    });
    clock.setTimer(at, () => putBack?.());
  }
}

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import type { LambdaHost } from '../aws/lambda-host.ts';
import type { Clock } from '../clock/clock.ts';
import { TABLES_FILE } from '../data-directory.ts';

/** What was in all tables at one instant, as point-in-time recovery has it. Whoever made it ends it in one of two ways. */
export interface TablesCopy {
  /** Puts all tables back to it. Streams show nothing of that, because on AWS the restored table is another one. */
  putBack(): void;
  drop(): void;
}

const HOUR_MS = 60 * 60_000;
const COPY = 'dynamodb-copy-';
let copies = 0;

export async function copyTables(dataDir: string): Promise<TablesCopy> {
  const path = join(dataDir, TABLES_FILE);
  copies += 1;
  const copy = join(dataDir, `${COPY}${process.pid}-${copies}.sqlite`);
  const source = new DatabaseSync(path, { readOnly: true });
  await backup(source, copy);
  source.close();
  const drop = (): void => rmSync(copy, { force: true });
  return {
    drop,
    putBack() {
      restore(path, copy);
      drop();
    },
  };
}

function restore(path: string, copy: string): void {
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
}

/**
 * Plans the restores of a plan of faults: each puts the tables back to an hour before it, and functions start cold. Copies that
 * a process left when it was killed are nobody's any more.
 */
export function planRestores(
  restoredAfter: readonly number[],
  { clock, dataDir, lambda }: { clock: Clock; dataDir: string | undefined; lambda: Pick<LambdaHost, 'forget'> },
): void {
  if (restoredAfter.length === 0) return;
  if (dataDir === undefined) {
    throw new Error(
      'Faults: tables.restoredAfter: expected tables in the database, got tables in memory, which cannot be put back. Leave one of both out',
    );
  }
  for (const name of readdirSync(dataDir)) if (name.startsWith(COPY)) rmSync(join(dataDir, name));
  const start = clock.now();
  for (const seconds of restoredAfter) {
    const at = start + seconds * 1000;
    let copy: TablesCopy | undefined;
    clock.setTimer(at - HOUR_MS, async () => {
      copy = await copyTables(dataDir);
    });
    clock.setTimer(at, () => {
      copy?.putBack();
      lambda.forget();
    });
  }
}

import { mkdirSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What the stack keeps in its directory: the tables, and what AWS keeps for us beside them. */
export const TABLES_FILE = 'dynamodb.sqlite';
export const AWS_FILE = 'aws.sqlite';

/** Marks `aws.sqlite` as ours; the letters "ATMP". */
const APPLICATION_ID = 0x41544d50;
/** Counts up when what is kept in the directory changes shape, so that no release reads what it does not know. */
const SCHEMA = 1;

/** With less than this free a journey would soon stop in the middle; in bytes. */
const LEAST_FREE = 32 * 1024 * 1024;
/** Up to this size every page of a database is looked at before anything is written; in bytes. */
const LOOKED_THROUGH = 64 * 1024 * 1024;

/** A data directory that must not be used; nothing in it was changed. */
export class DataDirectoryRefused extends Error {
  override readonly name = 'DataDirectoryRefused';

  constructor(dataDir: string, why: string, options?: ErrorOptions) {
    super(`Data directory ${dataDir}: ${why}`, options);
  }
}

/**
 * Opens the database of a data directory, alone, and makes the directory when it is not there. What is not ours, not whole,
 * of another release, in use, or on a full disk is refused before anything is written.
 */
export function openDataDirectory(
  dataDir: string,
  freeBytes: (path: string) => number = (path) => statfsSync(path).bavail * statfsSync(path).bsize,
): DatabaseSync {
  const refused = (why: string, cause?: unknown): DataDirectoryRefused =>
    new DataDirectoryRefused(dataDir, why, { cause });
  const names = filesOf(dataDir, refused);
  const foreign = names.length > 0 && !names.includes(AWS_FILE);
  if (foreign) {
    throw refused(
      `got ${names.length} files of something else, expected an empty directory, a new one, or one of ours`,
    );
  }
  const free = freeBytes(dataDir);
  if (free < LEAST_FREE) {
    throw refused(
      `got ${mebibytes(free)} MiB of free space, expected at least ${mebibytes(LEAST_FREE)}; make room first`,
    );
  }
  if (names.includes(TABLES_FILE)) {
    try {
      lookThrough(dataDir, TABLES_FILE, new DatabaseSync(join(dataDir, TABLES_FILE), { readOnly: true })).close();
    } catch (error) {
      throw refused(troubleWith(TABLES_FILE, error), error);
    }
  }
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(dataDir, AWS_FILE));
    // Held until the process ends, in whatever way: a second one that wrote here would tear the journeys apart.
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    if (names.includes(AWS_FILE)) lookThrough(dataDir, AWS_FILE, database);
    database.exec('BEGIN EXCLUSIVE; COMMIT');
    mark(database, names.includes(AWS_FILE), refused);
    return database;
  } catch (error) {
    database?.close();
    throw error instanceof DataDirectoryRefused ? error : refused(troubleWith(AWS_FILE, error), error);
  }
}

type Refused = (why: string, cause?: unknown) => DataDirectoryRefused;

function filesOf(dataDir: string, refused: Refused): readonly string[] {
  try {
    mkdirSync(dataDir, { recursive: true });
    return readdirSync(dataDir);
  } catch (error) {
    throw refused(`cannot be made or read: ${messageOf(error)}. Give a directory that you may write`, error);
  }
}

/** Meets what is broken in a database before it is written to. */
function lookThrough(dataDir: string, file: string, database: DatabaseSync): DatabaseSync {
  database.prepare('SELECT COUNT(*) FROM sqlite_master').get();
  if (statSync(join(dataDir, file)).size > LOOKED_THROUGH) return database;
  const found = database.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
  if (found.quick_check !== 'ok') throw new Error(found.quick_check);
  return database;
}

function mark(database: DatabaseSync, isOld: boolean, refused: Refused): void {
  const { application_id: id } = database.prepare('PRAGMA application_id').get() as { application_id: number };
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  // A process that was killed before it wrote anything leaves an empty file.
  const { tables } = database.prepare('SELECT COUNT(*) AS tables FROM sqlite_master').get() as { tables: number };
  if (!isOld || tables === 0) {
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA}`);
    return;
  }
  if (id !== APPLICATION_ID && id !== 0) throw refused(`${AWS_FILE} belongs to another application`);
  if (version !== SCHEMA) {
    throw refused(
      `got schema ${version}, expected ${SCHEMA}: it was made by another release. Start it with that one, or give a new directory`,
    );
  }
}

/** SQLite's own number for what went wrong, apart from its details. */
const codeOf = (error: unknown): number => ((error as { errcode?: number } | null)?.errcode ?? 0) & 0xff;
const BUSY = 5;
const FULL = 13;

function troubleWith(file: string, error: unknown): string {
  return codeOf(error) === BUSY
    ? `${file} is in use by another process. End that one first, or give another directory`
    : `${file} is not whole: ${messageOf(error)}. Bring it back from a copy, or give a new directory`;
}

/** Whether a write failed because there is no room left. */
export const isDiskFull = (error: unknown): boolean => codeOf(error) === FULL;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const mebibytes = (bytes: number): number => Math.floor(bytes / 1024 / 1024);

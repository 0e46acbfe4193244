import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A running DynamoDB: where it is, and how to end it. */
export interface DynamoEndpoint {
  readonly host: string;
  readonly port: number;
  /** Drops the stream records of a table before one that was consumed; an endpoint that is not ours keeps its own. */
  forgetStream?(table: string, before: string): void;
  stop(): Promise<void>;
}

/**
 * The shell ends the database when its standard input closes, which happens when this process ends, in whatever way:
 * also when it is killed and can do nothing about it.
 */
const SUPERVISED = '"$@" & child=$!; cat >/dev/null; kill $child 2>/dev/null; wait $child 2>/dev/null';

/** Starts the DynamoDB of the embedded stack on `dbPath`, or uses the endpoint in `AWS_ENDPOINT_URL_DYNAMODB`. */
export async function startDynamo(
  dbPath: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<DynamoEndpoint> {
  const given = environment.AWS_ENDPOINT_URL_DYNAMODB;
  if (given !== undefined) {
    const url = new URL(given);
    return { host: url.hostname, port: Number(url.port || 80), stop: () => Promise.resolve() };
  }
  const binary = findBinary(environment);
  const port = await freePort();
  const child = spawn(
    '/bin/sh',
    ['-c', SUPERVISED, 'sh', binary, 'serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', dbPath],
    { stdio: ['pipe', 'ignore', 'pipe'] },
  );
  child.unref();
  await listening(port, child);
  indexStream(dbPath);
  return {
    host: '127.0.0.1',
    port,
    forgetStream: (table, before) => forgetStream(dbPath, table, before),
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.ref();
      child.stdin?.end();
      await ended;
    },
  };
}

function findBinary(environment: NodeJS.ProcessEnv): string {
  if (environment.DYNOXIDE_BIN !== undefined) return environment.DYNOXIDE_BIN;
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    const binary = join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'dynoxide');
    if (existsSync(binary)) return binary;
  } catch {
    // Not installed: said below, with what can be done.
  }
  throw new Error(
    `The embedded stack found no DynamoDB: expected the optional package ${name}, an executable in DYNOXIDE_BIN, ` +
      'or an endpoint in AWS_ENDPOINT_URL_DYNAMODB (any DynamoDB-compatible server).',
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1');
  return address.port;
}

/** Resolves when the database says that it listens. */
function listening(port: number, child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (data: Buffer) => {
      said = (said + data.toString('utf8')).slice(-2_000);
      if (said.includes('listening on')) resolve();
      else if (/error/i.test(said)) child.stdin?.end();
    });
    child.once('exit', () =>
      reject(new Error(`The DynamoDB process ended before it listened on 127.0.0.1:${port}. It said: ${said.trim()}`)),
    );
  });
}

/** The record itself stays: the next sequence number follows from the newest. */
function forgetStream(dbPath: string, table: string, before: string): void {
  const database = new DatabaseSync(dbPath);
  database.exec('PRAGMA busy_timeout = 5000');
  database
    .prepare(
      'DELETE FROM _stream_records WHERE table_name = ? AND CAST(sequence_number AS INTEGER) < CAST(? AS INTEGER)',
    )
    .run(table, before);
  database.close();
}

/** Without this index each write looks through all stream records for the next sequence number. */
function indexStream(dbPath: string): void {
  const database = new DatabaseSync(dbPath);
  database.exec(
    'PRAGMA busy_timeout = 5000; CREATE INDEX IF NOT EXISTS embedded_stream_sequence ' +
      'ON _stream_records(table_name, CAST(sequence_number AS INTEGER))',
  );
  database.close();
}

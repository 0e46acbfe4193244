import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startDynamo } from '../../local/aws/dynoxide.ts';
import { MemoryDynamo } from '../../local/aws/memory-dynamo/memory-dynamo.ts';
import { memoryClient } from '../../local/aws/memory-dynamo/memory-service.ts';

/** A DynamoDB of its own for one test file. */
export interface TestDynamo {
  readonly client: DynamoDBClient;
  /** Makes tables Journeys and Identities under names nobody else uses. */
  tables(): Promise<{ readonly journeys: string; readonly identities: string }>;
  stop(): Promise<void>;
}

export interface Backend {
  readonly name: string;
  start(): Promise<TestDynamo>;
}

const dynoxide: Backend = {
  name: 'dynoxide',
  async start() {
    const folder = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'atmp-test-'));
    const endpoint = await startDynamo(join(folder, 'db'), { ...process.env });
    return dynamoAt(`http://${endpoint.host}:${endpoint.port}`, async () => {
      await endpoint.stop();
      await rm(folder, { recursive: true, force: true });
    });
  },
};

/** The tables of simulations. */
const memory: Backend = {
  name: 'tables in memory',
  async start() {
    const dynamo = new MemoryDynamo();
    return tablesAt(
      memoryClient((operation, input) => dynamo.do(operation, input)),
      async () => undefined,
    );
  },
};

const JARS = '.cache/dynamodb-local/jars';

const dynamoDbLocal: Backend = {
  name: 'DynamoDB Local',
  async start() {
    const port = await freePort();
    const child = spawn(
      'java',
      [
        '-Xmx256m',
        `-Dsqlite4java.library.path=${JARS}`,
        '-cp',
        `${JARS}/*`,
        'scripts/LoopbackDynamo.java',
        '-inMemory',
        '-disableTelemetry',
        '-port',
        String(port),
      ],
      { stdio: ['pipe', 'pipe', 'pipe'] },
    );
    await saying(child, 'listening on loopback');
    return dynamoAt(`http://127.0.0.1:${port}`, async () => {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    });
  },
};

/** Backends of this machine: dynoxide and tables in memory everywhere, and Amazon's own where Java and its jars are. */
export const backends: readonly Backend[] = [dynoxide, memory, ...(hasDynamoDbLocal() ? [dynamoDbLocal] : [])];

export const startDynoxide = (): Promise<TestDynamo> => dynoxide.start();

/** Tables in this process. */
export const startInMemory = (): Promise<TestDynamo> => memory.start();

function hasDynamoDbLocal(): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const java = folders.some((folder) => isExecutable(join(folder, 'java')));
  const there = java && existsSync(JARS);
  if (!there) {
    const why = java ? 'run scripts/dynamodb-local.sh' : 'there is no Java on this machine';
    process.stderr.write(`Store contract: DynamoDB Local is not run (${why}); dynoxide is.\n`);
  }
  return there;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

let made = 0;

function dynamoAt(endpoint: string, stop: () => Promise<void>): TestDynamo {
  const client = new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  return tablesAt(client, async () => {
    client.destroy();
    await stop();
  });
}

function tablesAt(client: DynamoDBClient, stop: () => Promise<void>): TestDynamo {
  const key = (AttributeName: string, KeyType: 'HASH' | 'RANGE') => ({ AttributeName, KeyType });
  /** As the records stack makes them: all of an item, or its keys and the attributes named. */
  const index = (IndexName: string, pk: string, sk: string, ...attributes: readonly string[]) => ({
    IndexName,
    KeySchema: [key(pk, 'HASH'), key(sk, 'RANGE')],
    Projection:
      attributes.length === 0
        ? { ProjectionType: 'ALL' as const }
        : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...attributes] },
  });
  const create = (TableName: string, indexes: ReturnType<typeof index>[]) =>
    client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
        AttributeDefinitions: [
          'pk',
          'sk',
          ...indexes.flatMap(({ KeySchema }) => KeySchema.map((k) => k.AttributeName)),
        ].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
        ...(indexes.length === 0 ? {} : { GlobalSecondaryIndexes: indexes }),
      }),
    );
  return {
    client,
    async tables() {
      made += 1;
      const journeys = `Journeys-${made}`;
      const identities = `Identities-${made}`;
      await create(journeys, [index('worklist', 'wpk', 'wsk', 'summary'), index('pending', 'ppk', 'psk')]);
      await create(identities, []);
      return { journeys, identities };
    },
    stop,
  };
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

function saying(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (data: Buffer): void => {
      said = (said + data.toString('utf8')).slice(-4000);
      if (said.includes(words)) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`It ended before it listened. It said: ${said}`)));
  });
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { temporaryDirectory } from '../../local/temporary-directory.ts';

const ATMP = fileURLToPath(new URL('../../bin/atmp.ts', import.meta.url));

/** `npm start -- --virtual-clock --data DIR` as a process of its own, to be killed and started again. */
export class KilledStack {
  readonly url: string;
  /** How many mails had been sent at each kill. */
  readonly mailsAtKills: number[] = [];
  readonly #directory = temporaryDirectory();
  readonly #dataDir = join(this.#directory, 'data');
  readonly #port: number;
  readonly #environment: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;
  #said = '';
  #ready: Promise<void> = Promise.resolve();

  private constructor(port: number, webhookSecret: string) {
    this.#port = port;
    this.url = `http://localhost:${port}`;
    this.#environment = {
      ...process.env,
      EHR_WEBHOOK_SECRET: webhookSecret,
      // What a process compiled the next need not compile again: starting is most of what many kills cost.
      NODE_COMPILE_CACHE: join(this.#directory, 'compiled'),
    };
  }

  static async start(webhookSecret: string): Promise<KilledStack> {
    const stack = new KilledStack(await freePort(), webhookSecret);
    stack.#spawn();
    await stack.ready();
    // Only a process that ends by itself leaves what it compiled.
    await stack.#end((pid) => process.kill(pid, 'SIGTERM'));
    stack.#spawn();
    await stack.ready();
    return stack;
  }

  /** Resolves when the newest process answers. */
  ready(): Promise<void> {
    return this.#ready;
  }

  /** Kills the process, or with it the database under it, and starts it again on the same data. */
  async kill(whole: boolean): Promise<void> {
    await this.ready();
    await this.#end((pid) => process.kill(whole ? -pid : pid, 'SIGKILL'));
    const database = new DatabaseSync(join(this.#dataDir, 'aws.sqlite'));
    const row = database.prepare('SELECT COUNT(*) AS mails FROM mail').get() as { mails: number };
    database.close();
    this.mailsAtKills.push(row.mails);
    this.#spawn();
  }

  async stop(): Promise<void> {
    await this.#end((pid) => process.kill(-pid, 'SIGKILL'));
    rmSync(this.#directory, { recursive: true, force: true });
  }

  #spawn(): void {
    const child = spawn(
      process.execPath,
      [ATMP, 'start', '--virtual-clock', '--data', this.#dataDir, '--port', String(this.#port)],
      // A group of its own, so that the database can be killed with it.
      { stdio: ['ignore', 'ignore', 'pipe'], env: this.#environment, detached: true },
    );
    child.stderr?.on('data', (data: Buffer) => {
      this.#said = (this.#said + data.toString('utf8')).slice(-4_000);
    });
    this.#child = child;
    this.#ready = this.#answers(child);
    // Whoever waits for it hears of it; nobody may be waiting yet.
    this.#ready.catch(() => undefined);
  }

  async #answers(child: ChildProcess): Promise<void> {
    while (child.exitCode === null && child.signalCode === null) {
      const answer = await fetch(`${this.url}/local/clock`).catch(() => undefined);
      await answer?.arrayBuffer();
      if (answer?.status === 200) return;
      await wait(20);
    }
    if (child.signalCode !== 'SIGKILL') throw new Error(`The stack ended by itself. It said: ${this.#said}`);
  }

  async #end(signal: (pid: number) => void): Promise<void> {
    const child = this.#child;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    signal(child.pid);
    await ended;
  }
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

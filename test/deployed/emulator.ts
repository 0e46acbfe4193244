import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { Endpoint } from '../../local/cli/signed-request.ts';
import { start } from './child-processes.ts';
import { NotReady } from './expected-trouble.ts';
import { installMiniStack } from './python.ts';
import { until } from './until.ts';

const CREDENTIALS = { region: 'eu-central-1', accessKeyId: 'test', secretAccessKey: 'test' } as const;

/**
 * The endpoint in AWS_ENDPOINT_URL, or `count` MiniStacks started for this test alone: each has one clock, so journeys
 * that are played at the same time need one each.
 */
export async function emulators(
  env: Readonly<Record<string, string | undefined>>,
  { cacheDir, workDir, count }: { readonly cacheDir: string; readonly workDir: string; readonly count: number },
): Promise<readonly Endpoint[]> {
  if (env.AWS_ENDPOINT_URL !== undefined) {
    await fetch(env.AWS_ENDPOINT_URL).catch((cause: unknown) => {
      throw new NotReady(`AWS_ENDPOINT_URL: expected an emulator at ${env.AWS_ENDPOINT_URL}, nobody answers`, {
        cause,
      });
    });
    return [
      {
        url: env.AWS_ENDPOINT_URL.replace(/\/$/, ''),
        region: env.AWS_REGION ?? CREDENTIALS.region,
        accessKeyId: env.AWS_ACCESS_KEY_ID ?? CREDENTIALS.accessKeyId,
        secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? CREDENTIALS.secretAccessKey,
      },
    ];
  }
  const program = await installMiniStack(cacheDir);
  const endpoints: Endpoint[] = [];
  // One after the other: the next looks for a free port when this one has taken its own.
  while (endpoints.length < count) {
    endpoints.push(await startMiniStack(program, join(workDir, `ministack-${endpoints.length + 1}`)));
  }
  return endpoints;
}

/** MiniStack on loopback. It hands its whole environment to the functions it runs, so it gets a clean one. */
async function startMiniStack(program: string, workDir: string): Promise<Endpoint> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const logFile = join(workDir, 'ministack.log');
  const folders = { HOME: join(workDir, 'home'), TMPDIR: join(workDir, 'tmp'), STATE_DIR: join(workDir, 'state') };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  const log = openSync(logFile, 'w');
  const child = start(program, [], {
    cwd: workDir,
    stdio: ['ignore', log, log],
    env: {
      ...folders,
      // Functions run on the first `node` of this path: the one that runs this test.
      PATH: [dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(':'),
      LANG: 'C.UTF-8',
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      IOT_MTLS_ENABLED: '0',
      SFTP_ENABLED: '0',
      MINISTACK_REGION: CREDENTIALS.region,
      AWS_DEFAULT_REGION: CREDENTIALS.region,
    },
  });
  closeSync(log);
  let ended = false;
  for (const event of ['exit', 'error'] as const) {
    child.once(event, () => {
      ended = true;
    });
  }
  await until('Start of MiniStack', 30, async () => {
    if (ended) throw new Error(`MiniStack ended before it was ready:\n${readFileSync(logFile, 'utf8').slice(-4000)}`);
    const ready = await fetch(`${url}/_ministack/ready`).catch(() => undefined);
    return ready?.ok ? { answer: true } : { waitsFor: `${url}/_ministack/ready` };
  });
  return { url, ...CREDENTIALS };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('Free port: expected an address, got none'));
      });
    });
  });
}

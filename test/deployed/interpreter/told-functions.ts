import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { type Endpoint, signedFetch } from '../../../local/cli/signed-request.ts';
import type { Told } from '../../local/step-functions/suite/told.ts';

/** An archive of nothing: no code of it ever runs. */
const EMPTY_ZIP = Buffer.from('PK\u0005\u0006'.padEnd(22, '\0')).toString('base64');

/** Functions of the emulator that do what cases say: MiniStack sends their invocations here, none has code of its own. */
export interface ToldFunctions {
  make(name: string, does: Told): Promise<void>;
  close(): void;
}

export async function toldFunctions(endpoint: Endpoint): Promise<ToldFunctions> {
  const functions = new Map<string, Told>();
  const server = createServer((request, response) => void invoked(functions, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Functions: expected a port, got none');
  return {
    async make(name, does) {
      functions.set(`/${name}`, does);
      await create(endpoint, name, `http://127.0.0.1:${address.port}/${name}`);
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function invoked(functions: ReadonlyMap<string, Told>, request: IncomingMessage, response: ServerResponse) {
  const answer = functions.get(request.url ?? '')?.answer(await json(request)) ?? { refused: 'NoSuchFunction' };
  response.statusCode = 'value' in answer ? 200 : 500;
  response.end(JSON.stringify('value' in answer ? answer.value : answer));
}

async function create(endpoint: Endpoint, name: string, url: string): Promise<void> {
  const reply = await signedFetch(endpoint, {
    service: 'lambda',
    method: 'POST',
    path: '/2015-03-31/functions',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      FunctionName: name,
      Runtime: 'nodejs24.x',
      Role: 'arn:aws:iam::000000000000:role/suite',
      Handler: 'index.handler',
      Timeout: 20,
      Code: { ZipFile: EMPTY_ZIP },
      Environment: { Variables: { MINISTACK_LAMBDA_PROXY_URL: url } },
    }),
  });
  if (!reply.ok) throw new Error(`Function ${name}: expected it to be made, got ${reply.status} ${await reply.text()}`);
}

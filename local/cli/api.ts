import { awsIdentity } from './aws-identity.ts';
import { type AwsIdentity, signedFetch } from './signed-request.ts';
import { Trouble } from './trouble.ts';
import { isLoopback, urlUnder } from './url-under.ts';

/** `--url` of every command: the integration API of a deployed stack, or the embedded one. */
export const URL_OPTION = {
  type: 'string',
  default: process.env.ATMP_URL || 'http://localhost:8787',
  description: 'where the stack runs, with its stage, e.g. https://…/live; without it, ATMP_URL',
} as const;

export interface Called {
  readonly status: number;
  readonly body: unknown;
}

export interface Init {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One call to the HTTP contract of design 6; anything but the expected status is an error a person can act on. */
export const call = (
  url: string,
  path: string,
  init: Init = {},
  expected: readonly number[] = [200],
): Promise<Called> => answerOf(url, path, init, expected, () => fetch(urlUnder(url, path), { ...init }));

/**
 * One call to `/ops`. A deployed stack knows who calls by IAM, so the request is signed; the embedded one asks nobody.
 *
 * @param identify gives the identity for a URL, or undefined where nothing is signed
 */
export async function callOps(
  url: string,
  path: string,
  init: Init = {},
  expected: readonly number[] = [200],
  identify: (url: string) => Promise<AwsIdentity | undefined> = awsIdentity,
): Promise<Called> {
  const identity = await identify(url);
  if (identity === undefined) return call(url, path, init, expected);
  const request = { service: 'execute-api', method: 'GET', path, ...init };
  return answerOf(url, path, init, expected, () => signedFetch({ ...identity, url }, request));
}

async function answerOf(
  url: string,
  path: string,
  { method = 'GET' }: Init,
  expected: readonly number[],
  send: () => Promise<Response>,
): Promise<Called> {
  let response: Response;
  try {
    response = await send();
  } catch (error) {
    if (error instanceof Trouble) throw error;
    const hint = isLoopback(url) ? 'Start it with: npm start' : 'Check the address (--url or ATMP_URL) and the network';
    throw new Trouble(`Nothing answers at ${url}. ${hint}`, { cause: error });
  }
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  const body = isJson && text !== '' ? (JSON.parse(text) as unknown) : text;
  if (!expected.includes(response.status)) {
    throw new Trouble(
      `${method} ${path}: got ${response.status}, expected ${expected.join(' or ')}: ${JSON.stringify(body)}`,
    );
  }
  return { status: response.status, body };
}

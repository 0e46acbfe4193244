import { Trouble } from './trouble.ts';
/** The embedded stack that the commands talk to; a deployed one is reached by its own URLs. */
export const DEFAULT_URL = 'http://localhost:8787';

export interface Called {
  readonly status: number;
  readonly body: unknown;
}

/** One call to the HTTP contract of design 6; anything but the expected status is an error a person can act on. */
export async function call(
  url: string,
  path: string,
  init: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string },
  expected: readonly number[] = [200],
): Promise<Called> {
  let response: Response;
  try {
    response = await fetch(new URL(path, url), init);
  } catch (error) {
    throw new Trouble(`Nothing answers at ${url}. Start it with: npm start`, { cause: error });
  }
  const text = await response.text();
  const body = (response.headers.get('content-type') ?? '').includes('json') ? (JSON.parse(text) as unknown) : text;
  if (!expected.includes(response.status)) {
    throw new Trouble(
      `${init.method ?? 'GET'} ${path}: got ${response.status}, expected ${expected.join(' or ')}: ${JSON.stringify(body)}`,
    );
  }
  return { status: response.status, body };
}

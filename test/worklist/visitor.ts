import type { Stage } from '../../local/scenario/embedded-stage.ts';
import { EXAMPLE_PIN } from '../../local/scenario/staff.ts';

export interface Page {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
}

export const FROM_OUR_PAGES = { 'sec-fetch-site': 'same-origin' } as const;

/** A person with a browser of their own: keeps the cookie, follows nothing by itself. */
export function visitor({ stack }: Stage) {
  let cookie = '';
  const request = async (path: string, init: RequestInit = {}): Promise<Page> => {
    const headers = { ...(cookie === '' ? {} : { cookie }), ...(init.headers as Record<string, string> | undefined) };
    const response = await fetch(`${stack.url}${path}`, { ...init, headers, redirect: 'manual' });
    const set = response.headers.get('set-cookie');
    if (set !== null) cookie = set.split(';', 1)[0] ?? '';
    return { status: response.status, html: await response.text(), headers: response.headers };
  };
  const post = (
    path: string,
    pairs: Readonly<Record<string, string>>,
    headers: Record<string, string> = FROM_OUR_PAGES,
  ) =>
    request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(pairs).toString(),
    });
  return {
    get: (path: string) => request(path),
    json: async (path: string): Promise<unknown> =>
      JSON.parse((await request(path, { headers: { accept: 'application/json' } })).html),
    post,
    signIn: (id: string, pin = EXAMPLE_PIN, next = '/worklist') => post('/sign-in', { signer: id, pin, next }),
    cookie: () => cookie,
    borrow: (other: string) => {
      cookie = other;
    },
  };
}
export type Visitor = ReturnType<typeof visitor>;

/** The value of the first hidden field of that name. */
export const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

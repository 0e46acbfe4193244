import { EXAMPLE_PIN } from './staff.ts';
import type { Reply, World } from './world.ts';

/** What a browser shows after it was sent on where it was sent to. */
export interface Page {
  readonly status: number;
  readonly html: string;
}

/** A person at a browser of their own, who signs in, reads pages and posts their forms. */
export interface Browser {
  signIn(id: string): Promise<void>;
  open(path: string): Promise<Page>;
  /** Posts a form of a page that is shown. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Page>;
}

const MOST_STOPS = 5;

export function browserAt(world: World): Browser {
  let cookie = '';
  const request = async (path: string, init: Parameters<World['request']>[1]): Promise<Page> => {
    let reply = await send(path, init);
    let stops = 0;
    for (; reply.location !== undefined && stops < MOST_STOPS; stops += 1) {
      reply = await send(reply.location.startsWith('?') ? `${path}${reply.location}` : reply.location, {
        method: 'GET',
      });
    }
    return { status: reply.status, html: String(reply.body) };
  };
  const send = async (path: string, { headers = {}, ...init }: Parameters<World['request']>[1]): Promise<Reply> => {
    const kept = cookie === '' ? {} : { cookie };
    const reply = await world.request(path, { ...init, headers: { accept: 'text/html', ...headers, ...kept } });
    if (reply.cookie !== undefined) cookie = reply.cookie;
    return reply;
  };
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(fields).toString(),
    });
  return {
    open: (path) => request(path, { method: 'GET' }),
    post,
    async signIn(id) {
      const { status } = await post('/sign-in', { signer: id, pin: EXAMPLE_PIN, next: '/worklist' });
      if (status !== 200) throw new Error(`Sign-in of ${id}: expected 200, got ${status}`);
    },
  };
}

/** The value of the first hidden field of that name. */
export const hiddenField = ({ html }: Page, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** Throws when a page does not say what the story tells. */
export function expectShown(
  { status, html }: Page,
  wanted: { readonly status?: number; readonly says?: readonly string[] },
): void {
  const { status: expected = 200, says = [] } = wanted;
  if (status !== expected) throw new Error(`Page: expected ${expected}, got ${status}`);
  const missing = says.filter((text) => !html.includes(text));
  if (missing.length > 0) throw new Error(`Page: expected it to say ${missing.join('; ')}, and it does not`);
}

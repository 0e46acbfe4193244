import { isForm, json, type Request, type Response } from './http.ts';

/**
 * The routes of people take JSON of programs and of our own pages. A page elsewhere can have a browser post any text with what it
 * keeps for us, but says so: as another content type, or by `Sec-Fetch-Site`. Forms are checked where their pages are known.
 */
export const postedByPeople =
  (handle: (request: Request) => Promise<Response>) =>
  async (request: Request): Promise<Response> =>
    notOurs(request) ?? (await handle(request));

function notOurs(request: Request): Response | undefined {
  const { method, headers, body } = request;
  if (method !== 'POST' || isForm(request) || body.byteLength === 0) return undefined;
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') {
    return json(415, {
      code: 'invalid',
      message: `Content-Type: got ${type.trim() || 'none'}, expected application/json`,
    });
  }
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin'
    ? undefined
    : json(403, { code: 'forbidden', message: 'Sec-Fetch-Site: expected same-origin, a page of ours' });
}

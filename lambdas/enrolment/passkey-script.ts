import { json, type Request, type Response } from '../middleware/http.ts';
import { CEREMONY_SCRIPT_NAME, PASSKEY_SCRIPT_NAME } from '../pages/design/passkey-script.ts';

/** In a bundle, the scripts that the deployment made (`lib/constructs/browser-scripts.ts`); elsewhere nothing. */
declare const PASSKEY_SCRIPT: string | undefined;
declare const CEREMONY_SCRIPT: string | undefined;

/** Where scripts come from that were made while running from source. */
export type FromSource = Readonly<{ PASSKEY_SCRIPT?: string | undefined; CEREMONY_SCRIPT?: string | undefined }>;

/** The scripts of pages with passkeys, by the names that change with them. */
export function passkeyScript({ parameters }: Request, fromSource: FromSource): Response {
  const isBundled = typeof PASSKEY_SCRIPT === 'string' && typeof CEREMONY_SCRIPT === 'string';
  const { PASSKEY_SCRIPT: offer, CEREMONY_SCRIPT: ceremony } = isBundled
    ? { PASSKEY_SCRIPT, CEREMONY_SCRIPT }
    : fromSource;
  const script = new Map([
    [PASSKEY_SCRIPT_NAME, offer],
    [CEREMONY_SCRIPT_NAME, ceremony],
  ]).get(parameters.file ?? '');
  if (script === undefined) return json(404, { code: 'not-found', message: 'There is no such file.' });
  const headers = {
    'content-type': 'text/javascript; charset=utf-8',
    // Run from source, its name stays when it changes.
    'cache-control': isBundled ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  return { status: 200, headers, body: script };
}

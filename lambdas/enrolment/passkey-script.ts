import { json, type Request, type Response } from '../middleware/http.ts';
import { PASSKEY_SCRIPT_NAME } from '../pages/design/passkey-script.ts';

/** In a bundle, the script that the deployment made (`lib/constructs/browser-script.ts`); elsewhere nothing. */
declare const PASSKEY_SCRIPT: string | undefined;

/** The script of pages with passkeys, by the name that changes with it. */
export function passkeyScript({ parameters }: Request, fromSource: () => string | undefined): Response {
  const isBundled = typeof PASSKEY_SCRIPT === 'string';
  const script = isBundled ? PASSKEY_SCRIPT : fromSource();
  if (parameters.file !== PASSKEY_SCRIPT_NAME || script === undefined) {
    return json(404, { code: 'not-found', message: 'There is no such file.' });
  }
  const headers = {
    'content-type': 'text/javascript; charset=utf-8',
    // Run from source, its name stays when it changes.
    'cache-control': isBundled ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  return { status: 200, headers, body: script };
}

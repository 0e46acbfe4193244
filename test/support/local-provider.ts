import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';

/** As whom, how and when the next person logs in at the provider. */
export interface NextLogin {
  readonly accountId: string;
  readonly acr?: string;
  readonly amr?: string[];
  /** Seconds since 1970; now unless given. */
  readonly ts?: number;
}

export interface LocalProvider {
  readonly issuer: string;
  /** Makes the client known; its secret is made by the stack, after the provider has its address. */
  serve(clientId: string, clientSecret: string, redirectUri: string): void;
  next: NextLogin | 'denied';
  stop(): Promise<void>;
}

/** A real OpenID Connect provider on loopback, at which whoever comes logs in at once as `next`. */
export async function localProvider(): Promise<LocalProvider> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: 'one', use: 'sig', alg: 'ES256' };
  let handle: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => {
    response.writeHead(503).end();
  };
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const local: LocalProvider = {
    issuer,
    next: 'denied',
    serve(clientId, clientSecret, redirectUri) {
      const configuration: Configuration = {
        clients: [
          {
            client_id: clientId,
            client_secret: clientSecret,
            redirect_uris: [redirectUri],
            grant_types: ['authorization_code'],
            response_types: ['code'],
            id_token_signed_response_alg: 'ES256',
          },
        ],
        jwks: { keys: [key] },
        cookies: { keys: ['a key for tests'] },
        // Said in the ID token, as providers of hospitals do.
        conformIdTokenClaims: false,
        claims: { openid: ['sub', 'acr', 'amr'] },
        features: { devInteractions: { enabled: false } },
        interactions: { url: (_, { uid }) => `/interaction/${uid}` },
        loadExistingGrant: async ({ oidc }) => {
          const grant = new oidc.provider.Grant({
            clientId: oidc.client?.clientId ?? '',
            accountId: oidc.session?.accountId ?? '',
          });
          grant.addOIDCScope('openid');
          await grant.save();
          return grant;
        },
        findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
      };
      const provider = new Provider(issuer, configuration);
      const callback = provider.callback();
      handle = (request, response) => {
        if (request.url?.startsWith('/interaction/') !== true) {
          callback(request, response);
          return;
        }
        const { next } = local;
        const result =
          next === 'denied'
            ? { error: 'access_denied', error_description: 'cancelled' }
            : { login: { remember: false, ...next } };
        void provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
      };
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return local;
}

/** Follows the provider's redirects with a browser's cookies, until it leads back to `origin`. */
export async function logInAt(url: string, origin: string): Promise<string> {
  const cookies = new Map<string, string>();
  let at = url;
  for (let hops = 0; hops < 10; hops += 1) {
    if (at.startsWith(origin)) return at.slice(origin.length);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { headers: { cookie }, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';', 1);
      const [name = '', value = ''] = pair.split('=', 2);
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`Provider: got ${response.status} at ${at}: ${await response.text()}`);
    at = new URL(location, at).href;
  }
  throw new Error('Provider: expected to be led back within ten hops');
}

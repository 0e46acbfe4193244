import type { Login } from '../adapters/id-token.ts';
import type { PendingLogin } from '../adapters/pending-logins.ts';
import { hashOf } from '../domain/audit/hash.ts';
import type { OidcProof } from '../domain/events/oidc-proof.ts';
import { ok, refuse } from '../domain/outcome.ts';
import { intentOf, oidcNonce } from '../domain/sign-off/signing-intent.ts';
import type { OpenedStep } from '../sign-off/opened-step.ts';
import { type Authenticate, intendedNow, namedIn, personOf } from '../sign-off/sign.ts';
import type { OpenIdDeps } from './openid-deps.ts';
import { whoLoggedIn } from './who-logged-in.ts';

/** Said where somebody else came back first with the same log-in. */
export const USED = refuse('expired', 'This sign-in was used before. Open the step again and sign in anew.');

interface Returned {
  readonly stateHash: string;
  readonly pending: PendingLogin;
  readonly login: Login;
}

/** Proven by a fresh log-in at the hospital's provider, whose token carries the hash of exactly what would be recorded now. */
export const byOidc =
  (deps: OpenIdDeps, opened: OpenedStep, { stateHash, pending, login }: Returned): Authenticate =>
  async (submission, restsOn) => {
    const person = await whoLoggedIn(deps, pending.signer, login);
    if (!person.ok) return person;
    const who = { ...personOf(person.value), assurance: 'oidc' } as const;
    const named = await namedIn(deps, opened, submission, restsOn, who);
    const event = intendedNow(deps, opened, submission, who, named);
    if (!event.ok) return event;
    const intent = intentOf(event.value, submission.nonce);
    if (oidcNonce(intent) !== pending.nonce) {
      return refuse('changed', 'What was shown has changed. Load the step again and read it before signing.');
    }
    return ok({
      member: person.value,
      assurance: 'oidc',
      oidc: { proof: proofOf(deps, login, submission.nonce), intentHash: hashOf(intent) },
      named,
      alongside: [deps.logins.used(stateHash, deps.now())],
      lost: async () => ((await deps.logins.find(stateHash))?.usedAt === undefined ? null : USED.refusal),
    });
  };

/** The token is kept where it says nothing of a person but their subject; else its hash alone. */
const proofOf = (
  { issuer, clientId }: OpenIdDeps,
  { authTime, acr, amr, token, tokenSha256, key, isBare }: Login,
  nonce: string,
): OidcProof => ({
  issuer,
  clientId,
  authTime,
  ...(acr === undefined ? {} : { acr }),
  ...(amr === undefined ? {} : { amr: [...amr] }),
  tokenSha256,
  ...(isBare && key !== undefined ? { token, key: JSON.parse(JSON.stringify(key)) } : {}),
  nonce,
});

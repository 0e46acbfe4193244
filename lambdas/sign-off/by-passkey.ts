import type { PasskeyRegister } from '../adapters/dynamo-passkeys.ts';
import type { Passkey } from '../adapters/passkey-items.ts';
import { verifyPasskey } from '../adapters/passkey-verifier.ts';
import { canonicalText, hashOf } from '../domain/audit/hash.ts';
import type { EnteredField } from '../domain/events/entered-field.ts';
import type { PasskeyProof } from '../domain/events/passkey-proof.ts';
import { ok, refuse } from '../domain/outcome.ts';
import type { Proof, StaffDirectory } from '../domain/ports.ts';
import { intentOf, type SigningIntent, signingChallenge } from '../domain/sign-off/signing-intent.ts';
import { userId } from '../domain/sign-off/user-id.ts';
import { addressOf } from './address.ts';
import type { Assertion, SignedSubmission } from './assertion.ts';
import { intentFor, withoutReason } from './intent.ts';
import type { LinkDeps, OpenedStep } from './opened-step.ts';
import { type Authenticate, intendedNow, namedIn, personOf } from './sign.ts';

export interface PasskeyDeps extends LinkDeps {
  readonly staff: Pick<StaffDirectory, 'find' | 'onDuty'>;
  readonly passkeys: Pick<PasskeyRegister, 'find' | 'used'>;
  /** Where the pages are, e.g. `https://journeys.hospital.example`: what a passkey signs names it. */
  readonly publicUrl: string;
}

/** One sentence for every reason, so that nobody learns which ids exist or have keys. */
const WRONG = refuse(
  'unauthenticated',
  'This passkey does not belong to the user id, was revoked, or did not sign this.',
);

const CHANGED = refuse('changed', 'Others have filled in more since this was signed. Load the step again.');

/** Proven by a passkey that signed exactly what would be recorded now. */
export const byPasskey =
  (
    deps: Pick<PasskeyDeps, 'now' | 'passkeys' | 'publicUrl' | 'registers' | 'release' | 'staff'>,
    opened: OpenedStep,
    { assertion, entered: offered }: Pick<SignedSubmission, 'assertion' | 'entered'>,
  ): Authenticate =>
  async (submission, restsOn) => {
    const signer = userId(submission.signer);
    const [key, member] = await Promise.all([deps.passkeys.find(signer, assertion.id), deps.staff.find(signer)]);
    if (key === undefined || key.revoked !== undefined || member?.active !== true) return WRONG;
    const who = { ...personOf(member), assurance: 'passkey' } as const;
    const named = await namedIn(deps, opened, submission, restsOn, who);
    const event = intendedNow(deps, opened, submission, who, named);
    const proof = proofOf(key, assertion, submission.nonce, deps.publicUrl);
    if (!event.ok) {
      // Why a person may not sign is told to that person alone, once the key has shown that they are.
      const anybody = intentFor(deps, opened, submission, restsOn);
      if (!anybody.ok) return { ok: false, refusal: withoutReason(anybody.refusal) };
      return (await verifyPasskey(proof, signingChallenge(anybody.value.intent))).ok ? event : WRONG;
    }
    const intent = intentOf(event.value, submission.nonce);
    const passkey = { proof, intentHash: hashOf(intent) };
    // The very same request again: it is answered as before, and its counter has been seen.
    const before = event.value.data.passkey;
    if (before?.signature === proof.signature && before.credentialId === proof.credentialId) {
      return ok({ ...NO_USE, member, assurance: 'passkey', passkey, named });
    }
    const verdict = await verifyPasskey(proof, signingChallenge(intent));
    if (!verdict.ok) return (await isAsOffered(proof, intent, { offered, entered: restsOn.entered })) ? CHANGED : WRONG;
    return ok({ ...useOf(deps, key, verdict.counter), member, assurance: 'passkey', passkey, named });
  };

/**
 * Whether the key signed this as it was offered before others saved, emptied or filled in some of it anew. What was offered is the word
 * of the browser: it decides no more than which of two refusals is given.
 */
async function isAsOffered(
  proof: PasskeyProof,
  intent: SigningIntent,
  { offered, entered }: Readonly<Record<'offered' | 'entered', readonly EnteredField[]>>,
): Promise<boolean> {
  if (canonicalText(offered) === canonicalText(entered)) return false;
  return (await verifyPasskey(proof, signingChallenge({ ...intent, entered: offered }))).ok;
}

/** What a key said, for this address. */
export const proofOf = (key: Passkey, { response }: Assertion, nonce: string, publicUrl: string): PasskeyProof => ({
  credentialId: key.credentialId,
  publicKey: key.publicKey,
  alg: key.alg,
  authenticatorData: response.authenticatorData,
  clientDataJSON: response.clientDataJSON,
  signature: response.signature,
  counterBefore: key.counter,
  ...addressOf(publicUrl),
  nonce,
});

/** How long a proof holds: until its very commit. */
type Use = Pick<Proof, 'alongside' | 'lost'>;

const NO_USE: Use = { alongside: [], lost: async () => null };

/** Fails when the key signed something else, or was revoked, after it was looked up. */
const useOf = (deps: Pick<PasskeyDeps, 'now' | 'passkeys'>, key: Passkey, counter: number): Use => ({
  alongside: [deps.passkeys.used(key, counter, deps.now())],
  async lost() {
    const now = await deps.passkeys.find(key.signer, key.credentialId);
    return now?.counter === key.counter && now.revoked === undefined ? null : WRONG.refusal;
  },
});

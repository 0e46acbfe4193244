import type { StepRef } from '../../lambdas/domain/events/data.ts';
import type { PasskeyProof } from '../../lambdas/domain/events/passkey-proof.ts';
import type { SignedEvent } from '../../lambdas/domain/events/signed-event.ts';
import type { Outcome } from '../../lambdas/domain/outcome.ts';
import { refuse } from '../../lambdas/domain/outcome.ts';
import { intended } from '../../lambdas/domain/sign-off/intended.ts';
import type { Signer } from '../../lambdas/domain/sign-off/permission.ts';
import {
  type EarlierIntent,
  intentOf,
  type SigningIntent,
  signingChallenge,
} from '../../lambdas/domain/sign-off/signing-intent.ts';
import { signerOf } from './builders.ts';
import { evidenceOf } from './evidence.ts';
import { type JourneyDriver, value } from './journey-driver.ts';
import type { SoftwareAuthenticator } from './software-authenticator.ts';

export const ADDRESS = { origin: 'https://journeys.hospital.example', rpId: 'journeys.hospital.example' };
const NONCE = 'nonce';

/** What a passkey says to an event, for a log. */
export function proofOf(
  key: SoftwareAuthenticator,
  event: SignedEvent,
  nonce = NONCE,
  verified = true,
  intent: SigningIntent | EarlierIntent = intentOf(event, nonce),
): PasskeyProof {
  const counterBefore = key.counter;
  const challenge = signingChallenge(intent);
  const { response } = key.assert({ ...ADDRESS, challenge, verified });
  return {
    credentialId: key.credentialId,
    publicKey: key.publicKey,
    alg: -7,
    ...response,
    counterBefore,
    ...ADDRESS,
    nonce,
  };
}

/** Signs a step with a passkey; the journey and not a stack, so that logs can be made quickly. */
export function signByPasskey(
  journey: JourneyDriver,
  ref: StepRef,
  decision: string,
  key: SoftwareAuthenticator,
): void {
  const signer: Signer = { ...signerOf(ref.step), assurance: 'passkey' };
  const evidence = evidenceOf(ref, decision, journey);
  const shown = journey.show(ref);
  let event: Outcome<SignedEvent> | undefined;
  journey.change((scribe, { events }) => {
    const submission = {
      signer: signer.id,
      contentHash: shown.contentHash,
      nonce: NONCE,
      nonceFits: () => true,
      decision,
      evidence: evidence as never,
    };
    event = intended(scribe, events, ref, submission, signer);
    return refuse('invalid', 'only asked');
  });
  if (event === undefined) throw new Error('passkey signing: nothing would be signed');
  value(journey.sign(ref, decision, { evidence, shown, signer: { ...signer, passkey: proofOf(key, value(event)) } }));
}

import type { JourneyEvent } from '../events/journey-event.ts';
import type { PasskeyProof } from '../events/passkey-proof.ts';
import { isSigned, type SignedEvent } from '../events/signed-event.ts';
import { intentOf, signingChallenge } from '../sign-off/signing-intent.ts';
import type { Finding } from './finding.ts';
import { type DossierVerdict, eventsOf, type VerifyOptions, verifyDossier } from './verify-dossier.ts';

/** Whether a passkey signed this challenge; else why not, in words. Needs cryptography, which is an adapter's. */
export type VerifyPasskey = (
  proof: PasskeyProof,
  challenge: Uint8Array<ArrayBuffer>,
) => Promise<{ readonly ok: true } | { readonly ok: false; readonly why: string }>;

export interface WholeVerdict extends DossierVerdict {
  /** Signatures by passkey that were verified anew from the log alone. */
  readonly passkeySignaturesVerified: number;
}

const NOTE =
  'Each passkey signature counted was verified over signer, step, decision, meaning, evidence and hash of what was shown, all taken from its event. Whose a key is stands in the register of staff (atmp staff keys), not in the log.';

/** Everything `verifyDossier` checks, and every signature by passkey. */
export async function verifyWholeDossier(
  given: unknown,
  options: VerifyOptions,
  verify: VerifyPasskey,
): Promise<WholeVerdict> {
  const verdict = verifyDossier(given, options);
  const checked = await checkPasskeys(eventsOf(given), verify);
  const findings = [...verdict.findings, ...checked.findings];
  return {
    ...verdict,
    verified: findings.length === 0,
    passkeySignaturesVerified: checked.verified,
    findings,
    notes: checked.verified === 0 ? verdict.notes : [...verdict.notes, NOTE],
  };
}

async function checkPasskeys(
  events: readonly JourneyEvent[],
  verify: VerifyPasskey,
): Promise<{ readonly verified: number; readonly findings: readonly Finding[] }> {
  let verified = 0;
  const findings: Finding[] = [];
  for (const event of events) {
    if (!isSigned(event)) continue;
    const { passkey, assurance } = event.data;
    if (passkey === undefined && assurance !== 'passkey') continue;
    const why = passkey === undefined || assurance !== 'passkey' ? MISFIT : await whyNot(event, passkey, verify);
    if (why === undefined) verified += 1;
    else findings.push({ kind: 'passkey', seq: event.seq, message: `Passkey signature: ${why}` });
  }
  return { verified, findings };
}

const MISFIT = 'expected assurance passkey together with what the passkey said, got one without the other';

async function whyNot(event: SignedEvent, passkey: PasskeyProof, verify: VerifyPasskey): Promise<string | undefined> {
  const result = await verify(passkey, signingChallenge(intentOf(event, passkey.nonce)));
  return result.ok ? undefined : result.why;
}

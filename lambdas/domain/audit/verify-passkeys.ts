import type { JourneyEvent } from '../events/journey-event.ts';
import type { PasskeyProof } from '../events/passkey-proof.ts';
import { isSigned, type SignedEvent } from '../events/signed-event.ts';
import { fold } from '../journey/apply.ts';
import { stepSigned } from '../journey/corrected.ts';
import type { JourneySite } from '../journey/site-policy.ts';
import { stepKey } from '../journey/state.ts';
import { isBelow, neededAssurance } from '../sign-off/assurance.ts';
import { isIntentOf, signingChallenge } from '../sign-off/signing-intent.ts';
import type { StepName } from '../vocabulary.ts';
import type { Finding } from './finding.ts';
import { type DossierVerdict, eventsOf, type VerifyOptions, verifyDossier } from './verify-dossier.ts';
import { checkOidc, type VerifyIdToken } from './verify-oidc.ts';

/** Whether a passkey signed this challenge; else why not, in words. Needs cryptography, which is an adapter's. */
export type VerifyPasskey = (
  proof: PasskeyProof,
  challenge: Uint8Array<ArrayBuffer>,
) => Promise<{ readonly ok: true } | { readonly ok: false; readonly why: string }>;

export interface WholeVerdict extends DossierVerdict {
  /** Signatures by passkey that were verified anew from the log alone. */
  readonly passkeySignaturesVerified: number;
  /** Signatures by the hospital's sign-in whose token is in the log, and those of which only its hash is. */
  readonly oidcSignaturesVerified: number;
  readonly oidcSignaturesByHashOnly: number;
}

/** What checks signatures again; needs cryptography, which is an adapter's. */
export interface Verifiers {
  readonly passkey: VerifyPasskey;
  readonly idToken: VerifyIdToken;
}

const NOTE =
  'Each passkey signature counted was verified over signer, step, decision, meaning, evidence and hash of what was shown, all taken from its event. When it was signed, and in which order, rests on the chain. Whose a key is stands in the register of staff (atmp staff keys), not in the log.';

const OIDC_NOTE =
  'Each signature by the hospital sign-in that was verified carries a token of the provider over the same as a passkey signature. That the key is the provider’s, and whose log-in a subject is, stand with the provider and in the register of staff, not in the log.';

/** Everything `verifyDossier` checks, and every signature by passkey or by the hospital's sign-in. */
export async function verifyWholeDossier(
  given: unknown,
  options: VerifyOptions,
  verifiers: Verifiers,
): Promise<WholeVerdict> {
  const verdict = verifyDossier(given, options);
  const events = eventsOf(given);
  const checked = await checkPasskeys(events, verifiers.passkey);
  const byOidc = await checkOidc(events, verifiers.idToken);
  const findings = [...verdict.findings, ...checked.findings, ...byOidc.findings];
  return {
    ...verdict,
    verified: findings.length === 0,
    passkeySignaturesVerified: checked.verified,
    oidcSignaturesVerified: byOidc.verified,
    oidcSignaturesByHashOnly: byOidc.byHashOnly,
    findings,
    notes: [
      ...verdict.notes,
      ...(checked.verified === 0 ? [] : [NOTE]),
      ...(byOidc.verified + byOidc.byHashOnly === 0 ? [] : [OIDC_NOTE]),
    ],
  };
}

async function checkPasskeys(
  events: readonly JourneyEvent[],
  verify: VerifyPasskey,
): Promise<{ readonly verified: number; readonly findings: readonly Finding[] }> {
  let verified = 0;
  const findings: Finding[] = [];
  const seen = new Set<string>();
  let site: JourneySite | undefined;
  for (const event of events) {
    if (event.type === 'journey.opened' || event.type === 'case.opened') {
      const { policy, ...named } = event.data.site;
      site = { ...named, ...(policy === undefined ? {} : { policy }) };
    }
    if (!isSigned(event)) continue;
    const { passkey, assurance } = event.data;
    const less = site === undefined ? undefined : lessThanAsked(event, site, events);
    if (less !== undefined) findings.push({ kind: 'passkey', seq: event.seq, message: less });
    if (passkey === undefined && assurance !== 'passkey') continue;
    const isCopy = passkey !== undefined && seen.has(passkey.signature);
    if (passkey !== undefined) seen.add(passkey.signature);
    const why =
      passkey === undefined || assurance !== 'passkey' ? MISFIT : isCopy ? COPY : await whyNot(event, passkey, verify);
    if (why === undefined) verified += 1;
    else findings.push({ kind: 'passkey', seq: event.seq, message: `Passkey signature: ${why}` });
  }
  return { verified, findings };
}

const COPY = 'expected one event for each signature, got one that signed an event before';

/** What was signed with less than the site asked for at this step, by the policy that the journey pinned; acknowledging takes a PIN. */
function lessThanAsked(event: SignedEvent, site: JourneySite, log: readonly JourneyEvent[]): string | undefined {
  if (event.type === 'notice.acknowledged') return undefined;
  const { step } = event.type === 'report.made' ? event.data.at : event.data;
  const needed = neededAssurance({ site }, event.type === 'step.decided' ? recordSigned(event, log) : step);
  const { assurance } = event.data;
  return isBelow(assurance, needed)
    ? `${step}: expected a signature by ${needed} or more, got ${assurance}`
    : undefined;
}

/** The step whose record was signed: of a correction, the one that was corrected. */
function recordSigned({ data }: JourneyEvent<'step.decided'>, log: readonly JourneyEvent[]): StepName {
  const state = data.phase === 'Correction' ? fold(log) : undefined;
  const step = state?.steps[stepKey(data)];
  return state === undefined || step === undefined ? data.step : stepSigned(state, step).step;
}

const MISFIT = 'expected assurance passkey together with what the passkey said, got one without the other';

async function whyNot(event: SignedEvent, passkey: PasskeyProof, verify: VerifyPasskey): Promise<string | undefined> {
  let why: string | undefined;
  const fits = await isIntentOf(event, passkey.nonce, async (intent) => {
    const result = await verify(passkey, signingChallenge(intent));
    if (!result.ok) why ??= result.why;
    return result.ok;
  });
  return fits ? undefined : why;
}

import { bufferToBase64URLString } from '@simplewebauthn/browser';
import canonicalize from 'canonicalize';

export interface Intent extends Readonly<Record<string, unknown>> {
  readonly signer: string;
  readonly decision: string;
  readonly contentHash: string;
  readonly nonce: string;
  readonly occurredAt?: string;
  readonly reason?: string;
  /** In whose place it is done. */
  readonly onBehalfOf?: string;
  /** What it is entered from. */
  readonly paper?: {
    readonly doneBy: string;
    readonly reference: string;
    readonly sha256?: string;
    readonly scan?: { readonly sha256: string };
  };
  /** What of it others had filled in. */
  readonly entered: readonly { readonly field: string; readonly by: string; readonly at: string }[];
}

const sha256 = (text: string): Promise<ArrayBuffer> =>
  window.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));

export const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** True when the server asks to sign what this form shows, and not something else. */
export function isOfForm(intent: Intent, form: FormData): boolean {
  const shown = (name: string): string => String(form.get(name) ?? '');
  return (
    intent.decision === shown('decision') &&
    intent.contentHash === shown('contentHash') &&
    intent.nonce === shown('nonce') &&
    intent.signer === shown('signer').trim().toLowerCase() &&
    (intent.onBehalfOf ?? '') === shown('onBehalfOf').trim().toLowerCase() &&
    (intent.paper?.doneBy ?? '') === shown('paper.doneBy').trim().toLowerCase() &&
    (intent.paper?.reference ?? '') === shown('paper.reference').trim() &&
    (intent.paper?.scan?.sha256 ?? '') === shown('paper.scan.sha256')
  );
}

/**
 * True when whatever others had filled in is said so on the page. One that the signer has changed since is theirs.
 *
 * @param shown field, user id and instant of each, as the page says it
 */
export const isEnteredAsShown = ({ entered }: Intent, shown: readonly (string | undefined)[]): boolean =>
  entered.every(({ field, by, at }) => shown.includes(`${field} ${by} ${at}`));

/** The challenge of an intent over this evidence, which is hashed here and not taken from the server. */
export async function challengeOf(intent: Intent, evidence: unknown): Promise<string> {
  const evidenceSha256 = hex(await sha256(canonicalize(evidence) ?? ''));
  const text = canonicalize({ ...intent, evidenceSha256 });
  return bufferToBase64URLString(await sha256(`atmp-sign/v1\n${text}`));
}

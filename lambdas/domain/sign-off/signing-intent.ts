import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Attachment } from '../attachments/attachment.ts';
import { canonicalText, hashOf } from '../audit/hash.ts';
import type { StepRef } from '../events/data.ts';
import type { EnteredField } from '../events/entered-field.ts';
import type { SignedEvent } from '../events/signed-event.ts';
import type { Instant, Occurrence } from '../time.ts';
import { ACKNOWLEDGE, RECORD, REPORT } from './submission.ts';

/** All that a signature by passkey or by the hospital's sign-in covers. Browser, server and whoever verifies a log compute it each for themselves. */
export interface SigningIntent {
  readonly v: 2;
  readonly journey: string;
  readonly step: StepRef;
  readonly signer: string;
  readonly decision: string;
  readonly meaning: string;
  /** Of what was shown. */
  readonly contentHash: string;
  /** Of the canonical evidence as the server read it. */
  readonly evidenceSha256: string;
  /** Where the signer stated when it happened. */
  readonly occurredAt?: Instant;
  readonly reason?: string;
  /** User id of in whose place it was done. */
  readonly onBehalfOf?: string;
  /** What it was entered from. */
  readonly paper?: {
    readonly doneBy: string;
    readonly reference: string;
    readonly sha256?: string | undefined;
    readonly scan?: Attachment | undefined;
  };
  /** What of it others had filled in, by whom and when; empty where the signer did it all. */
  readonly entered: readonly EnteredField[];
  readonly nonce: string;
}

/** As it was before who filled in what was part of it. */
export type EarlierIntent = Omit<SigningIntent, 'v' | 'entered'> & { readonly v: 1 };

/** What the signer of an event signed, from the event; `nonce` is that of the page they were shown. */
export function intentOf(event: SignedEvent, nonce: string): SigningIntent {
  const { journeyId, by, occurredAt, data } = event;
  const reason = event.type === 'step.decided' ? event.data.reason : undefined;
  const { phase, round, step } = event.type === 'report.made' ? event.data.at : event.data;
  return {
    v: 2,
    journey: journeyId,
    step: { phase, round, step },
    signer: by.id,
    decision: decisionIn(event),
    meaning: data.meaning,
    contentHash: data.contentHash,
    evidenceSha256: hashOf(evidenceIn(event)),
    ...(STATED.includes(occurredAt.known) ? { occurredAt: occurredAt.at } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...onBehalfIn(event),
    ...paperIn(event),
    entered: event.type === 'step.decided' ? (event.data.entered ?? []) : [],
    nonce,
  };
}

/**
 * Whether what was signed fits an event: all of it, or, as earlier releases had it signed, all but who had filled in what. The two are
 * told apart by what was signed itself, so that nothing can be added to an event that was signed with it.
 */
export async function isIntentOf(
  event: SignedEvent,
  nonce: string,
  isSignedIntent: (intent: SigningIntent | EarlierIntent) => Promise<boolean>,
): Promise<boolean> {
  const intent = intentOf(event, nonce);
  const { entered: _entered, ...rest } = intent;
  return (await isSignedIntent(intent)) || (await isSignedIntent({ ...rest, v: 1 }));
}

/** Times that the signer gave. */
const STATED: readonly Occurrence['known'][] = ['stated', 'transcribed'];

function onBehalfIn(event: SignedEvent): Pick<SigningIntent, 'onBehalfOf'> {
  const doneBy = event.type === 'notice.acknowledged' ? event.by : (event.data.paper?.doneBy ?? event.by);
  return 'onBehalfOf' in doneBy && doneBy.onBehalfOf !== undefined ? { onBehalfOf: doneBy.onBehalfOf } : {};
}

function paperIn(event: SignedEvent): Pick<SigningIntent, 'paper'> {
  if (event.type === 'notice.acknowledged' || event.data.paper === undefined) return {};
  const { doneBy, ...paper } = event.data.paper;
  return { paper: { doneBy: doneBy.id, ...paper } };
}

/** The evidence of a signed event as it was sent. */
export function evidenceIn(event: SignedEvent): Readonly<Record<string, unknown>> {
  switch (event.type) {
    case 'step.decided':
      return event.data.evidence;
    case 'checklist.recorded':
      return { ...event.data.values, item: event.data.item };
    case 'report.made':
      return { ...event.data.values, report: event.data.report };
    case 'notice.acknowledged':
      return { rung: event.data.rung };
  }
}

/** The decision of a signed event as it was sent. */
export function decisionIn(event: SignedEvent): string {
  switch (event.type) {
    case 'step.decided':
      return event.data.decision;
    case 'checklist.recorded':
      return RECORD;
    case 'report.made':
      return REPORT;
    case 'notice.acknowledged':
      return ACKNOWLEDGE;
  }
}

/** What the ID token of a log-in must carry that signs this: 64 hex digits. */
export const oidcNonce = (intent: SigningIntent | EarlierIntent): string =>
  bytesToHex(sha256(utf8ToBytes(`atmp-oidc/v1\n${canonicalText(intent)}`)));

/** The 32 bytes that the passkey is asked to sign. */
export const signingChallenge = (intent: SigningIntent | EarlierIntent): Uint8Array<ArrayBuffer> =>
  new Uint8Array(sha256(utf8ToBytes(`atmp-sign/v1\n${canonicalText(intent)}`)));

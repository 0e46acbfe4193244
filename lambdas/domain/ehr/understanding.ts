import type { JourneySite } from '../journey/site-policy.ts';
import type { Instant } from '../time.ts';

/** An identifier with the authority that issued it. */
export interface Identifier {
  readonly system: string;
  readonly value: string;
}

export interface EhrPatient {
  /** At least one; none twice. */
  readonly identifiers: readonly Identifier[];
  /** Those the sender no longer uses for this patient: they find nobody, and only say whom a new one takes the place of. */
  readonly retired?: readonly Identifier[];
  readonly name?: string;
  /** FHIR date: a year, a month or a day. */
  readonly birthDate?: string;
}

/** What an EHR order says, in our words. */
export interface EhrOrder {
  /** The number the ordering system gave it (placer). */
  readonly number: Identifier;
  /** FHIR status, e.g. `revoked`. */
  readonly status: string;
  /** What the status asks for: open a journey, hold the one there is, or nothing. */
  readonly wants: 'open' | 'hold' | 'nothing';
  /** Protocol id. Always there when a journey is to be opened, as are the three below. */
  readonly protocol?: string;
  readonly patient?: EhrPatient;
  readonly orderedAt?: Instant;
  readonly site?: JourneySite;
}

/** Why an authentic message is not acted on. */
export const UNCLEAR = [
  'no-order',
  'several-orders',
  'id-only',
  'modifier-extension',
  'status',
  'intent',
  'order-number',
  'protocol',
  'unverified-protocol',
  'patient',
  'contradictory-identifiers',
  'time',
  'site',
  'unknown-order',
  'order-changed',
] as const;

export interface Unclear {
  readonly code: (typeof UNCLEAR)[number];
  /** What was expected, and what to do; never a value of the message but a protocol id. */
  readonly message: string;
  /** FHIR path, e.g. `ServiceRequest.code`. */
  readonly path?: string;
}

/** A message after reading. `malformed` is no FHIR; `unclear` is FHIR that a person has to look at. */
export type Understanding =
  | { readonly kind: 'order'; readonly order: EhrOrder }
  /** A handshake or heartbeat of a subscription: nothing to be done. */
  | { readonly kind: 'alive' }
  | { readonly kind: 'unclear'; readonly reasons: readonly Unclear[] }
  | { readonly kind: 'malformed'; readonly message: string; readonly paths: readonly string[] };

export const unclear = (code: Unclear['code'], message: string, path?: string): Unclear => ({
  code,
  message,
  ...(path === undefined ? {} : { path }),
});

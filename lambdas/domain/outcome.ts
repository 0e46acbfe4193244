/**
 * Outcomes are values: a refused approval, a lost race or a closed gate is a result the caller must handle.
 * Faults (broken machinery, a bug) are exceptions and never pass through here.
 */
export const REFUSAL_CODES = [
  'invalid', // what was sent cannot be understood or breaks a rule of form
  'unauthenticated', // nobody, or somebody else, proved who they are
  'forbidden', // known, but not allowed: role, site, second person, gate
  'not-found',
  'conflict', // somebody or something else was first
  'changed', // what was shown is no longer what would be signed
  'expired',
  'too-large',
  'parked', // authentic but not understood: kept for a named person
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Why something was not done, in words a person can act on. Never carries patient data. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const ok = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const refuse = (
  code: RefusalCode,
  message: string,
  detail?: Readonly<Record<string, unknown>>,
): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: detail === undefined ? { code, message } : { code, message, detail },
});

/** What a check of a dossier can find wrong, by the promise that is broken. */
export type FindingKind =
  | 'shape'
  | 'event'
  | 'beginning'
  | 'other-journey'
  | 'chain'
  | 'own-verification'
  | 'genealogy'
  | 'corrections'
  | 'kept-head'
  | 'protocol'
  | 'anomaly'
  | 'signed-content'
  | 'signer'
  | 'four-eyes'
  | 'passkey'
  | 'oidc'
  | 'attachment';

/** One thing that is wrong; `seq` is the event it was found at. Never holds what people wrote. */
export interface Finding {
  readonly kind: FindingKind;
  readonly seq?: number;
  readonly message: string;
}

import type { DonationSequence } from './donation-sequence.ts';
import type { Gs1Message } from './gs1-message.ts';
import type { IsbtStructure } from './isbt-structure.ts';

/** What was scanned or typed, as a value. */
export type Scan =
  | IsbtStructure
  | { readonly kind: 'isbt-message'; readonly structures: readonly IsbtStructure[] }
  | { readonly kind: 'donation-sequence'; readonly sequence: DonationSequence }
  | { readonly kind: 'gs1'; readonly message: Gs1Message }
  /** A trade item number without application identifier, as older packages bear it; 14 digits. */
  | { readonly kind: 'gtin'; readonly gtin: string };
export type ScanKind = Scan['kind'];

/** What each kind is called when another was scanned in its place. */
export const SCAN_NAMES: Readonly<Record<ScanKind, string>> = {
  din: 'a donation number (DIN)',
  'chain-of-identity': 'a chain-of-identity identifier (ISBT 128)',
  'product-code': 'a product code',
  divisions: 'product divisions',
  expiry: 'an expiry date',
  collection: 'a collection date',
  production: 'a production date',
  'expiry-month': 'an expiry month',
  sec: 'a Single European Code',
  other: 'another ISBT 128 code',
  'isbt-message': 'an ISBT 128 message',
  'donation-sequence': 'a donation identification sequence',
  gs1: 'a GS1 symbol',
  gtin: 'a GTIN',
};

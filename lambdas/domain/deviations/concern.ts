import { type Deviation, decisionIn, type JourneyState } from '../journey/state.ts';

/** What a deviation is about: `product` is a batch or a container of it, or the material it is made of. */
export const CONCERNS = ['product', 'identity', 'care', 'record'] as const;
export type Concern = (typeof CONCERNS)[number];

/** Who the patient is, or whose material it is. */
const IDENTITY: readonly string[] = [
  'identity-mismatch',
  'identity-not-resolved',
  'wrong-container',
  'against-no-mismatch-open',
];

/** What was done for the patient out of its order or time; the product is as it was. */
const CARE: readonly string[] = [
  'premedication',
  'after-death',
  'against-no-death-reported',
  'against-competent',
  // Whoever triages it says what else, where the product is in doubt.
  'against-procedure-effective',
  'against-consent-stands',
  'against-go-stands-conditioning',
  'against-not-flagged-do-not-condition',
  'against-in-conditioning-window',
  'against-approvals-valid',
  'against-slot-still-held',
  'against-readiness-stands',
  'against-readiness-in-time',
  'against-donor-tests-in-window',
  'against-monitored-long-enough',
  'against-near-long-enough',
  'against-told-to-stay-near',
  'against-told-not-to-drive',
  'against-consent-to-registry',
  'against-consent-to-disposal',
  'against-first-go-stands',
  'against-conditioning-not-to-repeat',
  'against-product-available',
  'conditioning-without-go',
  'given-outside-window',
  'visit-outside-window',
  'partial-dose',
  'product-lost-after-conditioning',
  // Who signed it knew of what it goes past; QA decides on it, and waits for nobody.
  'qa-exemption',
  'emergency-continuation',
];

/** What is written down. */
const RECORD: readonly string[] = [
  'recorded-while-held',
  'corrected-against-rule',
  'correction-disputed',
  'correction-stops-day-zero',
  'transcription-differs',
  'bedside-incomplete',
];

/**
 * As its triage says; else as whoever raised it says, or by its kind. One of a kind that is not known here may be about the product.
 *
 * @param deviation the first of its matter
 */
export function concernOf(
  state: JourneyState,
  { kind, report, seq: first }: Pick<Deviation, 'kind' | 'report' | 'seq'>,
): Concern {
  const triaged = state.phases
    .filter(({ phase, about }) => phase === 'Deviation' && about === first)
    .flatMap((record) => decisionIn(state, record, 'Triage the deviation')?.evidence.concerns ?? []);
  const said = triaged.at(-1) ?? state.reports.find(({ seq }) => seq === report)?.values.concerns;
  const stated = CONCERNS.find((one) => one === said);
  if (stated !== undefined) return stated;
  if (IDENTITY.includes(kind)) return 'identity';
  if (CARE.includes(kind)) return 'care';
  return RECORD.includes(kind) ? 'record' : 'product';
}

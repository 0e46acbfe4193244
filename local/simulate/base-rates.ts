/** How sure a number is: read in the source (`V`), or practice and estimate without a source (`T`). */
export interface Rate {
  /** From 0 to 1. */
  readonly value: number;
  readonly known: 'V' | 'T';
  /** Tag of the source in the catalogue of the pathway, or what the estimate rests on. */
  readonly source: string;
}

const verified = (value: number, source: string): Rate => ({ value, known: 'V', source });
const estimate = (value: number, source: string): Rate => ({ value, known: 'T', source });

/** How often a course leaves the usual path, each time the step is reached. */
export const BASE_RATES = {
  notEligible: estimate(0.05, 'share of referrals that a board turns down'),
  fundingRefused: estimate(0.02, 'share of applications refused'),
  slotLost: estimate(0.02, 'offers of makers that lapse'),
  collectionFails: verified(0.03, 'NIH-CD3: 97 % of collections reach the minimum'),
  collectionUnderTarget: verified(0.2, 'NIH-CD3: 97 % reach the minimum, 77 % the target'),
  materialRejected: estimate(0.01, 'starting material rejected on arrival'),
  excursionOutbound: estimate(0.01, 'shipments with an excursion'),
  excursionInbound: estimate(0.01, 'shipments with an excursion'),
  documentsMissing: estimate(0.02, 'deliveries with missing documents'),
  manufactureFails: verified(0.039, 'MF25: 38 of 981'),
  remadeAfterFailure: verified(0.55, 'MF25: 21 attempts after 38 failures'),
  stoppedAfterFailure: verified(0.37, 'MF25: 14 of 38 never treated'),
  consentWithdrawn: estimate(0.01, 'patients who no longer want the treatment'),
  diesWaiting: verified(0.08, 'CARTMFG: 8 to 30 % of those enrolled are never treated; the lower bound, as deaths'),
  deteriorates: estimate(0.1, 'infections and progression while the product is made'),
  thawDeferred: estimate(0.05, 'fever on day 0'),
  reconditioned: estimate(0.01, 'window after conditioning missed'),
  diesDuringInfusion: estimate(0.001, 'deaths while a bag runs in'),
  diesInHospital: estimate(0.02, 'deaths in the first weeks'),
  diesBeforeEarlyVisit: estimate(0.02, 'deaths between two visits of the first two years'),
  diesBeforeLateVisit: estimate(0.03, 'deaths between two yearly visits'),
  visitMissed: estimate(0.03, 'visits that do not take place'),
  lostAfterMissed: estimate(0.2, 'patients not found again after a missed visit'),
  goesElsewhere: estimate(0.01, 'patients treated at another centre'),
  renewedLate: estimate(
    0.05,
    'an assumption: calibrations, reviews and assessments that are done after their last day',
  ),
  answersLate: estimate(0.12, 'answers that come later than usual'),
} as const satisfies Readonly<Record<string, Rate>>;

export type RateName = keyof typeof BASE_RATES;

/** Days by which a late answer is later, on average. */
export const MEAN_DAYS_LATE = 2;
/** Days by which a late renewal is later than the last day, on average. */
export const MEAN_DAYS_RENEWED_LATE = 14;
/** Days between two orders, over all sites. */
export const MEAN_DAYS_BETWEEN_ORDERS = 2.5;
/** The last visit of the first two years; later ones are yearly. */
export const LAST_EARLY_VISIT = 11;

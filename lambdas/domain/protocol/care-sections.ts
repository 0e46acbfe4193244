import * as z from 'zod';
import { STEPS } from '../vocabulary.ts';
import {
  count,
  duration,
  durationOrZero,
  jurisdiction,
  jurisdictions,
  provenance,
  quantity,
  span,
  statement,
  statements,
  text,
  yesOrNo,
} from './quantities.ts';
import { GO_BASES } from './terms.ts';

export const conditioningWindow = z.strictObject({
  jurisdiction,
  indications: z.array(text).min(1).describe('any: every indication of the label'),
  from: z.enum(['conditioning-end', 'conditioning-start']),
  min: duration.describe('product given at the earliest this long after'),
  max: duration.describe('product given at the latest this long after'),
});

export const conditioning = z.strictObject({
  required: yesOrNo,
  kind: statement,
  productOnSiteFirst: yesOrNo.describe('the product must be confirmed available before conditioning starts'),
  goBasis: statement.extend({ value: z.enum(GO_BASES) }),
  windows: z.array(conditioningWindow).describe('empty only where the label names days instead'),
  daysBefore: z
    .strictObject({ value: z.array(z.int().min(1)).min(1), ...provenance })
    .optional()
    .describe('days before administration on which conditioning is given, where the label names them'),
  repeat: z.strictObject({ delayedBy: duration, whiteCellsAbove: quantity('cells/µL').optional() }).optional(),
  omit: z.strictObject({ whiteCellsAtMost: quantity('cells/µL'), within: duration }).optional(),
  liveVaccineFree: duration.optional().describe('before the start of conditioning'),
});

const tocilizumab = z.strictObject({
  jurisdiction,
  dosesOnSite: count('doses'),
  resupplyWithin: duration.optional().describe('of each dose used'),
  shortageAlternative: yesOrNo.optional(),
});

export const treatment = z.strictObject({
  premedication: z.strictObject({ drugs: statement, before: span(duration) }).optional(),
  steroidProphylaxis: statement.optional(),
  goValidity: z
    .strictObject({
      thaw: duration.describe('GO for thaw counts this long'),
      conditioning: duration.describe('GO for conditioning counts this long'),
    })
    .describe('of the signature; at most 48 hours'),
  tocilizumab: z.array(tocilizumab).optional(),
});

/** What one label asks after the product was given. Every duration counts from the day of administration (day 0). */
export const monitoringProfile = z.strictObject({
  jurisdictions,
  daily: duration.optional(),
  visitsFirstWeek: span(count('visits')).optional(),
  total: duration.optional(),
  proximity: z.strictObject({ duration, travelTime: duration.optional() }).optional(),
  noDriving: duration.optional(),
  temperatureLog: span(duration).optional(),
});

export const monitoring = z.strictObject({ profiles: z.array(monitoringProfile).min(1) });

export const discharge = z.strictObject({
  notBefore: duration.optional().describe('after administration'),
  letter: duration.describe('discharge letter sent at most this long after discharge'),
});

export const visit = z.strictObject({
  name: z.string().regex(/^[DWMY][1-9]\d{0,2}$/),
  after: duration.describe('from day 0, the day of administration'),
  windowBefore: durationOrZero,
  windowAfter: durationOrZero,
  reportDue: duration.describe('after the visit'),
});

export const followUp = z.strictObject({
  years: count('years'),
  mechanism: statement.optional(),
  beyond: statement.optional().describe('what goes on after the last visit'),
  lifelong: yesOrNo.optional().describe('secondary malignancy is asked for after the last visit too'),
  registry: z
    .strictObject({ track: statement, reports: statements.describe('names of the visits that are reported') })
    .optional(),
  visits: z.array(visit).min(1),
});

export const traceability = z.strictObject({
  years: count('years'),
  from: statement.extend({ value: z.enum(['product-expiry', 'administration']) }),
});

/**
 * Where this product needs another deadline than the usual one of the step (`deadline.within`). A deadline reminds and
 * escalates; it never decides.
 */
export const stepDeadlines = z.partialRecord(z.enum(STEPS), duration);

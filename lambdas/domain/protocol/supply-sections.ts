import * as z from 'zod';
import {
  count,
  duration,
  durationOrZero,
  jurisdiction,
  jurisdictions,
  measured,
  quantity,
  range,
  span,
  statement,
  statements,
  text,
  yesOrNo,
} from './quantities.ts';

/** What is collected from whom; `none` for a product made from stock. Decides whether the journey has a collection. */
export const STARTING_MATERIALS = ['leukapheresis', 'mobilised-apheresis', 'biopsy', 'none'] as const;

export const startingMaterial = z.strictObject({
  kind: z.enum(STARTING_MATERIALS),
  cryopreserved: z
    .strictObject({
      rule: statement.extend({ value: z.enum(['required', 'allowed', 'forbidden']) }),
      maxAge: duration.optional().describe('from collection'),
    })
    .optional(),
  freshMaxAge: duration.optional(),
  storage: range(quantity('°C')).optional(),
  minCells: quantity('10^9 cells').optional(),
  collectionTime: span(duration).optional(),
  donorTests: z
    .strictObject({
      tests: statements,
      positiveResult: statement.optional(),
      windows: z
        .array(
          z.strictObject({
            jurisdiction,
            before: durationOrZero.describe('sample taken at most this long before the collection'),
            after: durationOrZero.describe('sample taken at most this long after the collection'),
          }),
        )
        .min(1),
    })
    .optional(),
});

export const manufacturing = z.strictObject({
  typical: span(duration).describe('manufacture and release, from arrival at the maker'),
  predicted: duration.describe('what the plan counts with until the maker says otherwise'),
  observed: span(duration).optional(),
  failureMax: quantity('%').optional(),
});

/** `frozen-vapour`: vapour phase of liquid nitrogen; `frozen`: freezer; the other two are never frozen. */
export const FORMS = ['frozen-vapour', 'frozen', 'refrigerated', 'room-temperature'] as const;

export const product = z.strictObject({
  form: statement.extend({ value: z.enum(FORMS) }),
  storage: range(quantity('°C')),
  shelfLife: duration.optional().describe('a frozen product must say it; the expiry on the label of a container gates'),
  containers: z.strictObject({
    kind: statement,
    perDose: range(count('containers')),
    volume: range(quantity('mL')).optional(),
  }),
  administrations: count('administrations'),
  doseRule: statement.optional(),
});

export const shipping = z.strictObject({
  mode: statement,
  holdTime: duration.optional().describe('how long the shipper keeps its temperature'),
});

export const receipt = z.strictObject({
  checks: statements,
  acceptanceDecision: duration.describe('from arrival to accepted, quarantined or refused'),
  confirmationToMaker: duration.optional().describe('from arrival'),
});

/** What an in-use clock may start from and end with, as events of the preparation and the administration. */
export const CLOCK_STARTS = ['removal', 'thaw-start', 'thaw-end', 'draw', 'dilution', 'receipt'] as const;
export const CLOCK_ENDS = ['infusion-start', 'infusion-end'] as const;

export const inUseClock = z.strictObject({
  name: text,
  jurisdictions,
  per: z.enum(['container', 'dose']),
  start: z.enum(CLOCK_STARTS),
  end: z.enum(CLOCK_ENDS),
  limit: duration,
  temperature: range(quantity('°C')).optional(),
});

export const preparation = z.strictObject({
  thaw: z
    .strictObject({
      method: statement,
      temperature: quantity('°C').optional(),
      oneByOne: yesOrNo,
      oneByOneRule: statement.optional(),
    })
    .optional(),
  inUseClocks: z.array(inUseClock).min(1),
  infusionRate: range(quantity('mL/min')).optional(),
  pushUpTo: quantity('mL').optional(),
  forbidden: statements.optional(),
});

export const identity = z.strictObject({ onLabel: statements, checkedAt: statements, documents: statements });

export const outOfSpecification = z.strictObject({
  routes: z.array(z.strictObject({ jurisdiction, route: statement })).min(1),
  records: statements,
  limits: z.array(z.strictObject({ name: text, jurisdiction: jurisdiction.optional(), limit: range(measured) })),
});

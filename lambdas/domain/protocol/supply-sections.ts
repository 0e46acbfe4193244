import * as z from 'zod';
import {
  count,
  duration,
  durationOrZero,
  jurisdiction,
  jurisdictions,
  measured,
  provenance,
  quantity,
  range,
  span,
  statement,
  statements,
  text,
  yesOrNo,
} from './quantities.ts';
import { STARTING_MATERIALS } from './terms.ts';

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
  transport: z
    .strictObject({
      temperature: range(quantity('°C')).optional(),
      holdTime: duration.optional().describe('how long the shipper keeps its temperature'),
    })
    .optional()
    .describe('from the centre to the maker'),
  holdBeforeShipment: duration
    .optional()
    .describe('how long the collected material may wait before it leaves; asked where there is a collection'),
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
  typical: span(duration).optional().describe('manufacture and release, from arrival at the maker'),
  predicted: duration.describe('what the plan counts with until the maker says otherwise'),
  observed: span(duration).optional(),
  failureMax: quantity('%').optional(),
  silence: duration.describe('no word from the maker for this long is asked after'),
  slip: duration.describe('a promised date that moves by this much starts a new plan'),
});

/** `frozen-vapour`: vapour phase of liquid nitrogen; `frozen`: freezer; the other two are never frozen. */
export const FORMS = ['frozen-vapour', 'frozen', 'refrigerated', 'room-temperature'] as const;

/** A part of one dose that is made, certified and given for itself. */
export const component = z.strictObject({
  name: text,
  order: z.strictObject({ value: z.int().min(1), ...provenance }).describe('place in the order of giving, from 1'),
  containersPerDose: range(count('containers')),
});

export const product = z.strictObject({
  form: statement.extend({ value: z.enum(FORMS) }),
  storage: range(quantity('°C')),
  shelfLife: duration.optional().describe('a frozen product must say it; the expiry on the label of a container gates'),
  containers: z.strictObject({
    kind: statement,
    perDose: range(count('containers')),
    volume: range(quantity('mL')).optional(),
  }),
  components: z.array(component).min(2).optional().describe('absent: the dose is one component'),
  administrations: count('administrations'),
  doseRule: statement.optional(),
});

export const shipping = z.strictObject({
  mode: statement,
  temperature: range(quantity('°C')).optional(),
  holdTime: duration.optional().describe('how long the shipper keeps its temperature'),
});

export const receipt = z.strictObject({
  checks: statements,
  acceptanceDecision: duration.describe('from arrival to accepted, quarantined or refused'),
  confirmationToMaker: duration.optional().describe('from arrival'),
  remainingShelfLife: duration.optional().describe('at least this long before its expiry the product must arrive'),
});

/** Events from which an in-use clock can be measured, because the bedside checklist records them. */
export const MEASURED_STARTS = ['removal', 'thaw-start', 'thaw-end', 'infusion-start'] as const;
export type MeasuredStart = (typeof MEASURED_STARTS)[number];

/** What a label starts an in-use clock from and ends it with, as events of the preparation and the administration. */
export const CLOCK_STARTS = [
  'removal',
  'thaw-start',
  'thaw-end',
  'draw',
  'dilution',
  'receipt',
  'infusion-start',
] as const;
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
  required: statements.optional(),
  forbidden: statements.optional(),
});

export const identity = z.strictObject({
  onLabel: statements,
  checkedAt: statements,
  documents: statements.optional(),
});

export const outOfSpecification = z.strictObject({
  routes: z.array(z.strictObject({ jurisdiction, route: statement })).min(1),
  records: statements,
  limits: z.array(
    z.strictObject({
      name: text,
      jurisdiction: jurisdiction.optional(),
      /** Where the dose has several and the limit is for one; without it, for each. */
      component: text.optional(),
      limit: range(measured),
    }),
  ),
});

import type { Rule } from './contradictions.ts';
import { type Problem, show } from './problem.ts';
import type { Protocol } from './schema.ts';

/** The warmest, in degrees Celsius, at which a product of each form is still kept as its form says. */
const WARMEST: Readonly<Record<Protocol['product']['form']['value'], number>> = {
  'frozen-vapour': -120,
  frozen: 0,
  refrigerated: 15,
  'room-temperature': 40,
};

/** Data of traceability are kept at least so long after the product expired. Regulation (EC) No 1394/2007, article 15. */
const LEAST_YEARS = 30;

/** How the product, and what is known of it, is kept. */
export const keepingContradictions: readonly Rule[] = [
  {
    reads: ['product'],
    find: ({ product: { form, storage } }): readonly Problem[] => {
      const [got, warmest] = [storage.max?.value, WARMEST[form.value]];
      if (got === undefined) {
        const expected = `the warmest it may be, at most ${warmest} °C for ${form.value}`;
        return [{ path: 'product.storage.max', rule: 'storage-without-limit', got: show(got), expected }];
      }
      const expected = `at most ${warmest} °C for ${form.value}`;
      return got > warmest ? [{ path: 'product.storage.max', rule: 'storage-too-warm', got: show(got), expected }] : [];
    },
  },
  {
    reads: ['traceability'],
    find: ({ traceability: { years } }) =>
      years.value < LEAST_YEARS
        ? [
            {
              path: 'traceability.years',
              rule: 'kept-too-short',
              got: show(years.value),
              expected: `at least ${LEAST_YEARS}`,
            },
          ]
        : [],
  },
  {
    reads: ['treatment'],
    find: ({ treatment }) =>
      treatment === undefined
        ? [
            {
              path: 'treatment',
              rule: 'treatment-missing',
              got: show(treatment),
              expected: 'a section, with how long each GO counts',
            },
          ]
        : [],
  },
];

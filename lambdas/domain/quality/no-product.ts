import type { Protocol } from '../protocol/schema.ts';

/**
 * What stands in place of a therapy protocol in a case of the quality system: no names, no deadlines of its own, no visits, no limits in use. It has
 * nothing else, because nothing else of a therapy is ever asked of a case; whoever does finds nothing there and fails.
 */
export const NO_PRODUCT = {
  id: 'no-product',
  version: 1,
  names: { brand: [], inn: '', holder: '' },
  stepDeadlines: {},
  followUp: { visits: [] },
  preparation: { inUseClocks: [] },
} as unknown as Protocol;

import { certifiedBatch } from '../journey/product.ts';
import { closed, type Gate, OPEN, unknown } from './gate.ts';

/** The batch on the label is the certified one: a product made again can carry the container numbers of the one before. */
export const batchCertified: Gate = {
  name: 'batch-certified',
  class: 'never',
  judge: ({ state, evidence: { batch } }) => {
    const certified = certifiedBatch(state);
    if (certified === undefined) return unknown('No batch is certified, so the label cannot be compared.');
    if (batch === undefined) return unknown('No batch was given, so it cannot be compared.');
    return batch === certified
      ? OPEN
      : closed('The batch on the label differs from the one certified and prescribed. Stop, and call QA.');
  },
};

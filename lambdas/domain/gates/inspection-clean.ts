import { inspectionFaults } from '../journey/inspection.ts';
import { closed, type Gate, OPEN, unknown } from './gate.ts';

/** What the first person found on arrival, and the documents of the shipment, leave nothing open; else the product goes into quarantine. */
export const inspectionClean: Gate = {
  name: 'inspection-clean',
  class: 'never',
  judge: ({ state, protocol }) => {
    const faults = inspectionFaults(state, protocol);
    if (faults === undefined) return unknown('No inspection of this delivery was recorded.');
    return faults.length === 0
      ? OPEN
      : closed(
          `Inspection and documents show: ${faults.join(', ')}. Quarantine the product; QA resolves it with the maker.`,
        );
  },
};

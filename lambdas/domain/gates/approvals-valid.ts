import { lapsedApprovals } from '../journey/approvals.ts';
import { closed, type Gate, OPEN } from './gate.ts';

/** Eligibility criteria and the funder's approval count only until their own dates (clinical-pathway 1.3, 1.4). */
export const approvalsValid: Gate = {
  name: 'approvals-valid',
  class: 'qa-exemption',
  byTime: true,
  judge: ({ state, now }) => {
    const lapsed = lapsedApprovals(state, now);
    return lapsed.length === 0
      ? OPEN
      : closed(
          `No longer valid: ${lapsed.join(', ')}. Decide to order anew: what lapsed is then asked again.`,
          lapsed.map((name) => `no longer valid: ${name}`),
        );
  },
};

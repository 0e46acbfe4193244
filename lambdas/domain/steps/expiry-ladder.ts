import { productExpiry } from '../journey/product.ts';
import { minus } from '../time.ts';
import type { Role } from '../vocabulary.ts';
import type { RungDefinition } from './step.ts';

const deciders: readonly Role[] = ['physician', 'pharmacist', 'coordinator'];

/**
 * Expiry warnings of S16, and at expiry a call to the deciders: the container is held, only people end the wait. They
 * belong to every step at which a certified product waits for a person; each occurrence of such a step tells them once.
 */
export const expiryLadder: readonly RungDefinition[] = [
  { rung: 'expiry-90', at: beforeExpiry('P90D'), to: deciders, class: 'info' },
  { rung: 'expiry-60', at: beforeExpiry('P60D'), to: deciders, class: 'info' },
  { rung: 'expiry-30', at: beforeExpiry('P30D'), to: deciders, class: 'due' },
  { rung: 'expiry-14', at: beforeExpiry('P14D'), to: deciders, class: 'due' },
  { rung: 'expiry-7', at: beforeExpiry('P7D'), to: deciders, class: 'due' },
  { rung: 'expired', at: { instant: productExpiry }, to: [...deciders, 'qa'], class: 'critical' },
];

function beforeExpiry(lead: string): RungDefinition['at'] {
  return {
    instant: (state) => {
      const expiry = productExpiry(state);
      return expiry === undefined ? undefined : minus(expiry, lead, state.site.zone);
    },
    warns: true,
  };
}

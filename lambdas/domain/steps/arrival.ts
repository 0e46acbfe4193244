import * as z from 'zod';
import { certifiedBatch, certifiedContainers, sameSet } from '../journey/product.ts';
import type { Refusal } from '../outcome.ts';
import { chainOfIdentity, confirmed, containers, reference, storagePosition } from './evidence.ts';
import type { StepContext } from './step.ts';

/** What must be true of a product that is accepted, whether on arrival or out of quarantine. */
export const acceptable = z.strictObject({
  chainOfIdentity,
  batch: reference,
  containers,
  sealIntact: confirmed,
  temperatureInRange: confirmed,
  storagePosition,
});

/** Batch and containers in hand are exactly those of the certificate. */
export function matchesCertificate({ state, evidence }: StepContext): Refusal | null {
  const batch = certifiedBatch(state);
  if (evidence.batch !== batch) {
    return {
      code: 'invalid',
      message: `Batch: got ${String(evidence.batch)}, expected ${String(batch)} as certified. Quarantine the product.`,
      detail: { path: 'evidence.batch', problem: 'not-as-certified' },
    };
  }
  const expected = certifiedContainers(state);
  const got = Array.isArray(evidence.containers) ? evidence.containers.map(String) : [];
  return sameSet(got, expected)
    ? null
    : {
        code: 'invalid',
        message: `Containers: got ${got.join(', ')}, expected exactly ${expected.join(', ')} as certified. Quarantine the product.`,
        detail: { path: 'evidence.containers', problem: 'not-as-certified' },
      };
}

import * as z from 'zod';
import { certifiedBatch, certifiedContainers, productExpiry, sameSet } from '../journey/product.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { remainingShelfLife } from '../protocol/accessors.ts';
import { plus } from '../time.ts';
import { chainOfIdentity, confirmed, containers, reference, storagePosition } from './evidence.ts';
import type { StepContext } from './step.ts';

/** What must be true of a product that is accepted, whether on arrival or out of quarantine. */
export const acceptable = lazily(() =>
  z.strictObject({
    chainOfIdentity,
    batch: reference,
    containers,
    labelAgreesWithPatientRecord: confirmed,
    documentsComplete: confirmed,
    storageDevice: reference,
    storagePosition,
  }),
);

/** Batch and containers in hand are exactly those of the certificate, with enough of their shelf life left. */
export function matchesCertificate({ state, evidence, protocol, now }: StepContext): Refusal | null {
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
  if (!sameSet(got, expected)) {
    return {
      code: 'invalid',
      message: `Containers: got ${got.join(', ')}, expected exactly ${expected.join(', ')} as certified. Quarantine the product.`,
      detail: { path: 'evidence.containers', problem: 'not-as-certified' },
    };
  }
  const least = remainingShelfLife(protocol);
  const expiry = productExpiry(state);
  return least !== undefined && expiry !== undefined && plus(now, least, state.site.zone) > expiry
    ? {
        code: 'invalid',
        message: `Shelf life: the product expires at ${expiry}, expected at least ${least} left. Quarantine it and ask the maker.`,
        detail: { path: 'evidence.batch', problem: 'shelf-life-too-short' },
      }
    : null;
}

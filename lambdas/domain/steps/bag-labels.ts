import * as z from 'zod';
import { isOfDonation } from '../identifiers/donation-sequence.ts';
import { collectionDaySchema, labelSequenceSchema } from '../identifiers/label-fields.ts';
import { isForOthers, productCodeSchema } from '../identifiers/product-code.ts';
import { collectedDonation } from '../journey/product.ts';
import { latestDecision } from '../journey/state.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { instant, startOfDay, startOfPrintedDay } from '../time.ts';
import { donationNumber } from './evidence.ts';
import type { StepContext } from './step.ts';

/** What is scanned off each bag of a collection; a label need not bear more than the donation number. */
export const bagLabels = lazily(() =>
  z
    .array(
      z.strictObject({
        donationNumber,
        productCode: productCodeSchema.optional(),
        collectedOn: collectionDaySchema.optional(),
        donationSequence: labelSequenceSchema.optional(),
      }),
    )
    .min(1)
    .max(10),
);

const took = z.object({ startedAt: instant, endedAt: instant });
const labelled = lazily(() => z.object({ bagLabels: bagLabels() }));

/** Every label says the donation, the day and the use of the collection that was recorded. */
export function labelsAsCollected({ evidence, state }: StepContext): Refusal | null {
  const donation = collectedDonation(state);
  const collection = took.parse(latestDecision(state, 'Record apheresis')?.evidence);
  const dayOf = (at: string): string => startOfDay(at, state.site.zone);
  for (const [place, label] of labelled().parse(evidence).bagLabels.entries()) {
    const where = `Label of bag ${place + 1}`;
    const day = label.collectedOn && startOfPrintedDay(label.collectedOn, state.site.zone);
    if (label.donationNumber !== donation) {
      return {
        code: 'invalid',
        message: `${where}: got another donation number than the one recorded at the collection. Stop, and compare the labels.`,
        detail: { path: `evidence.bagLabels.${place}.donationNumber`, problem: 'not-as-collected' },
      };
    }
    if (label.donationSequence !== undefined && !isOfDonation(label.donationSequence, label.donationNumber)) {
      return {
        code: 'invalid',
        message: `${where}: got a donation identification sequence of another donation than its donation number. Stop, and compare the labels.`,
        detail: { path: `evidence.bagLabels.${place}.donationSequence`, problem: 'not-as-collected' },
      };
    }
    if (day !== undefined && (day < dayOf(collection.startedAt) || day > dayOf(collection.endedAt))) {
      return {
        code: 'invalid',
        message: `${where}: got collected on ${label.collectedOn}, expected the day of the collection (${collection.startedAt} to ${collection.endedAt})`,
        detail: { path: `evidence.bagLabels.${place}.collectedOn`, problem: 'not-as-collected' },
      };
    }
    if (label.productCode !== undefined && isForOthers(label.productCode)) {
      return {
        code: 'invalid',
        message: `${where}: got product code ${label.productCode}, expected one for autologous use only (collection type 1 or X)`,
        detail: { path: `evidence.bagLabels.${place}.productCode`, problem: 'not-autologous' },
      };
    }
  }
  return null;
}

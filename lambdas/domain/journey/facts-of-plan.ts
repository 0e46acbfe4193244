import { isWithinHours, workingTimeOf } from '../calendar/working-time.ts';
import type { Protocol } from '../protocol/schema.ts';
import { plannedConditioning, plannedDayZero } from './conditioning.ts';
import { sampleNotBefore } from './donor-tests.ts';
import type { MaybeFact } from './fact.ts';
import { predictedReadyAt } from './manufacture.ts';
import { certifiedBatch, dayZero } from './product.ts';
import { readinessNotBefore } from './readiness.ts';
import { arrivedAt, deliveryAgreed } from './shipments.ts';
import { collectionSlot, slotHoldUntil } from './slots.ts';
import type { JourneyState, StepState } from './state.ts';

/** The dates of the plan as they stand now, where they still lie ahead of the step. */
export function planFacts(state: JourneyState, step: StepState, protocol: Protocol): readonly MaybeFact[] {
  switch (step.phase) {
    case 'Collection':
      return [
        ['slotHeldUntil', step.step === 'Book the slots' ? slotHoldUntil(state, step) : undefined],
        ['collectionFrom', collectionSlot(state)?.from],
        ['collectionUntil', collectionSlot(state)?.until],
        ['readinessNotBefore', step.step === 'Confirm readiness' ? readinessNotBefore(state) : undefined],
        ['sampleNotBefore', step.step === 'Check donor tests' ? sampleNotBefore(state, protocol) : undefined],
      ];
    case 'Manufacturing':
    case 'Reassessment':
      return [
        ['predictedReadyAt', certifiedBatch(state) === undefined ? predictedReadyAt(state, protocol) : undefined],
      ];
    case 'Receipt':
      return deliveryFacts(state, step);
    case 'Conditioning':
    case 'Treatment':
      if (dayZero(state) !== undefined) return [];
      return [
        ['plannedConditioning', plannedConditioning(state)],
        ['plannedDayZero', plannedDayZero(state)],
      ];
    default:
      return [];
  }
}

function deliveryFacts(state: JourneyState, { step }: StepState): readonly MaybeFact[] {
  if (step === 'Agree the delivery') return [];
  if (step !== 'Follow the delivery') return [['arrivedAt', arrivedAt(state)]];
  const agreed = deliveryAgreed(state);
  const isOutside = agreed !== undefined && !isWithinHours(agreed, workingTimeOf(state));
  return [
    ['deliveryHours', isOutside ? 'outside-opening-hours' : undefined],
    ['deliveryFrom', agreed?.from],
    ['deliveryUntil', agreed?.until],
  ];
}

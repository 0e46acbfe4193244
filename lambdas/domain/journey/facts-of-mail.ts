import { originOf } from '../clocks/unseen.ts';
import type { Protocol } from '../protocol/schema.ts';
import { type Fact, present } from './fact.ts';
import { inUseFacts } from './facts-of-clocks.ts';
import { excursionFacts } from './facts-of-excursion.ts';
import { observationFacts } from './facts-of-observations.ts';
import type { JourneyState, StepState } from './state.ts';

/** What a mail about this rung says beside the step: of products and devices, never what was found in a patient. */
export function mailFacts(state: JourneyState, step: StepState, protocol: Protocol, rung: string): readonly Fact[] {
  if (step.step === 'Give the product' && originOf(rung).startsWith('in-use')) {
    return present(inUseFacts(state, step, protocol));
  }
  if (step.step === 'Monitor the patient' && rung.startsWith('observation')) {
    return present(observationFacts(state, step, protocol));
  }
  if (step.step === 'Record the disposition') return present(excursionFacts(state, step, protocol));
  return [];
}

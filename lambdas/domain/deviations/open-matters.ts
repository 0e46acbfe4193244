import { type JourneyState, stepKey } from '../journey/state.ts';
import { concernOf } from './concern.ts';
import type { DeviationClass } from './deviation-class.ts';
import { classOf, isUndecided, type Matter, mattersOf } from './matter.ts';
import { isAboutThisProduct } from './this-product.ts';

/**
 * What is undecided of the product this course now rests on, or of who the patient is. What was found where the product is
 * being given right now is decided on there, by those who stand there, and is in the way of whatever is authorised after.
 */
export const openMatters = (
  state: JourneyState,
): readonly { readonly matter: Matter; readonly class: DeviationClass }[] =>
  mattersOf(state)
    .filter((matter) => isUndecided(matter) && stillConcerns(state, matter) && !isAtTheBedside(state, matter))
    .map((matter) => ({ matter, class: classOf(state, matter) }));

function stillConcerns(state: JourneyState, { first }: Matter): boolean {
  const concern = concernOf(state, first);
  return concern === 'identity' || (concern === 'product' && isAboutThisProduct(state, first));
}

const isAtTheBedside = ({ steps }: JourneyState, { first }: Matter): boolean =>
  first.step === 'Give the product' && steps[stepKey(first)]?.status === 'open';

import { meaningsOf } from '../../../domain/steps/meanings.ts';
import type { StepName } from '../../../domain/vocabulary.ts';
import { orderMatch } from './order-match.ts';
import type { EnglishStep, StepTexts } from './step-texts.ts';
import { beside } from './steps-beside.ts';
import { collection } from './steps-collection.ts';
import { conditioning } from './steps-conditioning.ts';
import { followUp } from './steps-follow-up.ts';
import { manufacturing } from './steps-manufacturing.ts';
import { order } from './steps-order.ts';
import { receipt } from './steps-receipt.ts';
import { treatment } from './steps-treatment.ts';

const texts: Readonly<Record<StepName, EnglishStep>> = {
  ...order,
  ...collection,
  ...manufacturing,
  ...receipt,
  ...conditioning,
  ...treatment,
  ...followUp,
  ...beside,
  ...orderMatch.steps,
};

/** The sentences of the domain are English: what is shown is what is written. Other languages translate them. */
export const steps = Object.fromEntries(
  Object.entries(texts).map(([step, own]) => [step, { ...own, meanings: meaningsOf(step as StepName) }]),
) as Record<StepName, StepTexts>;

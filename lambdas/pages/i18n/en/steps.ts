import type { StepName } from '../../../domain/vocabulary.ts';
import { ofChanges } from './change-control.ts';
import { orderMatch } from './order-match.ts';
import type { EnglishStep } from './step-texts.ts';
import { beside } from './steps-beside.ts';
import { collection } from './steps-collection.ts';
import { conditioning } from './steps-conditioning.ts';
import { ofDeviations } from './steps-deviation.ts';
import { followUp } from './steps-follow-up.ts';
import { manufacturing } from './steps-manufacturing.ts';
import { order } from './steps-order.ts';
import { receipt } from './steps-receipt.ts';
import { treatment } from './steps-treatment.ts';

/** Without what signatures mean: those sentences are the domain’s own (`dictionary`). */
export const steps: Readonly<Record<StepName, EnglishStep>> = {
  ...order,
  ...collection,
  ...manufacturing,
  ...receipt,
  ...conditioning,
  ...treatment,
  ...followUp,
  ...beside,
  ...ofDeviations,
  ...ofChanges,
  ...orderMatch.steps,
};

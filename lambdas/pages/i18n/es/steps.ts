import type { StepName } from '../../../domain/vocabulary.ts';
import type { StepTexts } from '../en/step-texts.ts';
import { ofChanges } from './change-control.ts';
import { orderMatch } from './order-match.ts';
import { reportMeanings } from './report-meanings.ts';
import { beside } from './steps-beside.ts';
import { collection } from './steps-collection.ts';
import { conditioning } from './steps-conditioning.ts';
import { ofDeviations } from './steps-deviation.ts';
import { followUp } from './steps-follow-up.ts';
import { manufacturing } from './steps-manufacturing.ts';
import { order } from './steps-order.ts';
import { receipt } from './steps-receipt.ts';
import { treatment } from './steps-treatment.ts';

const texts: Readonly<Record<StepName, StepTexts>> = {
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

/** What reports mean is the same on every page, and stands behind what is the step's own. */
const withReports = ({ meanings, ...own }: StepTexts): StepTexts => ({
  ...own,
  meanings: { ...meanings, ...reportMeanings },
});

export const steps = Object.fromEntries(Object.entries(texts).map(([step, own]) => [step, withReports(own)])) as Record<
  StepName,
  StepTexts
>;

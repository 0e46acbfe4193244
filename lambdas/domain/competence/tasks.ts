import type { StepName } from '../vocabulary.ts';

/** Tasks that somebody is trained for and assessed in (clinical-pathway 3.3). */
export const TASKS = [
  'order-verification',
  'leukapheresis',
  'receipt',
  'thaw',
  'bedside-check',
  'crs-icans-care',
  'blood-products',
] as const;
export type Task = (typeof TASKS)[number];

const OF_STEP: Partial<Record<StepName, Task>> = {
  'Check the order': 'order-verification',
  'Verify the prescription': 'order-verification',
  'Record apheresis': 'leukapheresis',
  'Inspect the delivery': 'receipt',
  'Accept receipt': 'receipt',
  'Monitor the patient': 'crs-icans-care',
};

/** Items of a checklist that are another task than their step. */
const OF_ITEM: Readonly<Record<string, Task>> = {
  'identity-checked-before-thaw': 'thaw',
  'identity-checked-before-thaw-second': 'thaw',
  'removed-from-storage': 'thaw',
  'thaw-started': 'thaw',
  'thaw-ended': 'thaw',
  'inspected-after-thaw': 'thaw',
  'identity-checked': 'bedside-check',
  'identity-checked-second': 'bedside-check',
};

/** What somebody must be competent in to decide a step, or to do what an item of its checklist records; undefined where nothing is asked. */
export const taskOf = (step: StepName, item?: string): Task | undefined =>
  (item === undefined ? undefined : OF_ITEM[item]) ?? OF_STEP[step];

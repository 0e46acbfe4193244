import * as z from 'zod';
import { RESUPPLY_RUNG, tocilizumabToTell } from '../journey/tocilizumab.ts';
import { lazily } from '../lazily.ts';
import { count, reference } from './evidence.ts';
import type { ChecklistItem, RungDefinition } from './step.ts';

/** Doses are given on the ward, and after the discharge to who is admitted again from near the hospital. */
export const tocilizumabItems: readonly ChecklistItem[] = [
  {
    item: 'tocilizumab-given',
    meaning: 'I recorded a dose of tocilizumab; another must be available within the time of the label.',
    values: lazily(() => z.strictObject({ lot: reference, dosesLeftOnSite: count })),
    gates: [],
    roles: ['nurse', 'physician'],
    per: 'many',
  },
  {
    item: 'tocilizumab-resupplied',
    meaning: 'I recorded that another dose of tocilizumab is available for this patient.',
    values: lazily(() => z.strictObject({ lot: reference, dosesOnSite: count })),
    gates: [],
    roles: ['pharmacist', 'nurse'],
    per: 'many',
  },
];

/** Told for each dose by itself: one that is given while a clock runs starts another. Who acknowledged it is not told again in the next step. */
export const tocilizumabRung: RungDefinition = {
  rung: RESUPPLY_RUNG,
  at: { each: tocilizumabToTell },
  to: ['pharmacist', 'physician', 'on-call'],
  class: 'critical',
};

import * as z from 'zod';
import { monitoredLongEnough } from '../gates/monitored-long-enough.ts';
import { monitoringEndsAt, tocilizumabDueAt } from '../journey/monitoring.ts';
import { observationsDue, observationsMissed } from '../journey/observations.ts';
import { recorded } from './decisions.ts';
import { confirmed, count, reference } from './evidence.ts';
import { datedLadder } from './ladders.ts';
import type { ChecklistItem, StepDefinition } from './step.ts';

const grade = z.int().min(0).max(5);

const items: readonly ChecklistItem[] = [
  {
    item: 'observation',
    meaning: 'I recorded the grades as assessed at the bedside.',
    values: z.strictObject({ crsGrade: grade, icansGrade: grade, temperatureTaken: confirmed }),
    gates: [],
    roles: ['nurse', 'physician'],
    per: 'many',
  },
  {
    item: 'tocilizumab-given',
    meaning: 'I recorded a dose of tocilizumab; another must be available within the time of the label.',
    values: z.strictObject({ lot: reference, dosesLeftOnSite: count }),
    gates: [],
    roles: ['nurse', 'physician'],
    per: 'many',
  },
  {
    item: 'tocilizumab-resupplied',
    meaning: 'I recorded that another dose of tocilizumab is available for this patient.',
    values: z.strictObject({ lot: reference, dosesOnSite: count }),
    gates: [],
    roles: ['pharmacist', 'nurse'],
    per: 'many',
  },
];

/** S23: the acute phase after the infusion, watched as the label asks. Grading and treating stay with the ward. */
export const monitorThePatient: StepDefinition = {
  step: 'Monitor the patient',
  phase: 'Treatment',
  role: 'nurse',
  checklist: { items },
  decisions: {
    completed: {
      ...recorded(
        'I recorded that acute monitoring was done for as long as the protocol asks, with the highest grades seen.',
        z.strictObject({ highestCrsGrade: grade, highestIcansGrade: grade, intensiveCareDays: count }),
      ),
      deviations: [monitoredLongEnough],
    },
  },
  deadline: { kind: 'hard', within: 'P14D', due: (state, _, protocol) => monitoringEndsAt(state, protocol) },
  ladder: [
    ...datedLadder('nurse'),
    { rung: 'observation-due', at: { each: observationsDue }, to: ['nurse'], class: 'due', dayAndNight: true },
    {
      rung: 'observation-missed',
      at: { each: observationsMissed },
      to: ['nurse', 'physician'],
      class: 'critical',
      answeredBy: 'observation',
    },
    {
      rung: 'tocilizumab-resupply',
      at: { instant: tocilizumabDueAt },
      to: ['pharmacist', 'physician', 'on-call'],
      class: 'critical',
      answeredBy: 'tocilizumab-resupplied',
    },
  ],
};

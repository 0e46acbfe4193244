import * as z from 'zod';
import { monitoredLongEnough } from '../gates/monitored-long-enough.ts';
import { monitoringEndsAt } from '../journey/monitoring.ts';
import { observationsDue, observationsMissed } from '../journey/observations.ts';
import { lazily } from '../lazily.ts';
import { recorded } from './decisions.ts';
import { confirmed, count } from './evidence.ts';
import { datedLadder } from './ladders.ts';
import type { ChecklistItem, StepDefinition } from './step.ts';
import { tocilizumabItems, tocilizumabRung } from './tocilizumab.ts';

const grade = z.int().min(0).max(5);

const items: readonly ChecklistItem[] = [
  {
    item: 'observation',
    meaning: 'I recorded the grades as assessed at the bedside.',
    values: lazily(() => z.strictObject({ crsGrade: grade, icansGrade: grade, temperatureTaken: confirmed })),
    gates: [],
    roles: ['nurse', 'physician'],
    per: 'many',
  },
  ...tocilizumabItems,
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
        lazily(() => z.strictObject({ highestCrsGrade: grade, highestIcansGrade: grade, intensiveCareDays: count })),
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
    tocilizumabRung,
  ],
};

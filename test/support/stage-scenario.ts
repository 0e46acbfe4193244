import type { Scenario } from '../../local/scenario/scenario.ts';
import { certified, closed, collected, diedAt, ordered, received, treated } from '../../scenarios/usual-log.ts';

/** The shortest journey with every phase in it, in which Discharge and a visit are open at once. */
export const brief: Scenario = {
  name: 'brief',
  title: 'Treated, discharged while the first visit is open; the patient has died by then.',
  protocol: 'kymriah',
  scripts: [
    {
      step: 'Discharge',
      answers: [
        {
          decision: 'discharged',
          after: 'P5D',
          evidence: ({ date }) => ({ dischargedOn: date(0), alertCardGiven: true }),
        },
      ],
    },
    {
      step: 'Record follow-up visit',
      answers: [
        {
          decision: 'died',
          after: 'P3D',
          evidence: ({ date }) => ({ diedOn: date(-1), explanation: 'Progression of the disease.' }),
        },
      ],
    },
  ],
  operations: [],
  expect: {
    outcome: 'died',
    log: { ...ordered, ...collected(), ...certified(), ...received(), ...treated(), ...diedAt(1), ...closed('died') },
    reminders: ['Check certificate 1: half'],
    deviations: [],
  },
};

/** How many signatures it takes: two in Order, one each up to the GO, seven at the bedside, discharge, visit. */
export const BRIEF_SIGNATURES = 15;
/** One signature of each open step; at the bedside the first and the last of seven. */
export const EACH_STEP: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 13, 14, BRIEF_SIGNATURES];

import { assessment, changeBecause } from './change-control-evidence.ts';
import { changeWithin } from './change-control-times.ts';
import { recorded, stopping } from './decisions.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** What a change means for approvals, validation, data, training and the patients on their way, whose journeys are listed. */
export const assessTheChange: StepDefinition = {
  step: 'Assess the change',
  phase: 'ChangeControl',
  role: 'qa',
  decisions: {
    assessed: recorded(
      'I assessed this change: what it means for regulation, validation, data, training and patients, the journeys in flight named here among them.',
      assessment,
    ),
    rejected: stopping('I rejected this change, for the reason stated.', changeBecause),
    withdrawn: stopping('I recorded that this change was withdrawn, for the reason stated.', changeBecause),
  },
  deadline: { kind: 'soft', within: 'P14D', due: changeWithin(10) },
  ladder: usualLadder('qa'),
};

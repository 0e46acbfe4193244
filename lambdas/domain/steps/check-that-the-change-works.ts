import { changeOf } from '../quality/change-as-signed.ts';
import { changeBecause, effect } from './change-control-evidence.ts';
import { changeWithin, endOfDay } from './change-control-times.ts';
import { recorded } from './decisions.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** By the last day that was approved for it. */
export const checkThatTheChangeWorks: StepDefinition = {
  step: 'Check that the change works',
  phase: 'ChangeControl',
  role: 'qa',
  decisions: {
    effective: recorded('I checked, on the evidence stated, that this change does what it was made for.', effect),
    'not-effective': recorded(
      'I checked, on the evidence stated, that this change does not do what it was made for. What is to be done is a change of its own.',
      effect,
    ),
  },
  deadline: {
    kind: 'soft',
    within: 'P30D',
    due: (state, _step, _protocol, asked) => endOfDay(state, changeOf(state)?.checkUntil, asked),
  },
  ladder: usualLadder('qa'),
  officeHoursOnly: true,
};

/** Whoever answers for the programme reads what became of it; quality assurance has checked it before. */
export const closeTheChange: StepDefinition = {
  step: 'Close the change',
  phase: 'ChangeControl',
  role: 'programme-lead',
  decisions: {
    closed: recorded('I read the record of this change, and close it.', changeBecause),
  },
  deadline: { kind: 'soft', within: 'P7D', due: changeWithin(5) },
  ladder: usualLadder('programme-lead'),
  officeHoursOnly: true,
};

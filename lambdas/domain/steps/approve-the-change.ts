import { changeBecause, nothingMore } from './change-control-evidence.ts';
import { changeWithin } from './change-control-times.ts';
import { recorded, stopping } from './decisions.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** Quality assurance, and never who proposed it. */
export const approveTheChange: StepDefinition = {
  step: 'Approve the change',
  phase: 'ChangeControl',
  role: 'qa',
  decisions: {
    approved: recorded(
      'I approve this change as assessed, with its day, its way back and the journeys in flight named here. It counts once a second person has approved it.',
      nothingMore,
    ),
    rejected: stopping('I rejected this change, for the reason stated.', changeBecause),
    withdrawn: stopping('I recorded that this change was withdrawn, for the reason stated.', changeBecause),
  },
  deadline: { kind: 'soft', within: 'P7D', due: changeWithin(5) },
  ladder: usualLadder('qa'),
};

/** The second of the two: neither of who approved first, nor who proposed it. */
export const confirmTheApproval: StepDefinition = {
  step: 'Confirm the approval',
  phase: 'ChangeControl',
  role: 'programme-lead',
  secondTo: ['Approve the change'],
  decisions: {
    approved: recorded(
      'I approve this change as assessed, as second person. From its day on what rests on it may be used.',
      nothingMore,
    ),
    rejected: stopping('I rejected this change, for the reason stated.', changeBecause),
  },
  deadline: { kind: 'soft', within: 'P7D', due: changeWithin(5) },
  ladder: usualLadder('programme-lead'),
};

import { recorded, stopping } from './decisions.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** E02: a consent was withdrawn; what it allowed has stopped already, and a physician says what follows. */
export const decideOnTheWithdrawal: StepDefinition = {
  step: 'Decide on the withdrawal',
  phase: 'Withdrawal',
  role: 'physician',
  decisions: {
    stopped: stopping('I spoke with the patient: consent to the treatment is withdrawn, and the treatment is stopped.'),
    'goes-on': recorded('I spoke with the patient: the treatment goes on without what the withdrawn consent allowed.'),
    'not-withdrawn': recorded('I spoke with the patient: the consent stands, the report was a misunderstanding.'),
  },
  deadline: { kind: 'soft', within: 'P2D' },
  ladder: usualLadder('physician'),
};

import { waysBack } from './decisions.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** E08: after a failed manufacture the physician, with maker and board, decides how the course goes on. */
export const decideAfterAFailedManufacture: StepDefinition = {
  step: 'Decide after a failed manufacture',
  phase: 'Manufacturing',
  role: 'physician',
  decisions: waysBack('I decided with the maker and the multidisciplinary team after the failed manufacture.'),
  deadline: { kind: 'soft', within: 'P3D' },
  ladder: usualLadder('physician'),
};

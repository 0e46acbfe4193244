import * as z from 'zod';
import { everyAuthorisation } from '../gates/every-authorisation.ts';
import { goStands } from '../gates/go-stands.ts';
import { ahead, plannedConditioning } from '../journey/conditioning.ts';
import { goEndsAt } from '../journey/go.ts';
import { lazily } from '../lazily.ts';
import { authorised, recorded, stopping } from './decisions.ts';
import { confirmed } from './evidence.ts';
import { conditioningGates } from './go-for-conditioning.ts';
import { datedLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

const asked = [goStands('conditioning'), ...conditioningGates];
const first = lazily(() => z.strictObject({ firstDoseGiven: confirmed }));

/** S18: the first dose of the conditioning is given while the GO still stands, and what it rested on. */
export const startConditioning: StepDefinition = {
  step: 'Start conditioning',
  phase: 'Conditioning',
  role: 'nurse',
  decisions: {
    started: authorised('I checked that the GO stands, and started the conditioning as prescribed.', first, {
      gates: asked,
    }),
    'started-without-go': {
      ...recorded('I recorded that conditioning was started although no GO stood.'),
      deviation: 'conditioning-without-go',
      deviations: [...everyAuthorisation, ...asked],
    },
    'go-lapsed': recorded('I recorded that the GO no longer stands: it has to be given anew before conditioning.'),
    stopped: stopping('I recorded that conditioning will not start: the treatment is stopped.'),
  },
  deadline: {
    kind: 'soft',
    within: 'P2D',
    due: (state, _step, _protocol, asked) => ahead(asked, plannedConditioning(state)),
  },
  ladder: [
    ...datedLadder('nurse'),
    {
      rung: 'go-ends',
      at: { instant: (state, _, protocol) => goEndsAt(state, protocol, 'conditioning') },
      to: ['nurse', 'physician', 'coordinator'],
      class: 'due',
    },
  ],
};

import * as z from 'zod';
import { ahead, conditionedAt, plannedDayZero } from '../journey/conditioning.ts';
import { lazily } from '../lazily.ts';
import { authorised, recorded, stopping, waysBack } from './decisions.ts';
import { deferral, untilIsAhead } from './deferral.ts';
import { amount, confirmed, dateTime } from './evidence.ts';
import { expiryLadder } from './expiry-ladder.ts';
import { thawGates, windowLadder } from './go-for-thaw.ts';
import { bedsideLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S19: on day 0 the physician says that the patient can be treated now; the GO counts for minutes. */
export const giveGoForThaw: StepDefinition = {
  step: 'Give GO for thaw',
  phase: 'Treatment',
  role: 'physician',
  decisions: {
    go: authorised(
      'I assessed the patient now: fit for treatment, access open, team and rescue medication at hand. Thawing may start.',
      lazily(() =>
        z.strictObject({
          vitalSignsStable: confirmed,
          neurologicalBaselineTaken: confirmed,
          noActiveInfection: confirmed,
          accessOpen: confirmed,
          rescueMedicationAtBedside: confirmed,
          infusionAgreedFor: dateTime,
          /** Where the product comes so late that conditioning may have to be repeated. */
          whiteCells: amount('cells/µL').optional(),
        }),
      ),
      { gates: thawGates },
    ),
    defer: {
      ...stopping('I defer the treatment to the stated time: the product stays frozen.', deferral),
      check: untilIsAhead,
    },
    recondition: recorded(
      'I recorded that the window after conditioning has passed or will: conditioning is decided on anew.',
    ),
    ...waysBack('I do not give GO: the product cannot be used.'),
  },
  // Opened when the product is accepted, asked when conditioning is done: the two run beside each other.
  readyAt: (state, { openedAt }, protocol) => (protocol.conditioning === undefined ? openedAt : conditionedAt(state)),
  deadline: {
    kind: 'hard',
    within: 'P7D',
    due: (state, _step, _protocol, asked) => ahead(asked, plannedDayZero(state)),
  },
  ladder: [...bedsideLadder('physician'), ...windowLadder, ...expiryLadder],
};

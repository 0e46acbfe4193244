import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { dischargeLetter } from '../protocol/accessors.ts';
import { plus } from '../time.ts';
import { recorded } from './decisions.ts';
import { reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';
import { tocilizumabItems, tocilizumabRung } from './tocilizumab.ts';

/** S24: general practitioner and referrer know what was given and what to watch for. */
export const sendTheDischargeLetter: StepDefinition = {
  step: 'Send the discharge letter',
  phase: 'Treatment',
  role: 'coordinator',
  checklist: { items: tocilizumabItems },
  decisions: {
    sent: recorded(
      'I sent the discharge letter to general practitioner and referrer.',
      lazily(() => z.strictObject({ letterReference: reference })),
    ),
  },
  deadline: {
    kind: 'soft',
    within: 'P1D',
    due: ({ site }, { askedFrom }, protocol) => plus(askedFrom, dischargeLetter(protocol) ?? 'P1D', site.zone),
  },
  ladder: [...usualLadder('coordinator'), tocilizumabRung],
  officeHoursOnly: true,
};

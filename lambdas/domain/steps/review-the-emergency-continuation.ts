import * as z from 'zod';
import { isOpen, nextClosing, nextOpen, workingTimeOf } from '../calendar/working-time.ts';
import { lazily } from '../lazily.ts';
import { recorded } from './decisions.ts';
import { explanation, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** What two roles went on with together past a gate, QA reviews by the next working day (design 2.12). */
export const reviewTheEmergencyContinuation: StepDefinition = {
  step: 'Review the emergency continuation',
  phase: 'ContinuationReview',
  role: 'qa',
  decisions: {
    accepted: recorded(
      'I reviewed why two roles went on past this gate, and what was done under it: waiting would have harmed the patient. What follows is decided in the deviation named here.',
      lazily(() => z.strictObject({ deviationReference: reference, explanation })),
    ),
    'not-accepted': {
      ...recorded(
        'I reviewed why two roles went on past this gate, and what was done under it: it should have waited. What follows is decided in the deviation named here.',
        lazily(() => z.strictObject({ deviationReference: reference, explanation })),
      ),
      deviation: 'continuation-not-accepted',
    },
  },
  deadline: {
    // Whatever holds the journey, the review of what was done does not wait for it.
    kind: 'hard',
    within: 'P1D',
    due: (state, _step, _protocol, asked) => {
      const site = workingTimeOf(state);
      const nextDay = nextOpen(isOpen(asked, site) ? nextClosing(asked, site) : asked, site);
      return nextClosing(nextDay, site);
    },
  },
  ladder: usualLadder('qa'),
  officeHoursOnly: true,
};

import { back } from './common-decisions.ts';
import type { EnglishStep } from './step-texts.ts';

export const treatment = {
  'Give GO for thaw': {
    title: 'Give GO for thaw',
    ask: 'Please assess the patient now, and decide whether thawing may start.',
    decisions: { go: 'GO', defer: 'Defer', recondition: 'Decide on conditioning anew', ...back },
  },
  'Confirm GO for thaw': {
    title: 'Confirm GO for thaw',
    ask: 'Please confirm the GO as second person, or say no.',
    decisions: { go: 'GO confirmed', 'no-go': 'No GO' },
  },
  'Give the product': {
    title: 'Give the product',
    ask: 'Please record each item of the checklist, then the administration itself.',
    decisions: {
      given: 'Given',
      'partly-given': 'Partly given',
      'go-lapsed': 'Not thawed: GO no longer stands',
      defer: 'Not thawed: defer',
      remake: 'Not given: manufacture again',
      recollect: 'Not given: collect again',
      stopped: 'Not given: stop the treatment',
    },
  },
  'Monitor the patient': {
    title: 'Monitor the patient',
    ask: 'Please record what was assessed during acute monitoring, each dose of tocilizumab, and its end.',
    decisions: { completed: 'Monitoring completed' },
  },
  Discharge: {
    title: 'Discharge',
    ask: 'Please record how the stay ended.',
    decisions: { discharged: 'Discharged' },
  },
  'Send the discharge letter': {
    title: 'Send the discharge letter',
    ask: 'Please send the discharge letter to general practitioner and referrer.',
    decisions: { sent: 'Sent' },
  },
  'End the proximity period': {
    title: 'End the proximity period',
    ask: 'Please speak with the patient about the end of the time near the hospital.',
    decisions: { ended: 'Ended' },
  },
} satisfies Record<string, EnglishStep>;

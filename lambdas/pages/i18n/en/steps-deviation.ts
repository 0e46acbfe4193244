import type { EnglishStep } from './step-texts.ts';

/** What becomes of a deviation, and of the CAPA that follows from it. */
export const ofDeviations = {
  'Triage the deviation': {
    title: 'Triage the deviation',
    ask: 'Please read what was found, confirm or change its class, and record what was done at once and which containers are held.',
    decisions: { investigate: 'Investigate', closed: 'Minor: close' },
  },
  'Investigate the deviation': {
    title: 'Investigate the deviation',
    ask: 'Please investigate the deviation within 30 days: its root cause, and what it means for product and patient.',
    decisions: { investigated: 'Investigated' },
  },
  'Decide on the deviation': {
    title: 'Decide on the deviation',
    ask: 'Please read the investigation and decide: what becomes of the material, who is told, and whether a CAPA is needed.',
    decisions: { 'no-capa': 'Decided, no CAPA', capa: 'Decided, CAPA needed', again: 'Investigate again' },
  },
  'Plan the CAPA': {
    title: 'Plan the CAPA',
    ask: 'Please plan the corrective and preventive actions: what is done, who owns it, and by when.',
    decisions: { planned: 'Planned' },
  },
  'Check that the CAPA works': {
    title: 'Check that the CAPA works',
    ask: 'Please check, on evidence, whether the corrective and preventive actions keep it from happening again.',
    decisions: { effective: 'Effective', 'not-effective': 'Not effective' },
  },
} satisfies Record<string, EnglishStep>;

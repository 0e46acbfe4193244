import { stop } from './common-decisions.ts';
import type { EnglishStep } from './step-texts.ts';

/** What runs beside the course, and what follows from a report. */
export const beside = {
  'Reassess the patient': {
    title: 'Reassess the patient',
    ask: 'Please see the patient again while the product is made, and record whether treatment is still possible.',
    decisions: { fit: 'Still fit', deteriorated: 'Not fit now' },
  },
  'Record the pending tests': {
    title: 'Record the pending tests',
    ask: 'Please record the results that were pending when the batch was certified.',
    decisions: { passed: 'All passed', failed: 'A test failed' },
  },
  'Record the disposition': {
    title: 'Record the disposition',
    ask: 'Please obtain and record the manufacturer’s written disposition after the excursion.',
    decisions: { 'may-be-used': 'May be used', rejected: 'Must not be used' },
  },
  'Resolve the mismatch': {
    title: 'Resolve the mismatch',
    ask: 'Please obtain corrected evidence from its issuer. A mismatch of identity is never overridden.',
    decisions: { resolved: 'Resolved', 'not-resolved': 'Cannot be resolved' },
  },
  'Confirm the resolution': {
    title: 'Confirm the resolution',
    ask: 'Please compare the corrected evidence with the chain of identity, as second person.',
    decisions: { confirmed: 'Confirmed', again: 'Resolve again' },
  },
  'Review the flags': {
    title: 'Review the flags',
    ask: 'Please see the patient, and decide whether the flags are cleared.',
    decisions: { cleared: 'Clear the flags', stay: 'Flags stay', ...stop },
  },
  'Decide on the withdrawal': {
    title: 'Decide on the withdrawal',
    ask: 'Please speak with the patient about the withdrawn consent, and decide what follows.',
    decisions: {
      ...stop,
      'goes-on': 'Treatment goes on',
      'consented-again': 'Consented again',
      'not-withdrawn': 'Consent stands',
    },
  },
  'Confirm the death': {
    title: 'Confirm the death',
    ask: 'Please confirm whether the patient has died. Until two people have, everything is held.',
    decisions: { confirmed: 'Confirmed', 'not-so': 'Report was wrong' },
  },
  'Confirm the death as second person': {
    title: 'Confirm the death as second person',
    ask: 'Please confirm the death from a source of your own, as second person.',
    decisions: { confirmed: 'Confirmed', 'not-so': 'Report was wrong' },
  },
  'Compare with the paper record': {
    title: 'Compare with the paper record',
    ask: 'Please compare what was entered with the paper record: person, time and every value.',
    decisions: { same: 'The same', differs: 'Not the same' },
  },
  'Sign the correction': {
    title: 'Sign the correction',
    ask: 'A record that was signed has been corrected. Please compare, and sign it again as it now stands.',
    decisions: { signed: 'Sign it again', disputed: 'Not what happened' },
  },
  'Review the emergency continuation': {
    title: 'Review the emergency continuation',
    ask: 'In an emergency two people went on past a closed gate. Please review by the next working day why, and what was done under it.',
    decisions: { accepted: 'It was justified', 'not-accepted': 'It should have waited' },
  },
} satisfies Record<string, EnglishStep>;

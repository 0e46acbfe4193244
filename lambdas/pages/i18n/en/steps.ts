import { meaningsOf } from '../../../domain/steps/meanings.ts';
import type { StepName } from '../../../domain/vocabulary.ts';
import { orderMatch } from './order-match.ts';

export interface StepTexts {
  readonly title: string;
  /** What is wanted, in one sentence; used on the page and in the mail. */
  readonly ask: string;
  /** What a signature means (21 CFR 11.50: it stands with the signature), by decision and by `recordOf(item)`. */
  readonly meanings: Readonly<Record<string, string>>;
  readonly decisions: Readonly<Record<string, string>>;
}

const texts: Record<StepName, Omit<StepTexts, 'meanings'>> = {
  'Confirm eligibility': {
    title: 'Confirm eligibility',
    ask: 'Please confirm whether the patient is eligible for this treatment.',
    decisions: { eligible: 'Eligible', 'not-eligible': 'Not eligible' },
  },
  'Confirm consent': {
    title: 'Confirm consent',
    ask: 'Please confirm whether the patient has consented.',
    decisions: { consented: 'Consent given', refused: 'Consent refused' },
  },
  'Record apheresis': {
    title: 'Record apheresis',
    ask: 'Please record the apheresis and the identifiers of the starting material.',
    decisions: { collected: 'Collected', recollect: 'Collect again', stopped: 'Stop the treatment' },
  },
  'Check certificate': {
    title: 'Check certificate',
    ask: 'Please check the manufacturer’s certificate against the order and the chain of identity.',
    decisions: {
      certified: 'Certificate in order',
      remake: 'Manufacture again',
      recollect: 'Collect again',
      stopped: 'Stop the treatment',
    },
  },
  'Accept receipt': {
    title: 'Accept receipt',
    ask: 'Please inspect the delivered product and decide on its receipt.',
    decisions: {
      accepted: 'Accept',
      quarantined: 'Quarantine',
      remake: 'Manufacture again',
      recollect: 'Collect again',
      stopped: 'Stop the treatment',
    },
  },
  'Resolve quarantine': {
    title: 'Resolve quarantine',
    ask: 'Please decide what happens to the product in quarantine.',
    decisions: {
      accepted: 'Accept',
      remake: 'Manufacture again',
      recollect: 'Collect again',
      stopped: 'Stop the treatment',
    },
  },
  ...orderMatch.steps,
  'Give the product': {
    title: 'Give the product',
    ask: 'Please record each item of the checklist, then the administration itself.',
    decisions: {
      given: 'Given',
      'partly-given': 'Partly given',
      defer: 'Not thawed: defer',
      remake: 'Not given: manufacture again',
      recollect: 'Not given: collect again',
      stopped: 'Not given: stop the treatment',
    },
  },
  Discharge: {
    title: 'Discharge',
    ask: 'Please record how the stay ended.',
    decisions: { discharged: 'Discharged', died: 'Patient died' },
  },
  'Record follow-up visit': {
    title: 'Record follow-up visit',
    ask: 'Please record whether the follow-up visit took place.',
    decisions: {
      attended: 'Took place',
      missed: 'Missed',
      lost: 'Lost to follow-up',
      died: 'Patient died',
    },
  },
};

/** The sentences of the domain are English: what is shown is what is written. Other languages translate them. */
export const steps = Object.fromEntries(
  Object.entries(texts).map(([step, own]) => [step, { ...own, meanings: meaningsOf(step as StepName) }]),
) as Record<StepName, StepTexts>;

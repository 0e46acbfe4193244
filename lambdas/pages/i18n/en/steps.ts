import type { StepName } from '../../../domain/vocabulary.ts';

export interface StepTexts {
  readonly title: string;
  /** What is wanted, in one sentence; used on the page and in the mail. */
  readonly ask: string;
  /** What a signature under this step means (21 CFR 11.50: the meaning stands with the signature). */
  readonly meaning: string;
  readonly decisions: Readonly<Record<string, string>>;
}

export const steps: Record<StepName, StepTexts> = {
  'Confirm eligibility': {
    title: 'Confirm eligibility',
    ask: 'Please confirm whether the patient is eligible for this treatment.',
    meaning: 'I confirm the decision of the multidisciplinary team on indication and fitness for this therapy.',
    decisions: { eligible: 'Eligible', 'not-eligible': 'Not eligible' },
  },
  'Confirm consent': {
    title: 'Confirm consent',
    ask: 'Please confirm whether the patient has consented.',
    meaning: 'I confirm that informed consent was given in my presence on the stated version of the form.',
    decisions: { consented: 'Consent given', refused: 'Consent refused' },
  },
  'Record apheresis': {
    title: 'Record apheresis',
    ask: 'Please record the apheresis and the identifiers of the starting material.',
    meaning: 'I recorded the collection and reconciled its labels with the patient in front of me.',
    decisions: { collected: 'Collected', recollect: 'Collect again', stopped: 'Stop the treatment' },
  },
  'Check certificate': {
    title: 'Check certificate',
    ask: 'Please check the manufacturer’s certificate against the order and the chain of identity.',
    meaning: 'I checked the certificate of this batch against the order and the chain of identity.',
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
    meaning: 'I inspected the delivery and compared label, certificate and chain of identity.',
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
    meaning: "I resolved the quarantine on the maker's written disposition.",
    decisions: {
      accepted: 'Accept',
      remake: 'Manufacture again',
      recollect: 'Collect again',
      stopped: 'Stop the treatment',
    },
  },
  'Give GO': {
    title: 'Give GO',
    ask: 'Please decide whether the treatment goes ahead.',
    meaning: 'I confirm that the patient is fit for treatment now and that the accepted product is available.',
    decisions: { go: 'GO', defer: 'Defer', stopped: 'Stop the treatment' },
  },
  'Give the product': {
    title: 'Give the product',
    ask: 'Please record each item of the checklist, then the administration itself.',
    meaning: 'I was responsible for the administration recorded here.',
    decisions: { given: 'Given', 'partly-given': 'Partly given', 'not-given': 'Not given' },
  },
  Discharge: {
    title: 'Discharge',
    ask: 'Please record how the stay ended.',
    meaning: 'I discharged the patient after acute monitoring, with alert card and instructions.',
    decisions: { discharged: 'Discharged', died: 'Patient died' },
  },
  'Record follow-up visit': {
    title: 'Record follow-up visit',
    ask: 'Please record whether the follow-up visit took place.',
    meaning: 'I recorded this follow-up visit, or that it did not take place.',
    decisions: {
      attended: 'Took place',
      missed: 'Missed',
      lost: 'Lost to follow-up',
      died: 'Patient died',
    },
  },
};

import * as z from 'zod';
import { approvalsValid } from '../gates/approvals-valid.ts';
import { donorTestsInWindow } from '../gates/donor-tests-in-window.ts';
import { readinessInTime } from '../gates/readiness-in-time.ts';
import { collectionSlot } from '../journey/slots.ts';
import { lazily } from '../lazily.ts';
import { authorised, recorded, stopping } from './decisions.ts';
import { amount, confirmed } from './evidence.ts';
import { datedLadder } from './ladders.ts';
import { collectionTeam, sampleTooOld } from './slot-ladder.ts';
import type { StepDefinition } from './step.ts';

/** What is confirmed before a collection, at this step and anew when its slot was moved. */
export const readiness = {
  values: lazily(() =>
    z.strictObject({
      washoutsKept: confirmed,
      lymphocytesPerMicrolitre: amount('cells/µL'),
      plateletsPerNanolitre: amount('10^9/L', 5000),
      accessChecked: confirmed,
      slotConfirmedByMaker: confirmed,
      deviceAndKitInDate: confirmed,
    }),
  ),
  gates: [approvalsValid, donorTestsInWindow, readinessInTime],
};

/** S07: patient, washouts, counts, access and the maker's slot are as they must be; no-go means new slots. */
export const confirmReadiness: StepDefinition = {
  step: 'Confirm readiness',
  phase: 'Collection',
  role: 'apheresis',
  decisions: {
    ready: authorised(
      'I confirm that the patient can be collected in the booked slot: washouts, counts, access and kit are in order.',
      readiness.values,
      { gates: readiness.gates },
    ),
    rebook: recorded('I recorded that the patient cannot be collected in this slot: new slots have to be found.'),
    reorder: recorded('I recorded that what the order rests on no longer counts: it has to be ordered anew.'),
    stopped: stopping('I recorded that the patient will not be collected: the treatment is stopped.'),
  },
  deadline: { kind: 'hard', within: 'P7D', due: (state) => collectionSlot(state)?.from },
  ladder: [
    ...datedLadder('apheresis'),
    { rung: 'slot-in-3-days', at: { before: 'PT72H' }, to: collectionTeam, class: 'due' },
    { rung: 'slot-tomorrow', at: { before: 'PT24H' }, to: collectionTeam, class: 'due' },
    sampleTooOld,
  ],
};

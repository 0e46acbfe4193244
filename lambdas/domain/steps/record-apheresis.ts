import * as z from 'zod';
import { donorTestsInWindow } from '../gates/donor-tests-in-window.ts';
import { everyAuthorisation } from '../gates/every-authorisation.ts';
import { identityMatches } from '../gates/identity-matches.ts';
import { readinessStands } from '../gates/readiness-stands.ts';
import { deviceInDate } from '../gates/registers/device-in-date.ts';
import { claimOfDonation } from '../identifiers/claims.ts';
import { collectionSlot } from '../journey/slots.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { missingItems, secondPersonItem } from './checklists.ts';
import { readiness } from './confirm-readiness.ts';
import { recorded, stopping } from './decisions.ts';
import { amount, chainOfIdentity, donationNumber, pastDateTime, reference } from './evidence.ts';
import { datedLadder } from './ladders.ts';
import { slotLadder } from './slot-ladder.ts';
import type { ChecklistItem, StepContext, StepDefinition } from './step.ts';

const patientIdentified: ChecklistItem = {
  item: 'patient-identified',
  meaning:
    'I compared two identifiers of the patient and the chain of identity with the labels, before the collection.',
  values: lazily(() => z.strictObject({ chainOfIdentity })),
  gates: [identityMatches],
  foreseen: [readinessStands],
};

/** Readiness is about one slot: for another, or much later, it is confirmed anew. */
const readyAgain: ChecklistItem = {
  item: 'ready-again',
  meaning: 'I confirm again that the patient can be collected in the slot as it stands now.',
  values: readiness.values,
  gates: [...everyAuthorisation, ...readiness.gates],
  per: 'many',
};

const items: readonly ChecklistItem[] = [
  readyAgain,
  patientIdentified,
  secondPersonItem(patientIdentified, ['apheresis', 'nurse', 'physician', 'cell-lab']),
];

function plausible({ step, evidence, state }: StepContext): Refusal | null {
  const missing = missingItems(step, items);
  if (missing !== null) return missing;
  const { startedAt, endedAt, donationNumber: din } = evidence as Record<string, string>;
  if (String(endedAt) <= String(startedAt)) {
    return {
      code: 'invalid',
      message: `End of collection: got ${endedAt}, expected after its start ${startedAt}`,
      detail: { path: 'evidence.endedAt', problem: 'not-after-start' },
    };
  }
  const reused = Object.values(state.steps).some(
    ({ step: name, decision }) => name === 'Record apheresis' && decision?.evidence.donationNumber === din,
  );
  return reused
    ? {
        code: 'invalid',
        message: 'Donation number: got the number of an earlier collection, expected a new one for each collection',
        detail: { path: 'evidence.donationNumber', problem: 'used-before' },
      }
    : null;
}

/** S08: leukapheresis with its donation number (DIN) and the chain-of-identity id on every label. */
export const recordApheresis: StepDefinition = {
  step: 'Record apheresis',
  phase: 'Collection',
  role: 'apheresis',
  checklist: { items },
  decisions: {
    collected: {
      kind: 'record',
      meaning: 'I recorded the collection, its labels, and what was in contact with the material.',
      evidence: lazily(() =>
        z.strictObject({
          donationNumber,
          chainOfIdentity,
          startedAt: pastDateTime,
          endedAt: pastDateTime,
          device: reference,
          kitLot: reference,
          anticoagulantLot: reference,
          volumeMl: amount('mL', 5000),
        }),
      ),
      gates: [identityMatches],
      deviations: [...everyAuthorisation, donorTestsInWindow, readinessStands, deviceInDate('device')],
      check: plausible,
      claims: ({ evidence }) => [claimOfDonation(String(evidence.donationNumber))],
    },
    rebook: recorded('I recorded that nothing is collected in this slot: new slots have to be found.'),
    recollect: recorded('I recorded that this collection gave no usable material and has to be repeated.'),
    stopped: stopping('I recorded that collection, and with it the treatment, is stopped.'),
  },
  deadline: { kind: 'soft', within: 'P14D', due: (state) => collectionSlot(state)?.until },
  ladder: [...datedLadder('apheresis'), ...slotLadder],
};

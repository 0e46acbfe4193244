import * as z from 'zod';
import { isAnyPositive, sampleNotBefore } from '../journey/donor-tests.ts';
import { collectionSlot } from '../journey/slots.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { afterPositiveMarker } from '../protocol/accessors.ts';
import { authorised, recorded, stopping } from './decisions.ts';
import { confirmed, pastDateTime, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepContext, StepDefinition } from './step.ts';

const result = z.enum(['negative', 'positive']);

/** The minimum set of infectious disease markers of donors in the EU (Directive 2006/17/EC annex II). */
const markers = lazily(() =>
  z.strictObject({ hiv: result, hbsAg: result, antiHbc: result, hcv: result, syphilis: result }),
);

/** Not too long before the collection: the stricter of law and maker counts (C01, C02). */
function inWindow({ evidence, state, protocol }: StepContext): Refusal | null {
  const earliest = sampleNotBefore(state, protocol);
  const sampledAt = String(evidence.sampledAt);
  return earliest === undefined || sampledAt >= earliest
    ? null
    : {
        code: 'invalid',
        message: `Sample: taken ${sampledAt}, expected not before ${earliest}, for this collection`,
        detail: { path: 'evidence.sampledAt', problem: 'outside-window' },
      };
}

/** Whether material of a donor with a positive marker is taken, its maker says: the words of a label are not enough. */
function decidedByMaker({ evidence, protocol }: StepContext): Refusal | null {
  if (!isAnyPositive(evidence) || evidence.makerDecision !== undefined) return null;
  const rule = afterPositiveMarker(protocol);
  return {
    code: 'invalid',
    message: `Positive marker: expected the reference of the maker's decision (${rule === undefined ? 'the protocol says nothing' : `protocol: ${rule}`}). Ask the maker, or stop.`,
    detail: { path: 'evidence.makerDecision', problem: 'maker-decision-missing' },
  };
}

/** S07: the donor's infectious disease markers are known, from a sample within its window around the collection. */
export const checkDonorTests: StepDefinition = {
  step: 'Check donor tests',
  phase: 'Collection',
  role: 'apheresis',
  decisions: {
    tested: authorised(
      'I checked the infectious disease markers of the donor, and that the sample is within its window.',
      lazily(() =>
        z.strictObject({
          laboratoryReport: reference,
          sampledAt: pastDateTime,
          markers: markers(),
          haemodilutionExcluded: confirmed,
          makerDecision: reference.optional(),
        }),
      ),
      { check: (context) => inWindow(context) ?? decidedByMaker(context) },
    ),
    rebook: recorded('I recorded that the sample is outside its window or missing: new slots have to be found.'),
    stopped: stopping('I recorded that the markers rule out this collection: the treatment is stopped.'),
  },
  deadline: { kind: 'soft', within: 'P7D', due: (state) => collectionSlot(state)?.from },
  ladder: usualLadder('apheresis'),
};

import * as z from 'zod';
import { identityMatches } from '../gates/identity-matches.ts';
import { isDonorPositive } from '../journey/donor-tests.ts';
import { collectedDonation } from '../journey/product.ts';
import { latestDecision } from '../journey/state.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { afterPositiveMarker, holdBeforeShipment, leastCells } from '../protocol/accessors.ts';
import { instant, plus } from '../time.ts';
import { bagLabels, labelsAsCollected } from './bag-labels.ts';
import { authorised, recorded, stopping } from './decisions.ts';
import {
  amount,
  chainOfIdentity,
  confirmed,
  count,
  dateTime,
  donationNumber,
  reference,
  storagePosition,
} from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepContext, StepDefinition } from './step.ts';

const release = lazily(() =>
  z.strictObject({
    donationNumber,
    chainOfIdentity,
    nucleatedCells: amount('10^9 cells', 10_000),
    targetCells: amount('10^9 cells', 10_000).optional(),
    targetSource: reference.optional(),
    makerAcceptance: reference.optional(),
    viabilityPercent: amount('%', 100),
    sterilitySample: reference,
    labelsPrinted: count,
    labelsAttached: count,
    labelsDestroyed: count,
    labelsComparedByTwo: confirmed,
    bagLabels: bagLabels(),
    biohazardMarked: confirmed.optional(),
    storedApart: confirmed.optional(),
    heldAt: storagePosition,
    mustLeaveBy: dateTime,
    /** With it the material may wait longer than its protocol says. */
    makerExtension: reference.optional(),
  }),
);

/** What is reconciled, whether or not the release carries more (the maker's acceptance). */
const counted = lazily(() =>
  release().pick({ labelsPrinted: true, labelsAttached: true, labelsDestroyed: true, donationNumber: true }).strip(),
);

/** Every printed label is on the material or destroyed, and the donation is the one collected. */
function reconciled(context: StepContext): Refusal | null {
  const { evidence, state } = context;
  const { labelsPrinted, labelsAttached, labelsDestroyed, donationNumber: din } = counted().parse(evidence);
  if (din !== collectedDonation(state)) {
    return {
      code: 'invalid',
      message: 'Donation number: got another than the one recorded at the collection. Stop, and compare the labels.',
      detail: { path: 'evidence.donationNumber', problem: 'not-as-collected' },
    };
  }
  if (labelsAttached === 0) {
    return {
      code: 'invalid',
      message: 'Labels: got none attached, expected at least one on the material',
      detail: { path: 'evidence.labelsAttached', problem: 'none-attached' },
    };
  }
  return labelsPrinted === labelsAttached + labelsDestroyed
    ? (labelsAsCollected(context) ?? keptApart(context) ?? leavesInTime(context))
    : {
        code: 'invalid',
        message: `Labels: ${labelsPrinted} printed, expected as many attached and destroyed together`,
        detail: { path: 'evidence.labelsPrinted', problem: 'labels-not-reconciled' },
      };
}

/** It leaves ahead of now, and before it has waited longer than its protocol or its maker allows (C04). */
function leavesInTime({ evidence, state, protocol, now }: StepContext): Refusal | null {
  const { mustLeaveBy, makerExtension } = release()
    .pick({ mustLeaveBy: true, makerExtension: true })
    .strip()
    .parse(evidence);
  if (mustLeaveBy <= now) {
    return {
      code: 'invalid',
      message: `Must leave by: got ${mustLeaveBy}, expected after now (${now})`,
      detail: { path: 'evidence.mustLeaveBy', problem: 'not-ahead' },
    };
  }
  const hold = holdBeforeShipment(protocol);
  const collected = instant.safeParse(latestDecision(state, 'Record apheresis')?.evidence.endedAt);
  if (hold === undefined || !collected.success || makerExtension !== undefined) return null;
  const latest = plus(collected.data, hold, state.site.zone);
  return mustLeaveBy <= latest
    ? null
    : {
        code: 'invalid',
        message: `Must leave by: got ${mustLeaveBy}, expected at most ${latest}. For longer, the maker extends it in writing.`,
        detail: { path: 'evidence.mustLeaveBy', problem: 'held-too-long' },
      };
}

/** Material of a donor with a positive marker is marked, and endangers no other in storage. */
function keptApart({ evidence, state, protocol }: StepContext): Refusal | null {
  const missing = (['biohazardMarked', 'storedApart'] as const).find((field) => evidence[field] !== true);
  if (missing === undefined || !isDonorPositive(state)) return null;
  const rule = afterPositiveMarker(protocol);
  return {
    code: 'invalid',
    message: `Donor with a positive marker: expected the material marked as a biological hazard and stored apart${rule === undefined ? '' : ` (protocol: ${rule})`}`,
    detail: { path: `evidence.${missing}`, problem: 'donor-positive' },
  };
}

const target = lazily(() => release().pick({ targetCells: true, targetSource: true, makerAcceptance: true }).strip());

/** The least yield of the protocol, or of the maker's order form where that is more; unknown where neither says. */
function leastYield({ protocol, evidence }: StepContext): number | undefined {
  const { targetCells, targetSource } = target().parse(evidence);
  const known = [leastCells(protocol), targetSource === undefined ? undefined : targetCells];
  const most = Math.max(...known.map((one = 0) => one));
  return most > 0 ? most : undefined;
}

function enough(context: StepContext): Refusal | null {
  const least = leastYield(context);
  const got = Number(context.evidence.nucleatedCells);
  if (least === undefined && target().parse(context.evidence).makerAcceptance === undefined) {
    return {
      code: 'invalid',
      message:
        "Target of the yield: the protocol has none, expected it with its source (the maker's order form), or the maker's acceptance",
      detail: { path: 'evidence.targetCells', problem: 'target-unknown' },
    };
  }
  return least !== undefined && got < least
    ? {
        code: 'invalid',
        message: `Yield: got ${got} x 10^9 cells, expected at least ${least}. Ask the maker, or collect again.`,
        detail: { path: 'evidence.nucleatedCells', problem: 'under-target' },
      }
    : reconciled(context);
}

/** S09: yield, labels and interim hold of the starting material are checked; waiting for the courier counts as storage. */
export const releaseTheCollection: StepDefinition = {
  step: 'Release the collection',
  phase: 'Collection',
  role: 'cell-lab',
  secondTo: ['Record apheresis'],
  decisions: {
    released: authorised('I checked yield and labels of the starting material, and release it for shipment.', release, {
      gates: [identityMatches],
      check: enough,
    }),
    'released-under-target': authorised(
      "I checked labels and yield; the yield is under target, and I release it on the maker's written acceptance.",
      lazily(() => release().extend({ makerAcceptance: reference })),
      { gates: [identityMatches], check: reconciled },
    ),
    recollect: recorded('I do not release this material: it has to be collected again.'),
    stopped: stopping('I do not release this material: the treatment is stopped.'),
  },
  deadline: { kind: 'soft', within: 'PT4H' },
  ladder: usualLadder('cell-lab'),
};

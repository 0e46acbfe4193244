import * as z from 'zod';
import { attachment } from '../attachments/attachment.ts';
import { donationsCollected } from '../gates/donations-collected.ts';
import { identityMatches } from '../gates/identity-matches.ts';
import { claimOfContainer } from '../identifiers/claims.ts';
import { collections } from '../journey/collections.ts';
import { batchesBefore } from '../journey/product.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { containersPerBatch } from '../protocol/accessors.ts';
import { instant, startOfDay, startOfPrintedDay } from '../time.ts';
import { componentsAsProtocol, containerComponents } from './certificate-components.ts';
import { results, resultsInWords, withinSpecification } from './certificate-results.ts';
import { authorised, waysBack } from './decisions.ts';
import { because, chainOfIdentity, containers, date, donationNumbers, pastDate, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepContext, StepDefinition } from './step.ts';

const pendingTest = lazily(() => z.strictObject({ test: reference, dueOn: date }));

const certificate = lazily(() =>
  z.strictObject({
    certificateReference: reference,
    certificateAttachment: attachment.optional(),
    chainOfIdentity,
    /** What the batch was made from, as the certificate states it; none where the product is made without the patient's cells. */
    donationNumbers: donationNumbers.optional(),
    batch: reference,
    containers,
    containerComponents: containerComponents(),
    manufacturedOn: pastDate,
    expiresOn: date,
    results: results(),
    resultsInWords: resultsInWords(),
    certifiedByQualifiedPerson: reference,
    /** Tests whose results come after the release (staged certification). */
    pendingTests: z.array(pendingTest()).max(10).optional(),
  }),
);

/** Made after all its material was collected, and before it expires. */
function madeInTime({ evidence, state }: StepContext): Refusal | null {
  const { manufacturedOn, expiresOn, donationNumbers: named } = evidence;
  const made = startOfPrintedDay(String(manufacturedOn), state.site.zone);
  const starts = collections(state)
    .filter((one) => Array.isArray(named) && named.includes(one.evidence.donationNumber))
    .map((one) => instant.parse(one.evidence.startedAt));
  const collected = starts.toSorted().at(-1);
  if (collected !== undefined && made < startOfDay(collected, state.site.zone)) {
    return {
      code: 'invalid',
      message: `Manufacture: got ${String(manufacturedOn)}, expected not before the collection (${collected})`,
      detail: { path: 'evidence.manufacturedOn', problem: 'before-the-collection' },
    };
  }
  return String(manufacturedOn) < String(expiresOn)
    ? null
    : {
        code: 'invalid',
        message: `Manufacture: got ${String(manufacturedOn)}, expected before the expiry (${String(expiresOn)})`,
        detail: { path: 'evidence.manufacturedOn', problem: 'not-before-expiry' },
      };
}

/** Results that are still to come are due today or later. */
function stillToCome({ evidence, state, now }: StepContext): Refusal | null {
  const today = startOfDay(now, state.site.zone);
  const tests = certificate().shape.pendingTests.parse(evidence.pendingTests) ?? [];
  const past = tests.findIndex(({ dueOn }) => startOfPrintedDay(dueOn, state.site.zone) < today);
  return past === -1
    ? null
    : {
        code: 'invalid',
        message: `Pending test: got due on ${tests[past]?.dueOn}, expected today or later. Ask the maker for its result.`,
        detail: { path: `evidence.pendingTests.${past}.dueOn`, problem: 'not-ahead' },
      };
}

function plausible(context: StepContext): Refusal | null {
  const { evidence, state, protocol, now } = context;
  const expiry = startOfPrintedDay(String(evidence.expiresOn), state.site.zone);
  if (expiry <= now) {
    return {
      code: 'invalid',
      message: `Expiry: got ${String(evidence.expiresOn)}, expected a day after today: an expired batch cannot be certified for use`,
      detail: { path: 'evidence.expiresOn', problem: 'already-expired' },
    };
  }
  const listed = evidence.containers as readonly string[];
  if (new Set(listed).size < listed.length) {
    return {
      code: 'invalid',
      message: 'Containers: got one twice, expected each container of the batch once',
      detail: { path: 'evidence.containers', problem: 'named-twice' },
    };
  }
  const { min = 1, max } = containersPerBatch(protocol);
  if (listed.length < min || (max !== undefined && listed.length > max)) {
    return {
      code: 'invalid',
      message: `Containers: got ${listed.length}, expected ${min} to ${max ?? 'any number'} by the protocol. Ask the maker.`,
      detail: { path: 'evidence.containers', problem: 'not-as-many-as-protocol' },
    };
  }
  return batchesBefore(state).includes(String(evidence.batch))
    ? {
        code: 'invalid',
        message: 'Batch: got the number of an earlier batch of this journey, expected a new one for each manufacture',
        detail: { path: 'evidence.batch', problem: 'used-before' },
      }
    : (componentsAsProtocol(context) ?? stillToCome(context) ?? madeInTime(context) ?? withinSpecification(context));
}

/** S13: the certificate of the Qualified Person was received, and its identifiers, results, containers and expiry were checked. */
export const checkCertificate: StepDefinition = {
  step: 'Check certificate',
  phase: 'Manufacturing',
  role: 'pharmacist',
  decisions: {
    certified: authorised(
      'I checked the certificate of this batch against the order and the chain of identity, and its results against their limits.',
      certificate,
      {
        gates: [identityMatches, donationsCollected],
        check: plausible,
        claims: ({ evidence, protocol }) =>
          (evidence.containers as readonly string[]).map((container) =>
            claimOfContainer(protocol.names.holder, String(evidence.batch), container),
          ),
      },
    ),
    ...waysBack(
      'I checked what was received: there is no usable product.',
      // What a batch failed by is kept with the decision that follows from it.
      lazily(() => because().extend({ resultsOutside: z.array(reference).min(1).max(40).optional() })),
    ),
  },
  deadline: { kind: 'soft', within: 'P7D' },
  ladder: usualLadder('pharmacist'),
};

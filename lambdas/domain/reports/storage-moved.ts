import * as z from 'zod';
import type { GateContext } from '../gates/gate.ts';
import { storageQualified } from '../gates/registers/storage-qualified.ts';
import { certifiedEver } from '../journey/containers.ts';
import { isOfCollection } from '../journey/custody.ts';
import { exposureLimit } from '../journey/exposure.ts';
import type { JourneyState } from '../journey/state.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { amount, containers, explanation, reference, storagePosition } from '../steps/evidence.ts';
import type { ReportDefinition } from './report.ts';

const moved = lazily(() =>
  z.strictObject({
    containers,
    storageDevice: reference,
    storagePosition,
    exposureSeconds: amount('s', 36_000),
    explanation,
  }),
);

const isOfProduct = (state: JourneyState, container: string): boolean =>
  certifiedEver(state).some((one) => one.container === container);

/** Containers of another course are recorded in theirs. */
function ours({ evidence, state }: GateContext): Refusal | null {
  const foreign = moved()
    .parse(evidence)
    .containers.findIndex((container) => !isOfProduct(state, container) && !isOfCollection(container, state));
  return foreign === -1
    ? null
    : {
        code: 'invalid',
        message: 'Containers: got one that is not of this course, expected containers of its collection or its batches',
        detail: { path: `evidence.containers.${foreign}`, problem: 'not-of-this-course' },
      };
}

function tooLongOutside({ evidence, state, protocol }: GateContext): string | undefined {
  const { exposureSeconds, containers: named } = moved().parse(evidence);
  const limit = exposureLimit(state, protocol);
  return limit === undefined || exposureSeconds <= limit || !named.some((container) => isOfProduct(state, container))
    ? undefined
    : `Exposure: got ${exposureSeconds} s, expected at most ${limit} s`;
}

export const storageMoved: ReportDefinition = {
  report: 'storage-moved',
  roles: ['cell-lab', 'pharmacist'],
  meaning: 'I moved these containers to another position.',
  values: moved,
  check: ours,
  deviations: [storageQualified],
  excursion: tooLongOutside,
};

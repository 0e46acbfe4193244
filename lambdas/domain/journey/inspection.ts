import * as z from 'zod';
import { chainOfIdentitySchema, sameChainOfIdentity } from '../identifiers/chain-of-identity.ts';
import { lazily } from '../lazily.ts';
import { components, storageRange } from '../protocol/accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import { custodyFaults } from './custody.ts';
import { donationsOf } from './donations.ts';
import { labelCodes, labelFaults } from './label-faults.ts';
import { certifiedBatch, certifiedContainers, currentCertificate, registeredIdentity, sameSet } from './product.ts';
import { activePhases, type JourneyState, stepKey } from './state.ts';

const found = lazily(() =>
  z.object({
    sealIntact: z.boolean(),
    shipperUndamaged: z.boolean(),
    temperatureInRange: z.boolean(),
    lowestTemperature: z.number(),
    highestTemperature: z.number(),
    containersCounted: z.int(),
    containersIntact: z.boolean(),
    autologousUseOnly: z.boolean(),
    documentsPresent: z.boolean(),
    chainOfIdentity: chainOfIdentitySchema,
    batch: z.string(),
    containers: z.array(z.string()),
    labelCodes: labelCodes().optional(),
  }),
);

/** What inspection and documents of the present delivery show wrong, by name; undefined before the inspection was recorded. */
export function inspectionFaults(state: JourneyState, protocol: Protocol): readonly string[] | undefined {
  const receipt = activePhases(state).find(({ phase }) => phase === 'Receipt');
  if (receipt === undefined) return undefined;
  const step = state.steps[stepKey({ phase: 'Receipt', round: receipt.round, step: 'Inspect the delivery' })];
  const read = found().safeParse(step?.decision?.evidence);
  if (!read.success) return undefined;
  const {
    chainOfIdentity,
    batch,
    containers,
    containersCounted,
    labelCodes: codes = [],
    lowestTemperature,
    highestTemperature,
    ...marks
  } = read.data;
  const registered = registeredIdentity(state);
  const { min, max } = storageRange(protocol);
  const { temperatureInRange, ...ticks } = marks;
  const certificate = currentCertificate(state);
  const known = {
    chainOfIdentity: registered,
    donations: certificate === undefined ? [] : donationsOf(state, certificate),
    batch: certifiedBatch(state),
    containers: certifiedContainers(state),
    expiresOn: certificate === undefined ? undefined : String(certificate.evidence.expiresOn),
    items: components(protocol).length,
    year: Number(step?.decision?.recordedAt.slice(0, 'yyyy'.length)),
  };
  const expected = certifiedContainers(state);
  const faults: readonly (readonly [string, boolean])[] = [
    ...Object.entries(ticks).map(([name, good]) => [name, !good] as const),
    [
      'temperatureInRange',
      !temperatureInRange ||
        (max !== undefined && highestTemperature > max) ||
        (min !== undefined && lowestTemperature < min),
    ],
    ['chainOfIdentity', registered === undefined || !sameChainOfIdentity(registered, chainOfIdentity)],
    ['batch', batch !== certifiedBatch(state)],
    ['containers', containersCounted !== expected.length || !sameSet(containers, expected)],
  ];
  return [
    ...faults.filter(([, bad]) => bad).map(([name]) => name),
    ...labelFaults(codes, known),
    ...documentFaults(state, protocol),
  ];
}

/** What the documents of the present delivery show wrong, known before anybody opens it. */
export function documentFaults(state: JourneyState, protocol: Protocol): readonly string[] {
  const receipt = activePhases(state).find(({ phase }) => phase === 'Receipt');
  const ref = { phase: 'Receipt', step: 'Follow the delivery' } as const;
  const travelled = receipt === undefined ? undefined : state.steps[stepKey({ ...ref, round: receipt.round })];
  return travelled === undefined ? [] : custodyFaults(state, protocol, travelled).map((name) => `custody-${name}`);
}

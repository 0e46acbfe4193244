import { certifiedEver, containersToAccount } from '../journey/containers.ts';
import { isOfCollection } from '../journey/custody.ts';
import { certifiedBatch, certifiedContainers } from '../journey/product.ts';
import { type JourneyState, latestDecision, type Report, reportsOf } from '../journey/state.ts';
import { concernOf } from './concern.ts';
import type { Matter } from './matter.ts';

/** A container that is of this course: of its collection, or of one of its batches. */
export const isOurs = (state: JourneyState, container: string): boolean =>
  isOfCollection(container, state) || certifiedEver(state).some((one) => one.container === container);

/** The storage device that a container of the product is in now, as it was named; undefined where the record does not say. */
function placeOf(state: JourneyState, container: string): string | undefined {
  const moved = reportsOf(state, 'storage-moved').findLast(({ values }) =>
    [values.containers].flat().includes(container),
  );
  const received = (['Resolve quarantine', 'Accept receipt'] as const)
    .map((step) => latestDecision(state, step)?.evidence.storageDevice)
    .find((place) => place !== undefined);
  const place = moved?.values.storageDevice ?? received;
  return place === undefined ? undefined : String(place);
}

/** Containers of the product that by the record are in this storage device now; all of them where the record does not say. */
export const containersIn = (state: JourneyState, device: unknown): readonly string[] =>
  certifiedContainers(state).filter((container) => {
    const place = placeOf(state, container);
    return place === undefined || place === device;
  });

/** The devices that by the record hold something of the product now that was neither given nor accounted for otherwise. */
export const devicesInUse = (state: JourneyState): readonly string[] => [
  ...new Set(containersToAccount(state).flatMap(({ container }) => placeOf(state, container) ?? [])),
];

const named = ({ values }: Report): readonly string[] => [values.containers ?? []].flat().map(String);

/** What of this course a matter is about: as it was reported; else, where it is about the product, all of the batch. */
export function containersConcerned(state: JourneyState, { deviations, first }: Matter): readonly string[] {
  const reports = state.reports.filter(({ seq }) => deviations.some(({ report }) => report === seq));
  const stated = reports.flatMap((report) =>
    report.report === 'storage-alarm' ? containersIn(state, report.values.storageDevice) : named(report),
  );
  if (stated.length > 0) return [...new Set(stated)];
  const isOfProduct = ['product', 'identity'].includes(concernOf(state, first));
  return isOfProduct ? certifiedContainers(state) : [];
}

export const batchConcerned = (state: JourneyState, matter: Matter): string | undefined =>
  containersConcerned(state, matter).some((one) => certifiedContainers(state).includes(one))
    ? certifiedBatch(state)
    : undefined;

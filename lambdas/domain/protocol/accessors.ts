import type { StepName } from '../vocabulary.ts';
import { compareDurations } from './durations.ts';
import type { InUseClock, MonitoringProfile, Protocol, StartingMaterialKind, Visit } from './schema.ts';

// A value whose sources differ has the strictest in front (rule lenient-value-first), so `value` is always the one that gates.

/** How long this product lets the step stay open before it counts as late, where that is not the usual time of the step. */
export const stepDeadline = (protocol: Protocol, step: StepName): string | undefined =>
  protocol.stepDeadlines[step]?.value;

/** The follow-up visits in rising order; `after` counts from day 0, the day of administration. */
export const visits = (protocol: Protocol): readonly Visit[] => protocol.followUp.visits;

/** Every in-use clock with the event it starts from. All of them gate, whatever the jurisdiction. */
export const inUseClocks = (protocol: Protocol): readonly InUseClock[] => protocol.preparation.inUseClocks;

/** What has to be collected; `none` means a journey without a collection. */
export const startingMaterialKind = (protocol: Protocol): StartingMaterialKind => protocol.startingMaterial.kind;

/** How long the collected material may wait before it leaves the centre, or undefined where the file does not say. */
export const holdBeforeShipment = (protocol: Protocol): string | undefined =>
  protocol.startingMaterial.holdBeforeShipment?.value;

/** What the plan is made from until the maker says otherwise; all durations. */
export const makerTimes = ({ manufacturing }: Protocol) => ({
  /** From arrival at the maker to the certificate. */
  predicted: manufacturing.predicted.value,
  /** No word from the maker for this long is asked after. */
  silence: manufacturing.silence.value,
});

/** At least this long before its expiry the product must arrive, or undefined where the file does not say. */
export const remainingShelfLife = (protocol: Protocol): string | undefined =>
  protocol.receipt.remainingShelfLife?.value;

/** A part of the dose and how many containers of it make one. */
export interface Component {
  /** Undefined where the dose is one component. */
  readonly name: string | undefined;
  readonly containersPerDose: { readonly min: number | undefined; readonly max: number | undefined };
}

/** The components of one dose in the order in which they are given; one without a name where the label knows no parts. */
export const components = ({ product: { components: parts, containers } }: Protocol): readonly Component[] =>
  parts === undefined
    ? [{ name: undefined, containersPerDose: bounds(containers.perDose) }]
    : parts
        .toSorted((one, other) => one.order.value - other.order.value)
        .map(({ name, containersPerDose }) => ({ name, containersPerDose: bounds(containersPerDose) }));

const bounds = ({ min, max }: Protocol['product']['containers']['perDose']): Component['containersPerDose'] => ({
  min: min?.value,
  max: max?.value,
});

/** How many containers one batch can have: those of every component of a dose, as often as it is given; a side nobody says is open. */
export function containersPerBatch(protocol: Protocol): Component['containersPerDose'] {
  const parts = components(protocol).map(({ containersPerDose }) => containersPerDose);
  const most = parts.reduce((sum, { max = Number.POSITIVE_INFINITY }) => sum + max, 0);
  return {
    min: parts.reduce((sum, { min = 1 }) => sum + min, 0),
    max: Number.isFinite(most) ? most * protocol.product.administrations.value : undefined,
  };
}

type Conditioning = NonNullable<Protocol['conditioning']>;

/** What must stand before conditioning starts, or undefined where there is none. */
export const goBasis = (protocol: Protocol): Conditioning['goBasis']['value'] | undefined =>
  protocol.conditioning?.goBasis.value;

/** Days before administration on which conditioning is given, where the label names days. */
export const conditioningDays = (protocol: Protocol): readonly number[] | undefined =>
  protocol.conditioning?.daysBefore?.value;

/** When conditioning is done again: the product is this late, and more white cells per µL than this, where said. */
export function conditioningRepeat({ conditioning }: Protocol) {
  const repeat = conditioning?.repeat;
  return repeat && { delayedBy: repeat.delayedBy.value, whiteCellsAbove: repeat.whiteCellsAbove?.value };
}

/** When conditioning may be left out: at most so many white cells per µL, counted within this time before the product. */
export function conditioningOmit({ conditioning }: Protocol) {
  const omit = conditioning?.omit;
  return omit && { whiteCellsAtMost: omit.whiteCellsAtMost.value, within: omit.within.value };
}

/** How long before the first infusion the premedication is given; undefined where the label asks for none. */
export function premedicationBefore({
  treatment,
}: Protocol): { readonly min: string; readonly max: string } | undefined {
  const before = treatment?.premedication?.before;
  return before && { min: before.min.value, max: before.max.value };
}

/** How long a GO counts after it was signed, or undefined where the file has no section on treatment. */
export const goValidity = (protocol: Protocol, go: 'thaw' | 'conditioning'): string | undefined =>
  protocol.treatment?.goValidity[go].value;

/** The longest duration from day 0 in which the profile asks the patient to be watched or nearby. */
export function monitoringEnd({ daily, total, proximity }: MonitoringProfile): string {
  const durations = [daily, total, proximity?.duration].flatMap((duration) => duration?.value ?? []);
  const [longest] = durations.toSorted(compareDurations).reverse();
  if (longest === undefined) throw new RangeError('monitoring profile without end: parse the protocol before asking');
  return longest;
}

/** How long from day 0 the profile asks for acute monitoring, before the time near the centre; undefined where it only asks for that. */
export function acuteMonitoringEnd({ daily, total }: MonitoringProfile): string | undefined {
  return [daily, total]
    .flatMap((duration) => duration?.value ?? [])
    .toSorted(compareDurations)
    .at(-1);
}

/**
 * Days from day 0 by each of which the profile asks for an observation: every day, or so many times in the first week,
 * spread over it. Of a range the upper end counts, as the stricter.
 */
export function observationDays({ daily, visitsFirstWeek }: MonitoringProfile): readonly number[] {
  const days: number[] = [];
  const visits = visitsFirstWeek?.max.value ?? 0;
  for (let visit = 1; visit <= visits; visit += 1) days.push(Math.max(1, Math.floor((visit * 7) / visits)));
  for (let day = 1; daily !== undefined && compareDurations(`P${day}D`, daily.value) <= 0; day += 1) days.push(day);
  return [...new Set(days)].toSorted((one, other) => one - other);
}

/** The discharge letter goes out at most this long after discharge, or undefined where the file does not say. */
export const dischargeLetter = (protocol: Protocol): string | undefined => protocol.discharge?.letter.value;

/** True where secondary malignancy is asked for after the last visit too. */
export const isLifelong = (protocol: Protocol): boolean => protocol.followUp.lifelong?.value ?? false;

/** The track of the registry and the visits reported to it, or undefined where the file names none. */
export function registry({ followUp }: Protocol) {
  const told = followUp.registry;
  return told && { track: told.track.value, reports: told.reports.value };
}

/** How long records are kept, in years, and from when. */
export const retention = ({ traceability }: Protocol) => ({
  years: traceability.years.value,
  from: traceability.from.value,
});

/** The indications for which the file gives a window after conditioning; empty where it gives none. */
export const indicationsOf = ({ conditioning }: Protocol): readonly string[] => [
  ...new Set((conditioning?.windows ?? []).flatMap(({ indications }) => indications)),
];

/** The least yield of a collection in 10^9 cells, or undefined where the file does not say. */
export const leastCells = ({ startingMaterial }: Protocol): number | undefined => startingMaterial.minCells?.value;

/** What follows from a positive marker of the donor, in the words of its source; undefined where the file does not say. */
export const afterPositiveMarker = ({ startingMaterial }: Protocol): string | undefined =>
  startingMaterial.donorTests?.positiveResult?.value;

/** Temperatures in degrees Celsius between which the product is kept; a side the label leaves open is undefined. */
export const storageRange = ({ product: { storage } }: Protocol) => ({
  min: storage.min?.value,
  max: storage.max?.value,
});

/** True where the product is kept frozen until it is thawed to be given. */
export const isFrozen = ({ product: { form } }: Protocol): boolean => form.value.startsWith('frozen');

/** Degrees Celsius between which the collected material travels; where the file only says how it is kept, as it is kept. */
export function outboundRange({ startingMaterial: { transport, storage } }: Protocol) {
  const range = transport?.temperature ?? storage;
  return { min: range?.min?.value, max: range?.max?.value };
}

/** Degrees Celsius between which the product travels; where the file only says how it is kept, as it is kept. */
export function shipmentRange(protocol: Protocol) {
  const range = protocol.shipping.temperature;
  return range === undefined ? storageRange(protocol) : { min: range.min?.value, max: range.max?.value };
}

/** From arrival to accepted, quarantined or refused. */
export const acceptanceDecision = ({ receipt }: Protocol): string => receipt.acceptanceDecision.value;

/** From arrival to the confirmation to the maker, or undefined where the file does not say. */
export const confirmationToMaker = ({ receipt }: Protocol): string | undefined => receipt.confirmationToMaker?.value;

/** True where a container is thawed only when the one before was given. */
export const thawsOneByOne = ({ preparation }: Protocol): boolean => preparation.thaw?.oneByOne.value ?? false;

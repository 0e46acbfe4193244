import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { outboundRange, shipmentRange } from '../protocol/accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import { type Instant, instant } from '../time.ts';
import type { StepName } from '../vocabulary.ts';
import { collections } from './collections.ts';
import { certifiedContainers, sameSet } from './product.ts';
import { mustLeaveBy } from './shipments.ts';
import { decisionIn, effectiveTime, type JourneyState, type StepState, stepsNamed } from './state.ts';

/** Which way a shipment goes: the starting material to its maker, or the product to the hospital. */
export type Leg = 'outbound' | 'inbound';

/** Where material can leave its limits: on its way, or in storage. */
export const excursionLeg = z.enum(['outbound', 'inbound', 'storage']);
export type ExcursionLeg = z.infer<typeof excursionLeg>;

const STEP_OF: Readonly<Record<Leg, StepName>> = {
  outbound: 'Ship the starting material',
  inbound: 'Follow the delivery',
};

export const legOf = ({ step }: Pick<StepState, 'step'>): Leg | undefined =>
  step === STEP_OF.outbound ? 'outbound' : step === STEP_OF.inbound ? 'inbound' : undefined;

/** The newest shipment of this leg. */
export const shipmentStep = (state: JourneyState, leg: Leg): StepState | undefined =>
  stepsNamed(state, STEP_OF[leg]).at(-1);

export const handedOver = z.object({ containers: z.array(z.string()), qualifiedUntil: instant });
export const arrived = lazily(() =>
  z.object({
    sealIntact: z.boolean(),
    lowestTemperature: z.number(),
    highestTemperature: z.number(),
  }),
);

/** What the documents of one shipment say, as far as they were recorded. */
export interface Shipment {
  readonly leg: Leg;
  /** Where it is recorded; undefined before anybody was asked. */
  readonly step?: StepState;
  readonly left?: z.infer<typeof handedOver> & { readonly at: Instant };
  readonly came?: z.infer<ReturnType<typeof arrived>> & { readonly at: Instant };
}

export function shipmentOf(state: JourneyState, leg: Leg, step: StepState | undefined): Shipment {
  const out = step?.checklist['handed-over'];
  const back = step?.checklist.arrived;
  return {
    leg,
    ...(step === undefined ? {} : { step }),
    ...(out === undefined ? {} : { left: { ...handedOver.parse(out.values), at: effectiveTime(state, out).at } }),
    ...(back === undefined ? {} : { came: { ...arrived().parse(back.values), at: effectiveTime(state, back).at } }),
  };
}

interface Known {
  readonly state: JourneyState;
  readonly protocol: Protocol;
}
type Judge = (shipment: Shipment, known: Known) => string | undefined;

/** Degrees Celsius between which a shipment travels. */
export const travelRange = (leg: Leg, protocol: Protocol) =>
  leg === 'outbound' ? outboundRange(protocol) : shipmentRange(protocol);

/** What can be wrong with a shipment by its documents, and how that reads; undefined while it is not. */
const judges = {
  seal: ({ came }) => (came === undefined || came.sealIntact ? undefined : 'Seal: got broken, expected intact'),
  temperature: ({ leg, came }, { protocol }) => {
    if (came === undefined) return undefined;
    const { min, max } = travelRange(leg, protocol);
    const { lowestTemperature: lowest, highestTemperature: highest } = came;
    const outside = (min !== undefined && lowest < min) || (max !== undefined && highest > max);
    return outside
      ? `Temperature: got ${lowest} to ${highest} °C, expected ${min ?? 'any'} to ${max ?? 'any'} °C`
      : undefined;
  },
  qualification: ({ left, came }) => {
    if (left === undefined) return undefined;
    if (left.at >= left.qualifiedUntil) {
      return `Hand-over: got ${left.at}, expected before ${left.qualifiedUntil}, to when the shipper is qualified`;
    }
    return came === undefined || came.at <= left.qualifiedUntil
      ? undefined
      : `Arrival: got ${came.at}, expected until ${left.qualifiedUntil}, to when the shipper is qualified`;
  },
  order: ({ left, came }) =>
    left === undefined || came === undefined || left.at <= came.at
      ? undefined
      : `Arrival: got ${came.at}, expected not before the hand-over (${left.at})`,
  departure: ({ leg, left }, { state }) => {
    const by = leg === 'outbound' ? mustLeaveBy(state) : undefined;
    return left === undefined || by === undefined || left.at <= by
      ? undefined
      : `Hand-over: got ${left.at}, expected until ${by}, as released`;
  },
  contents: ({ leg, step, left }, { state }) => {
    if (left === undefined) return undefined;
    const expected =
      leg === 'outbound'
        ? otherThanCollected(left.containers, donationsBefore(state, step))
        : otherThanCertified(left.containers, certifiedContainers(state));
    return expected === undefined ? undefined : `Containers: got ${left.containers.join(', ')}, expected ${expected}`;
  },
} satisfies Readonly<Record<string, Judge>>;

export type CustodyFault = keyof typeof judges;

/** What takes material out of its limits: its maker says in writing whether it may still be used. */
export const EXCURSIONS: readonly CustodyFault[] = ['seal', 'temperature', 'qualification'];

/** What is carried into the inspection. That material left late says nothing about how it arrived. */
export const ON_ARRIVAL: readonly CustodyFault[] = [...EXCURSIONS, 'contents'];

export const custodyFault = (name: CustodyFault, shipment: Shipment, known: Known): string | undefined =>
  judges[name](shipment, known);

interface CustodyBreach {
  readonly fault: CustodyFault;
  readonly reason: string;
}

/** Everything the documents of this shipment show wrong, whatever was decided on it. */
export function custodyBreaches(state: JourneyState, protocol: Protocol, step: StepState): readonly CustodyBreach[] {
  const leg = legOf(step);
  if (leg === undefined) return [];
  const shipment = shipmentOf(state, leg, step);
  return ([...ON_ARRIVAL, 'departure'] as const).flatMap((fault) => {
    const reason = custodyFault(fault, shipment, { state, protocol });
    return reason === undefined ? [] : [{ fault, reason }];
  });
}

const otherThanCertified = (containers: readonly string[], certified: readonly string[]): string | undefined =>
  sameSet(containers, certified) ? undefined : certified.join(', ') || 'none';

/** Donations collected before a shipment was asked for, oldest first. */
const donationsBefore = (state: JourneyState, step: StepState | undefined): readonly string[] =>
  collections(state)
    .filter(({ seq }) => step === undefined || seq < step.openedSeq)
    .map(({ evidence }) => String(evidence.donationNumber));

/** Bags of several collections can be sent together, but none without those of the newest, which was released for it. */
function otherThanCollected(containers: readonly string[], donations: readonly string[]): string | undefined {
  const newest = donations.at(-1);
  if (newest === undefined) return undefined;
  const isRight =
    containers.every((label) => donations.some((donation) => names(label, donation))) &&
    containers.some((label) => names(label, newest));
  if (isRight) return undefined;
  return `containers of donation ${donations.join(' or ')}${donations.length === 1 ? '' : `, some of them of ${newest}`}`;
}

/** A label is read with its blanks, and with what is printed around the donation number. */
const names = (label: string, donation: unknown): boolean => label.replaceAll(/\s/g, '').includes(String(donation));

/** True of a label that names a donation of this course, whichever of its collections that was. */
export const isOfCollection = (label: string, state: JourneyState): boolean =>
  collections(state).some(({ evidence }) => names(label, evidence.donationNumber));

/** What the documents of this shipment show wrong and nobody has settled; excursions count until its maker allowed the use. */
export function custodyFaults(state: JourneyState, protocol: Protocol, step: StepState): readonly CustodyFault[] {
  const faults = custodyBreaches(state, protocol, step).map(({ fault }) => fault);
  const settled = mayBeUsed(state, step) ? EXCURSIONS : [];
  return faults.filter((fault) => ON_ARRIVAL.includes(fault) && !settled.includes(fault));
}

/** True once there is a disposition about what this shipment's documents showed, and each allows the use. */
function mayBeUsed(state: JourneyState, { checklist }: StepState): boolean {
  const told = Object.values(checklist).map(({ seq }) => seq);
  const about = state.phases.filter(({ phase, about: seq }) => phase === 'Excursion' && told.includes(seq ?? 0));
  return (
    about.length > 0 &&
    about.every((record) => decisionIn(state, record, 'Record the disposition')?.decision === 'may-be-used')
  );
}

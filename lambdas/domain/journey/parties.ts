import { dayZero } from './product.ts';
import { type JourneyState, latestDecision, type StepState, stepsNamed } from './state.ts';

/** Who may wait for a course (clinical-pathway 5.8). */
export const PARTIES = ['maker', 'apheresisUnit', 'carrier', 'ward', 'funder', 'registry'] as const;
export type Party = (typeof PARTIES)[number];

const newest = (state: JourneyState, name: StepState['step']): StepState | undefined => stepsNamed(state, name).at(-1);

/** True when it was decided so in some round, whatever came later. */
const everDecided = (state: JourneyState, name: StepState['step'], ...decisions: readonly string[]): boolean =>
  stepsNamed(state, name).some(({ decision }) => decisions.includes(decision?.decision ?? ''));

/** A shipment that was being waited for when the course ended. */
const underWay = (state: JourneyState, name: StepState['step']): boolean => {
  const step = newest(state, name);
  return step?.status === 'withdrawn' && step.checklist.arrived === undefined;
};

/** What makes each party one that waits. Once the product was given nobody waits to make, collect, carry or pay for it. */
const WAITS: Readonly<Record<Party, (state: JourneyState) => boolean>> = {
  maker: (state) => dayZero(state) === undefined && everDecided(state, 'Place the order', 'ordered'),
  apheresisUnit: (state) => {
    const booked = latestDecision(state, 'Book the slots');
    const collection = newest(state, 'Record apheresis')?.decision;
    return booked?.decision === 'booked' && (collection === undefined || collection.seq < booked.seq);
  },
  carrier: (state) => underWay(state, 'Ship the starting material') || underWay(state, 'Follow the delivery'),
  ward: (state) => dayZero(state) === undefined && everDecided(state, 'Prescribe the product', 'prescribed'),
  funder: (state) => dayZero(state) === undefined && everDecided(state, 'Confirm funding', 'funded'),
  registry: (state) => everDecided(state, 'Report to the registry', 'reported'),
};

/** Who waits for this course, by its log: none of them can be said not to be involved. */
export const partiesInvolved = (state: JourneyState): readonly Party[] =>
  PARTIES.filter((party) => WAITS[party](state));

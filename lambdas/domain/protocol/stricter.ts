import { compareDurations } from './durations.ts';

/** Which of two values of one place lets less through. */
export type Direction = 'least' | 'greatest';

const temperature = <const P extends string>(place: P) =>
  ({ [`${place}.min`]: 'greatest', [`${place}.max`]: 'least' }) as Record<`${P}.min` | `${P}.max`, Direction>;

/** Where sources may differ, and which value is then the stricter. A place that is not here may have no alternatives. */
export const STRICTER = {
  'startingMaterial.cryopreserved.maxAge': 'least',
  'startingMaterial.freshMaxAge': 'least',
  ...temperature('startingMaterial.storage'),
  'startingMaterial.minCells': 'greatest',
  ...temperature('startingMaterial.transport.temperature'),
  'startingMaterial.transport.holdTime': 'least',
  'startingMaterial.holdBeforeShipment': 'least',
  'startingMaterial.donorTests.windows[].before': 'least',
  'startingMaterial.donorTests.windows[].after': 'least',
  'manufacturing.silence': 'least',
  'manufacturing.slip': 'least',
  ...temperature('product.storage'),
  'product.shelfLife': 'least',
  ...temperature('shipping.temperature'),
  'shipping.holdTime': 'least',
  'receipt.acceptanceDecision': 'least',
  'receipt.confirmationToMaker': 'least',
  'receipt.remainingShelfLife': 'greatest',
  'preparation.inUseClocks[].limit': 'least',
  ...temperature('preparation.inUseClocks[].temperature'),
  'preparation.infusionRate.min': 'greatest',
  'preparation.infusionRate.max': 'least',
  'preparation.pushUpTo': 'least',
  'conditioning.windows[].min': 'greatest',
  'conditioning.windows[].max': 'least',
  'conditioning.repeat.delayedBy': 'least',
  'conditioning.repeat.whiteCellsAbove': 'least',
  'conditioning.omit.whiteCellsAtMost': 'least',
  'conditioning.omit.within': 'least',
  'conditioning.liveVaccineFree': 'greatest',
  'treatment.premedication.before.min': 'greatest',
  'treatment.premedication.before.max': 'least',
  'treatment.tocilizumab[].dosesOnSite': 'greatest',
  'treatment.tocilizumab[].resupplyWithin': 'least',
  'treatment.goValidity.thaw': 'least',
  'treatment.goValidity.conditioning': 'least',
  'monitoring.profiles[].daily': 'greatest',
  'monitoring.profiles[].visitsFirstWeek.min': 'greatest',
  'monitoring.profiles[].visitsFirstWeek.max': 'greatest',
  'monitoring.profiles[].total': 'greatest',
  'monitoring.profiles[].proximity.duration': 'greatest',
  'monitoring.profiles[].proximity.travelTime': 'least',
  'monitoring.profiles[].noDriving': 'greatest',
  'monitoring.profiles[].temperatureLog.min': 'greatest',
  'monitoring.profiles[].temperatureLog.max': 'greatest',
  'discharge.notBefore': 'greatest',
  'discharge.letter': 'least',
  'followUp.years': 'greatest',
  'followUp.visits[].windowBefore': 'least',
  'followUp.visits[].windowAfter': 'least',
  'followUp.visits[].reportDue': 'least',
  'traceability.years': 'greatest',
} as const satisfies Readonly<Record<string, Direction>>;
export type StricterPlace = keyof typeof STRICTER;

export const isStricterPlace = (place: string): place is StricterPlace => Object.hasOwn(STRICTER, place);

/** A value and what other sources say about the same thing. */
export interface Stated<T extends number | string> {
  readonly value: T;
  readonly alternatives?: readonly { readonly value: T }[] | undefined;
}

/** Of a value and its alternatives, the one that gates: strings are ISO 8601 durations, numbers are in one unit. */
export const strictest = <T extends number | string>(place: StricterPlace, stated: Stated<T>): T =>
  strictestOf(STRICTER[place], [stated.value, ...(stated.alternatives ?? []).map(({ value }) => value)]);

/** The least or the greatest of several. */
export function strictestOf<T extends number | string>(direction: Direction, values: readonly [T, ...T[]]): T {
  const [first, ...others] = values;
  return others.reduce((best: T, value) => {
    const difference = compare(value, best);
    return (direction === 'least' ? difference < 0 : difference > 0) ? value : best;
  }, first);
}

function compare(one: number | string, other: number | string): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'string' && typeof other === 'string') return compareDurations(one, other);
  throw new TypeError(`strictest: got ${typeof one} and ${typeof other}, expected two numbers or two durations`);
}

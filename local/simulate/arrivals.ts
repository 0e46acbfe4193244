import { type Instant, plusMilliseconds } from '../../lambdas/domain/time.ts';
import { FIRST_DAY } from '../scenario/embedded-stage.ts';
import { MEAN_DAYS_BETWEEN_ORDERS } from './base-rates.ts';
import { chanceOf } from './chance.ts';

/** An order that comes in. */
export interface Arrival {
  /** From 0, in the order of arrival. */
  readonly index: number;
  readonly order: string;
  readonly at: Instant;
  readonly protocol: string;
  readonly site: string;
}

/** What is simulated; all that the figures depend on. */
export interface Plan {
  readonly journeys: number;
  readonly seed: number;
  readonly protocols: readonly string[];
  readonly sites: readonly string[];
}

/** Journeys that share a stack at most: few enough that its functions remember them all. */
export const BATCH = 20;
/** And at least, where there are as many: a stack takes as long to start as a third of a journey. */
const SMALLEST = 5;
/** Of what is left to play, so that no thread waits long for another's last batch. */
const SHARE = 8;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Orders that come in one by one, independent of one another. */
export function arrivalsOf({ journeys, seed, protocols, sites }: Plan): readonly Arrival[] {
  const arrivals: Arrival[] = [];
  let at = FIRST_DAY;
  for (let index = 0; index < journeys; index += 1) {
    const order = `SIM-${seed}-${index}`;
    const chance = chanceOf(seed, order);
    const gap = chance.waiting(MEAN_DAYS_BETWEEN_ORDERS * DAY_MS, 'arrival');
    at = plusMilliseconds(at, Math.round(gap / MINUTE_MS) * MINUTE_MS);
    arrivals.push({
      index,
      order,
      at,
      protocol: oneOf(protocols, chance.draw('protocol')),
      site: oneOf(sites, chance.draw('site')),
    });
  }
  return arrivals;
}

/**
 * Arrivals in the groups that are played together, smaller towards the end. They depend on the plan alone, so that the number
 * of threads changes nothing; journeys of different groups meet nowhere but in the figures.
 */
export function batchesOf(arrivals: readonly Arrival[]): readonly (readonly Arrival[])[] {
  const batches: (readonly Arrival[])[] = [];
  for (let at = 0; at < arrivals.length; ) {
    const size = Math.max(SMALLEST, Math.min(BATCH, Math.ceil((arrivals.length - at) / SHARE)));
    batches.push(arrivals.slice(at, at + size));
    at += size;
  }
  return batches;
}

function oneOf<T>(given: readonly T[], draw: number): T {
  const found = given[Math.floor(draw * given.length)];
  if (found === undefined) throw new Error('Plan: expected at least one protocol and one site');
  return found;
}

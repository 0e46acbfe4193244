import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import type { Mail } from '../aws/ses.ts';
import type { Renewed } from '../hospital/upkeep.ts';
import type { Arrival } from './arrivals.ts';
import { figuresOf } from './course-figures.ts';
import type { Held } from './simulated-course.ts';
import { type Counts, Tallies, Tally } from './tally.ts';

/** A journey that is not as it should be, and where. */
export interface Complaint {
  readonly index: number;
  readonly journeyId: string;
  readonly protocol: string;
  readonly site: string;
  readonly why: string;
}

/** Sums over journeys: as large after ten thousand of them as after ten. Plain data, so that threads can hand them over. */
export interface Sums {
  readonly finished: number;
  readonly verified: number;
  readonly events: number;
  readonly signOffs: number;
  readonly lateSteps: number;
  readonly years: number;
  /** Journeys by outcome, by protocol, by site, and deviations by kind. */
  readonly outcomes: Counts;
  readonly protocols: Counts;
  readonly sites: Counts;
  readonly deviations: Counts;
  /** Journeys by the whole years that they lasted, and by the days from collection to infusion. */
  readonly lasted: Counts;
  readonly veinToVein: Counts;
  /** Decisions by step and by the hours since it was asked. */
  readonly delays: Readonly<Record<string, Counts>>;
  /** What was signed, by role and by `role month`. */
  readonly load: Counts;
  readonly monthly: Counts;
  /** Mails by person, and by person and class. */
  readonly mails: Counts;
  readonly mailClasses: Counts;
  /** Rungs by step and kind: how often they were told, and acted on within a day by whom they went to. */
  readonly told: Counts;
  readonly actedOn: Counts;
  /** Gates of the quality system by name: how often one kept somebody waiting, and for how many hours (`heldHours`). */
  readonly closedGates: Counts;
  readonly heldHours: Readonly<Record<string, Counts>>;
  /** Ways past them, by kind and gate, such as `qa-exemption: site-ready`. */
  readonly passed: Counts;
  /** What was renewed, by register, in time and late: `equipment: in time`. */
  readonly renewals: Counts;
  readonly stuck: readonly Complaint[];
  readonly broken: readonly Complaint[];
  readonly faults: readonly string[];
}

/** Of errors of functions that are many, the first say enough. */
const MOST_FAULTS = 20;

type Totals = 'finished' | 'verified' | 'events' | 'signOffs' | 'lateSteps' | 'years';
const TALLIES = [
  'outcomes',
  'protocols',
  'sites',
  'deviations',
  'lasted',
  'veinToVein',
  'load',
  'monthly',
  'mails',
  'mailClasses',
  'told',
  'actedOn',
  'closedGates',
  'passed',
  'renewals',
] as const;
type TallyName = (typeof TALLIES)[number];

/** Gathers what journeys come to; of a journey itself nothing is kept. */
export class Figures {
  readonly #totals: Record<Totals, number> = {
    finished: 0,
    verified: 0,
    events: 0,
    signOffs: 0,
    lateSteps: 0,
    years: 0,
  };
  readonly #tallies = Object.fromEntries(TALLIES.map((name) => [name, new Tally()])) as Record<TallyName, Tally>;
  readonly #delays = new Tallies();
  readonly #held = new Tallies();
  readonly #stuck: Complaint[] = [];
  readonly #broken: Complaint[] = [];
  readonly #faults: string[] = [];

  ended(arrival: Arrival, journeyId: string, events: readonly JourneyEvent[], held: readonly Held[]): void {
    const course = figuresOf(events);
    const totals = this.#totals;
    totals.finished += 1;
    totals.events += course.events;
    totals.years += course.years;
    totals.lateSteps += course.late;
    totals.signOffs += course.signed.filter(({ isDecision }) => isDecision).length;
    if (course.verified) totals.verified += 1;
    else this.#broken.push({ ...about(arrival, journeyId), why: 'the audit chain does not verify' });
    const tallies = this.#tallies;
    tallies.outcomes.add(course.outcome);
    tallies.protocols.add(arrival.protocol);
    tallies.sites.add(arrival.site);
    tallies.lasted.add(String(Math.floor(course.years)));
    if (course.veinToVein !== undefined) tallies.veinToVein.add(String(course.veinToVein));
    for (const kind of course.deviations) tallies.deviations.add(kind);
    for (const { step, rung, told, actedOn } of course.rungs) {
      tallies.told.add(`${step}: ${rung}`, told);
      tallies.actedOn.add(`${step}: ${rung}`, actedOn);
    }
    for (const { role, month } of course.signed) {
      tallies.load.add(role);
      tallies.monthly.add(`${role} ${month}`);
    }
    for (const { step, hours } of course.delays) this.#delays.of(step).add(String(hours));
    for (const way of course.passed) tallies.passed.add(way);
    for (const { gate, hours } of held) {
      tallies.closedGates.add(gate);
      this.#held.of(gate).add(String(hours));
    }
  }

  stuck(arrival: Arrival, journeyId: string, why: string): void {
    this.#stuck.push({ ...about(arrival, journeyId), why });
  }

  mailed({ tags: { reader = 'nobody', class: mailClass = 'none' } }: Mail): void {
    this.#tallies.mails.add(reader);
    this.#tallies.mailClasses.add(`${reader} ${mailClass}`);
  }

  renewed({ what, isLate }: Renewed): void {
    this.#tallies.renewals.add(`${what}: ${isLate ? 'late' : 'in time'}`);
  }

  fault(text: string): void {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push(text);
  }

  /** Adds the sums of others. */
  add(sums: Sums): void {
    for (const name of Object.keys(this.#totals) as Totals[]) this.#totals[name] += sums[name];
    for (const name of TALLIES) this.#tallies[name].addAll(sums[name]);
    this.#delays.addAll(sums.delays);
    this.#held.addAll(sums.heldHours);
    this.#stuck.push(...sums.stuck);
    this.#broken.push(...sums.broken);
    for (const fault of sums.faults) this.fault(fault);
  }

  get sums(): Sums {
    const counts = Object.fromEntries(TALLIES.map((name) => [name, this.#tallies[name].counts])) as Record<
      TallyName,
      Counts
    >;
    return {
      ...this.#totals,
      ...counts,
      delays: this.#delays.counts,
      heldHours: this.#held.counts,
      stuck: this.#stuck.toSorted(byIndex),
      broken: this.#broken.toSorted(byIndex),
      faults: this.#faults.toSorted(),
    };
  }
}

const about = ({ index, protocol, site }: Arrival, journeyId: string) => ({ index, journeyId, protocol, site });
const byIndex = (one: Complaint, other: Complaint): number => one.index - other.index;

import { minus } from '../../lambdas/domain/time.ts';
import { loadHospital } from '../hospital/load-hospital.ts';
import { embeddedStage, type Stage } from '../scenario/embedded-stage.ts';
import type { StackTemplate } from '../template/template-set.ts';
import type { Arrival } from './arrivals.ts';
import { chanceOf } from './chance.ts';
import { Figures } from './figures.ts';
import { HospitalLife } from './hospital-life.ts';
import { SimulatedCourse } from './simulated-course.ts';

export interface BatchOptions {
  readonly seed: number;
  readonly templates: readonly StackTemplate[];
  /** Told each time a journey has ended. */
  onEnded?(): void;
}

/** Plays the journeys that arrive one after the other on a stack of their own, to the end of the last one. */
export async function playBatch(batch: readonly Arrival[], options: BatchOptions): Promise<Figures> {
  const [first] = batch;
  const figures = new Figures();
  if (first === undefined) return figures;
  const { seed, templates } = options;
  const chance = chanceOf(seed, `hospital/${first.index}`);
  // Its files are written on some day of the year before, so that every batch meets other things that lapse.
  const writtenOn = minus(first.at, `P${1 + Math.floor(chance.draw('written') * 300)}D`, 'UTC');
  const stage = await embeddedStage(
    {
      seed: seed + first.index,
      templates,
      tables: 'memory',
      prepare: (place) => loadHospital(place, writtenOn),
      onFunctionError: (name, { errorType, errorMessage }) => figures.fault(`${name}: ${errorType}: ${errorMessage}`),
    },
    first.at,
  );
  try {
    const world = { ...stage.world, request: stage.stack.request };
    const player = new BatchPlayer({ ...stage, world }, batch, options, figures);
    const life = await HospitalLife.begin({
      place: stage.stack,
      chance,
      from: first.at,
      isTreating: () => player.isTreating,
      renewed: (renewed) => figures.renewed(renewed),
    });
    await player.play(life);
  } finally {
    await stage.stack.stop();
  }
  return figures;
}

class BatchPlayer {
  readonly #stage: Stage;
  readonly #options: BatchOptions;
  readonly #figures: Figures;
  readonly #waiting: Arrival[];
  readonly #open = new Map<string, SimulatedCourse>();
  /** Courses that did something since they were last looked at. */
  readonly #touched = new Set<SimulatedCourse>();
  #mailsSeen = 0;

  constructor(stage: Stage, batch: readonly Arrival[], options: BatchOptions, figures: Figures) {
    this.#stage = stage;
    this.#options = options;
    this.#figures = figures;
    this.#waiting = [...batch];
  }

  /** Whether a patient may still meet a gate that asks a register. */
  get isTreating(): boolean {
    return this.#waiting.length > 0 || this.#open.values().some(({ isInFollowUp }) => !isInFollowUp);
  }

  async play(life: HospitalLife): Promise<void> {
    const { world } = this.#stage;
    for (;;) {
      await world.settle();
      await this.#readMail();
      await this.#close();
      if (this.#waiting.length === 0 && this.#open.size === 0) break;
      if (!(await this.#next(life))) break;
    }
    for (const course of this.#open.values()) await this.#leave(course);
  }

  /** Does what is due, or lets time pass; false when nothing will ever happen. */
  async #next(life: HospitalLife): Promise<boolean> {
    const { world, webhookSecret } = this.#stage;
    const [arrival] = this.#waiting;
    const course = [...this.#open.values()].reduce<SimulatedCourse | undefined>(earlier, undefined);
    const at = [arrival?.at, course?.next?.at, life.next].filter((one) => one !== undefined).sort()[0];
    if (at === undefined || at > (await world.now())) return world.pass(at);
    if (life.next !== undefined && life.next === at) await life.act();
    else if (course !== undefined && course.next?.at === at) {
      this.#touched.add(course);
      await course.act();
    } else if (arrival !== undefined) {
      this.#waiting.shift();
      const ordered = new SimulatedCourse(world, arrival, this.#options.seed, life);
      await ordered.order(webhookSecret);
      this.#open.set(ordered.journeyId, ordered);
    }
    return true;
  }

  async #readMail(): Promise<void> {
    if (this.#stage.stack.usage().emails === this.#mailsSeen) return;
    const mails = this.#stage.stack.outbox(this.#mailsSeen);
    this.#mailsSeen += mails.length;
    for (const mail of mails) {
      this.#figures.mailed(mail);
      const { journey } = mail.tags;
      if (journey !== undefined) await this.#open.get(journey)?.read(mail);
    }
  }

  /** Takes leave of journeys that have ended: nothing of them is kept but their figures. */
  async #close(): Promise<void> {
    const now = await this.#stage.world.now();
    for (const course of this.#touched) {
      if (course.isForsaken(now)) {
        this.#touched.delete(course);
        await this.#leave(course);
        continue;
      }
      if (!course.isQuiet) continue;
      this.#touched.delete(course);
      if (await course.hasClosed()) await this.#leave(course);
    }
  }

  async #leave(course: SimulatedCourse): Promise<void> {
    const { arrival, journeyId, blocked, held } = course;
    const events = await course.log();
    if (events.some(({ type }) => type === 'journey.closed')) this.#figures.ended(arrival, journeyId, events, held);
    else {
      const reasons = [...blocked].map(([step, why]) => `${step}: ${why}`);
      this.#figures.stuck(arrival, journeyId, reasons.join('; ') || 'nobody is asked anything any more');
    }
    this.#open.delete(journeyId);
    this.#options.onEnded?.();
  }
}

const earlier = (one: SimulatedCourse | undefined, other: SimulatedCourse): SimulatedCourse | undefined =>
  other.next === undefined || (one?.next !== undefined && one.next.at <= other.next.at) ? one : other;

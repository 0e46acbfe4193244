import * as z from 'zod';
import { taskOf } from '../../lambdas/domain/competence/tasks.ts';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { fold } from '../../lambdas/domain/journey/apply.ts';
import { REPORT } from '../../lambdas/domain/sign-off/submission.ts';
import { type Instant, millisecondsBetween, plus } from '../../lambdas/domain/time.ts';
import type { StepName } from '../../lambdas/domain/vocabulary.ts';
import { goesElsewhere } from '../../scenarios/endings.ts';
import type { Mail } from '../aws/ses.ts';
import { type Course, courseOf } from '../scenario/course.ts';
import { whenAfter } from '../scenario/moment.ts';
import { operate } from '../scenario/operations.ts';
import { linkIn, type MemberOf, readStep, signAsShown, trySigning } from '../scenario/people.ts';
import { ACKNOWLEDGED_AFTER } from '../scenario/run-scenario.ts';
import type { Answer } from '../scenario/scenario.ts';
import { wasAsked } from '../scenario/scripts.ts';
import { sendNewOrder } from '../scenario/send-order.ts';
import type { World } from '../scenario/world.ts';
import { accountsOf } from './accounts.ts';
import { type AskedStep, answersTo } from './answers.ts';
import type { Arrival } from './arrivals.ts';
import { type Chance, chanceOf } from './chance.ts';
import { isOpenByNow, type QualityGate, qualityGates, waysPast } from './closed-gates.ts';
import type { HospitalLife } from './hospital-life.ts';
import { zoneOf } from './sites.ts';
import { note, nothingTold } from './told.ts';
import { insteadOf } from './turns.ts';

/** What the page says was recorded. */
const recorded = z.object({ decision: z.string() });

/** Every function has read each event strictly; what is left to prove of a log is its chain, and that is verified whole. */
const newEvents = z.object({ events: z.array(z.custom<JourneyEvent>()) });

/** Something a person is going to do. */
export interface Act {
  readonly at: Instant;
  do(): Promise<void>;
}

/** Answers of one step that are still to be given, the first one next. */
interface Task extends AskedStep {
  readonly key: string;
  readonly answers: readonly Answer[];
  readonly tries: number;
}

/** A gate of the quality system that was closed when somebody came to sign, and how long it kept them waiting. */
export interface Held {
  readonly gate: QualityGate;
  readonly hours: number;
}

const HOUR_MS = 3_600_000;

/** Who is refused tries again on the next day, so often; then the journey is stuck at this step. */
const MOST_TRIES = 20;
const AGAIN_AFTER = 'P1D';
const FORSAKEN_AFTER = 'P2Y';
/** The patient turns to another centre, if at all, before the product is prescribed. */
const ELSEWHERE_AT: StepName = 'Prescribe the product';

/** The people around one patient: they order, read their mail, sign when they get round to it, and are told no. */
export class SimulatedCourse {
  readonly arrival: Arrival;
  journeyId = '';
  /** Where nobody gets on, and why. */
  readonly blocked = new Map<string, string>();
  readonly #world: World;
  readonly #course: Course;
  readonly #chance: Chance;
  readonly #zone: string;
  readonly #told = nothingTold();
  readonly #links = new Map<string, string>();
  readonly #acknowledged = new Set<string>();
  #acts: Act[] = [];
  /** As far as it was read. */
  readonly #log: JourneyEvent[] = [];
  /** When something was last asked or signed. */
  #movedAt: Instant;
  /** Steps that were asked and not decided yet, as far as people know. */
  readonly #open = new Set<string>();

  readonly #life: HospitalLife;
  /** When each gate of the quality system was first found closed at a step. */
  readonly #closedSince = new Map<string, Map<QualityGate, Instant>>();
  /** Gates of the quality system that kept somebody waiting, until it could be signed. */
  readonly held: Held[] = [];
  #isInFollowUp = false;

  constructor(world: World, arrival: Arrival, seed: number, life: HospitalLife) {
    this.arrival = arrival;
    this.#world = world;
    this.#life = life;
    this.#course = courseOf(arrival.protocol, arrival.order);
    this.#chance = chanceOf(seed, arrival.order);
    this.#zone = zoneOf(arrival.site);
    this.#movedAt = arrival.at;
  }

  /** Whether the patient was treated: from then on no gate asks a register. */
  get isInFollowUp(): boolean {
    return this.#isInFollowUp;
  }

  /** What is done next. */
  get next(): Act | undefined {
    return this.#acts[0];
  }

  /** Whether nobody asked or signed anything for longer than any visit is away: what goes on is only reminders. */
  isForsaken(now: Instant): boolean {
    // Most courses move within a year, and nobody need look at a calendar.
    return yearOf(now) > yearOf(this.#movedAt) && now > plus(this.#movedAt, FORSAKEN_AFTER, this.#zone);
  }

  /** Nobody of this course was asked anything that they did not answer. */
  get isQuiet(): boolean {
    return this.#acts.length === 0 && this.#open.size === 0;
  }

  async order(webhookSecret: string): Promise<void> {
    const { protocol, order, site, at } = this.arrival;
    this.journeyId = await sendNewOrder(this.#world, webhookSecret, { protocol, order, site, authoredOn: at });
  }

  async read({ at, text = '', tags }: Mail): Promise<void> {
    const path = linkIn(text);
    const { step: named, round: counted, rung, reader } = tags;
    if (path === undefined || named === undefined || reader === undefined) return;
    const step = named.replaceAll('_', ' ') as StepName;
    const round = Number(counted);
    const key = `${step} ${round}`;
    const isKnown = this.#links.has(key);
    // A mail can warn of an expiry long before anybody is asked; people act when they are asked.
    if (!isKnown && rung !== 'asked' && !wasAsked(await this.log(), { step, round })) {
      await this.#acknowledge(at, key, path, reader);
      return;
    }
    this.#links.set(key, path);
    if (!isKnown) await this.#plan(at, { step, round });
    if (rung !== 'asked') await this.#acknowledge(at, key, path, reader);
  }

  /** Does what is due. */
  async act(): Promise<void> {
    const act = this.#acts.shift();
    await act?.do();
  }

  /** The whole log, of which only what is new is read. */
  async log(): Promise<readonly JourneyEvent[]> {
    const path = `/ops/journeys/${this.journeyId}?after=${this.#log.length}`;
    const reply = await this.#world.request(path, { method: 'GET' });
    const { events } = newEvents.parse(reply.body);
    this.#log.push(...events);
    return this.#log;
  }

  async hasClosed(): Promise<boolean> {
    return (await this.log()).some(({ type }) => type === 'journey.closed');
  }

  #schedule(act: Act): void {
    const at = this.#acts.findIndex((other) => other.at > act.at);
    this.#acts.splice(at < 0 ? this.#acts.length : at, 0, act);
  }

  async #plan(askedAt: Instant, asked: AskedStep): Promise<void> {
    const key = `${asked.step} ${asked.round}`;
    this.#open.add(key);
    this.#movedAt = askedAt;
    if (asked.step === 'Record follow-up visit') this.#isInFollowUp = true;
    if (asked.step === ELSEWHERE_AT && this.#chance.happens('goesElsewhere', key)) {
      const leaves = goesElsewhere(asked.step, asked.round);
      const leave = async (): Promise<void> => {
        if (!(await this.hasClosed())) await operate(this.#world, this.journeyId, leaves, [], this.#zone);
      };
      this.#schedule({ at: whenAfter(askedAt, leaves.after, this.#zone), do: leave });
    }
    const answers =
      asked.step === 'Account for every container'
        ? accountsOf(this.#course, this.#told, fold(await this.log()))
        : answersTo(this.#course, this.#told, asked, this.#chance);
    if (answers === undefined) this.blocked.set(key, 'nobody knows how to answer');
    else this.#next({ ...asked, key, answers, tries: 0 }, askedAt);
  }

  /** Plans the next answer of a task, if one is left. */
  #next(task: Task, from: Instant): void {
    const [answer] = task.answers;
    if (answer === undefined) return;
    const at = whenAfter(from, answer.after, this.#zone);
    this.#schedule({ at, do: () => this.#sign(task, answer, at) });
  }

  async #sign(task: Task, answer: Answer, at: Instant): Promise<void> {
    const { step, round, key, answers } = task;
    let signer = '';
    const memberOf: MemberOf = (role, { item } = {}) => {
      const { site } = this.arrival;
      const task = taskOf(step, typeof item === 'string' ? item : undefined);
      signer = this.#life.signer({ site, role, chance: this.#chance, task, at });
      return signer;
    };
    const link = this.#links.get(key) ?? '';
    const signed = await trySigning(this.#world, link, answer, this.#zone, await this.log(), memberOf);
    if (signed === 'withdrawn') {
      this.#open.delete(key);
      return;
    }
    const reply = typeof signed === 'string' ? undefined : signed.reply;
    if (reply !== undefined && (reply.status === 200 || reply.status === answer.refused)) {
      this.blocked.delete(key);
      this.#movedAt = at;
      if (reply.status === 200 && answer.decision !== REPORT) this.#opened(key, at);
      if (answers.length === 1) {
        this.#open.delete(key);
      }
      if (reply.status === 200) note(this.#told, step, round, recorded.parse(reply.body).decision);
      this.#next({ ...task, answers: answers.slice(1), tries: 0 }, at);
      return;
    }
    // Whoever came to exempt somebody is not needed any more; who signs comes next.
    if (reply !== undefined && answer.decision === REPORT && answers.length > 1 && isOpenByNow(reply)) {
      this.#next({ ...task, answers: answers.slice(1), tries: 0 }, at);
      return;
    }
    this.blocked.set(
      key,
      reply === undefined ? `the link: ${signed}` : `${answer.decision}: ${JSON.stringify(reply.body)}`,
    );
    const gates = reply === undefined ? [] : qualityGates(reply);
    const since = this.#closedSince.get(key) ?? new Map<QualityGate, Instant>();
    for (const gate of gates) since.set(gate, since.get(gate) ?? at);
    this.#closedSince.set(key, since);
    const past = waysPast(gates, { step, tries: task.tries, performer: signer });
    if (past.length > 0) {
      this.#next({ ...task, answers: [...past, ...answers], tries: task.tries + 1 }, at);
      return;
    }
    const instead = insteadOf(this.#course, step, task.tries);
    if (instead !== undefined) {
      this.#next({ ...task, answers: [instead], tries: task.tries + 1 }, at);
      return;
    }
    if (task.tries >= MOST_TRIES) return;
    const again = plus(at, AGAIN_AFTER, this.#zone);
    this.#schedule({ at: again, do: () => this.#sign({ ...task, tries: task.tries + 1 }, answer, again) });
  }

  /** What kept a step waiting does so no more. */
  #opened(key: string, at: Instant): void {
    for (const [gate, since] of this.#closedSince.get(key) ?? []) {
      this.held.push({ gate, hours: Math.round(millisecondsBetween(since, at) / HOUR_MS) });
    }
    this.#closedSince.delete(key);
  }

  /** Whoever is called opens the link, and says that they see to it. */
  async #acknowledge(at: Instant, key: string, path: string, reader: string): Promise<void> {
    // A shared mailbox is nobody; whoever is called has a mail of their own.
    if (reader.includes('@')) return;
    const rung = (await readStep(this.#world, path))?.urgent?.rung;
    if (rung === undefined || this.#acknowledged.has(`${key} ${rung}`)) return;
    this.#acknowledged.add(`${key} ${rung}`);
    const answer: Answer = { decision: 'acknowledge', after: ACKNOWLEDGED_AFTER, evidence: () => ({ rung }) };
    this.#schedule({
      at: plus(at, ACKNOWLEDGED_AFTER, this.#zone),
      do: async () => {
        const now = await readStep(this.#world, path);
        // Decided meanwhile, or acknowledged by another of those who were called.
        if (now?.status !== 'open' || now.urgent?.rung !== rung) return;
        const signing = { zone: this.#zone, log: [], memberOf: () => reader };
        await signAsShown(this.#world, path, now, answer, signing);
      },
    });
  }
}

const yearOf = (at: Instant): string => at.slice(0, 'yyyy'.length);

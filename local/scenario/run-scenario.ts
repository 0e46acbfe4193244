import * as z from 'zod';
import { type ChainVerdict, verifyChain } from '../../lambdas/domain/audit/chain.ts';
import { type JourneyEvent, parseEvent } from '../../lambdas/domain/events/journey-event.ts';
import { type Instant, plus } from '../../lambdas/domain/time.ts';
import { ROLES, type StepName } from '../../lambdas/domain/vocabulary.ts';
import { usualAnswers } from '../../scenarios/usual-answers.ts';
import { browserAt } from './browser.ts';
import { unmetExpectations, unmetOfChange } from './check-expectations.ts';
import { courseOf } from './course.ts';
import { inTurn } from './in-turn.ts';
import { confirmAsTold, keepAsTold } from './keep-as-told.ts';
import { momentAt, whenAfter } from './moment.ts';
import { openLink } from './open-link.ts';
import { operate } from './operations.ts';
import { CameTooLate, linkIn, readStep, type Shown, signStep } from './people.ts';
import type { Answer, EhrScript, Expectations, Opening, Play, Scenario, StepScript } from './scenario.ts';
import { scriptFor, wasAsked } from './scripts.ts';
import { sendNewOrder, sendOrder } from './send-order.ts';
import { EXAMPLE_SITE } from './staff.ts';
import type { World } from './world.ts';

export interface Played {
  readonly journeyId: string;
  readonly events: readonly JourneyEvent[];
  readonly verification: ChainVerdict;
  readonly expect: Expectations;
  /** What did not hold; empty when the scenario's expectations are met. */
  readonly unmet: readonly string[];
  /** What somebody was refused who came too late, where that ended it. */
  readonly tooLate?: string;
}

interface Planned {
  readonly at: Instant;
  act(): Promise<void>;
}

export interface PlayOptions {
  readonly webhookSecret: string;
  /** Makes message and order numbers differ between scenarios on one stack. */
  readonly order: string;
  /** Told of every new event, for a timeline printed as it happens. */
  onEvents?(events: readonly JourneyEvent[]): void;
  /** Told of every link that was opened in a browser, and what it showed. */
  onOpened?(opening: Opening, at: Instant): void;
}

/** How soon somebody who is called says that they see to it. */
export const ACKNOWLEDGED_AFTER = 'PT25M';

/** Whoever has to wait for others asks again this much later. */
const ASKED_AGAIN_AFTER = 'PT6H';

/** From here on no gate asks a register. */
const FIRST_VISIT = 'Record follow-up visit 1';

/** No journey needs more; a scenario that does is stuck and says so. */
const MOST_ACTS = 2000;

/** Plays a scenario in a world, as the EHR, the staff and operations would: signed order, links from mails, commands. */
export async function playScenario(world: World, scenario: Scenario, options: PlayOptions): Promise<Played> {
  const player = new Player(world, scenario, options);
  await player.order();
  let tooLate: string | undefined;
  for (let acts = 0; acts < MOST_ACTS && tooLate === undefined; acts += 1) {
    await player.look();
    if (player.isClosed) break;
    tooLate = await refusalOf(player.next());
  }
  const verification = verifyChain(player.events);
  return {
    journeyId: player.journeyId,
    events: player.events,
    verification,
    expect: player.expect,
    unmet: [
      ...(tooLate === undefined ? [] : [tooLate]),
      ...unmetExpectations(player.expect, player.events, verification),
      ...player.notMailedAsTold,
      ...player.unopened,
      ...(await player.unmetChange()),
    ],
    ...(tooLate === undefined ? {} : { tooLate }),
  };
}

const refusalOf = (act: Promise<void>): Promise<string | undefined> =>
  act.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof CameTooLate) return error.message;
      throw error;
    },
  );

/** What a story tells of a time after a step was asked. */
interface AfterAsked {
  readonly whenAsked: { readonly step: StepName; readonly round: number };
  readonly after: string;
}

class Player {
  journeyId = '';
  events: readonly JourneyEvent[] = [];
  readonly #world: World;
  readonly #scenario: Scenario;
  readonly #options: PlayOptions;
  readonly #play: Play;
  readonly #usual: readonly StepScript[];
  /** The newest link to each step that was asked: a reminder brings a new one, and old ones expire. */
  readonly #links = new Map<string, string>();
  readonly #acknowledged = new Set<string>();
  readonly #mailed = new Map<string, Set<string>>();
  readonly #unopened: Set<Opening>;
  /** The case of a change, once it was opened. */
  #case = '';
  #caseEvents: readonly JourneyEvent[] = [];
  #planned: Planned[] = [];
  #mailsSeen = 0;

  constructor(world: World, scenario: Scenario, options: PlayOptions) {
    this.#world = world;
    this.#scenario = scenario;
    this.#options = options;
    const course = courseOf(scenario.protocol, options.order);
    this.#play = scenario.play(course);
    this.#unopened = new Set(this.#play.openings ?? []);
    this.#usual = usualAnswers(course);
  }

  get expect(): Expectations {
    return this.#play.expect;
  }

  /** Links that were to be opened and were not; whoever comes late finds the step decided. */
  get unopened(): readonly string[] {
    if (this.#world.isLate) return [];
    return [...this.#unopened].map(({ whenAsked: { step }, as = 'nobody' }) => `link of ${step}: not opened by ${as}`);
  }

  get isClosed(): boolean {
    return [this.events, ...(this.#case === '' ? [] : [this.#caseEvents])].every((log) =>
      log.some(({ type }) => type === 'journey.closed'),
    );
  }

  /** What of the change did not come out as told. */
  async unmetChange(): Promise<readonly string[]> {
    const [script] = this.#play.cases ?? [];
    if (script === undefined) return [];
    const statuses = (await this.#world.statusesOf?.(script.change)) ?? [];
    return unmetOfChange(this.#play.expect, this.#caseEvents, statuses);
  }

  #isOurs(journeyId: string): boolean {
    return journeyId === this.journeyId || journeyId === this.#case;
  }

  get #zone(): string {
    const [opened] = this.events;
    return opened?.type === 'journey.opened' ? opened.data.site.zone : 'UTC';
  }

  /** Mails about a step that went to others than the story tells; in a world where people are late, reminders go on to others. */
  get notMailedAsTold(): readonly string[] {
    if (this.#world.isLate) return [];
    return Object.entries(this.#play.expect.mailed ?? {}).flatMap(([step, told]) => {
      const got = [...(this.#mailed.get(step) ?? [])].toSorted();
      return got.join() === told.join() ? [] : [`mails about ${step}: got ${got.join()}, expected ${told.join()}`];
    });
  }

  async order(): Promise<void> {
    const { staff = [], competence = [], registers = [] } = this.#scenario;
    const isOfOthers = staff.length + competence.length + registers.length > 0;
    if (isOfOthers && this.#world.enrol === undefined) {
      throw new Error(`Scenario ${this.#scenario.name}: its people cannot be enrolled in world ${this.#world.name}`);
    }
    if (isOfOthers) await this.#world.enrol?.(this.#scenario);
    const at = await this.#world.now();
    const { order, webhookSecret } = this.#options;
    const { protocol } = this.#scenario;
    const ordered = { protocol, order, site: EXAMPLE_SITE, authoredOn: at };
    this.journeyId = await sendNewOrder(this.#world, webhookSecret, ordered);
    await this.#readLog();
  }

  /** Lets everything run that can, then reads new mails and plans what people do about them. */
  async look(): Promise<void> {
    await this.#world.settle();
    const mails = await this.#world.mails(this.#mailsSeen);
    this.#mailsSeen += mails.length;
    await this.#readLog();
    for (const { at, text, to } of mails) {
      const path = linkIn(text);
      const step = path === undefined ? undefined : await readStep(this.#world, path);
      if (path === undefined || step === undefined || !this.#isOurs(step.journeyId)) continue;
      const key = `${step.step} ${step.round}`;
      this.#noteMailed(key, to);
      // A mail can warn of an expiry long before anybody is asked; people act when they are asked.
      this.#acknowledge(at, key, path, step, to);
      if (!wasAsked([...this.events, ...this.#caseEvents], step)) continue;
      const known = this.#links.has(key);
      this.#links.set(key, path);
      if (key === FIRST_VISIT && !known) await this.#world.hospital?.leave();
      if (!known) this.#plan(at, key, step);
    }
    this.#planned.sort((one, other) => (one.at < other.at ? -1 : 1));
  }

  #noteMailed(key: string, to: readonly string[]): void {
    const known = this.#mailed.get(key) ?? new Set();
    this.#mailed.set(key, known);
    for (const address of to) known.add(address.split('@', 1)[0] ?? '');
  }

  /** Whoever is called acknowledges soon. */
  #acknowledge(at: Instant, key: string, path: string, { urgent }: Shown, [to = '']: readonly string[]): void {
    const rung = urgent?.rung;
    const told = `${key} ${rung}`;
    if (rung === undefined || this.#acknowledged.has(told)) return;
    const [who = ''] = to.split('@', 1);
    const isPerson = this.#world.hospital?.isPerson(who) ?? ROLES.some((role) => role === who);
    if (!isPerson) return;
    this.#acknowledged.add(told);
    const answer: Answer = { decision: 'acknowledge', after: ACKNOWLEDGED_AFTER, who, evidence: () => ({ rung }) };
    const signing = plus(at, ACKNOWLEDGED_AFTER, 'UTC');
    this.#planned.push({
      at: signing,
      act: async () => {
        const now = await readStep(this.#world, path);
        // Decided meanwhile, or acknowledged by another of those who were called.
        if (now?.status === 'open' && now.urgent?.rung === rung) await signStep(this.#world, path, answer, this.#zone);
      },
    });
  }

  #plan(askedAt: Instant, key: string, { step, round }: Shown): void {
    let at = askedAt;
    const sign = inTurn(key, {
      sign: (answer) => signStep(this.#world, this.#links.get(key) ?? '', answer, this.#zone, this.events),
      later: async (act) => {
        this.#planned.push({ at: plus(await this.#world.now(), ASKED_AGAIN_AFTER, 'UTC'), act });
      },
    });
    for (const answer of (scriptFor(this.#play.scripts, step, round) ?? scriptFor(this.#usual, step, round))?.answers ??
      []) {
      at = whenAfter(at, answer.after, this.#zone);
      this.#planned.push({ at, act: () => sign(answer) });
    }
    const link = (): string => this.#links.get(key) ?? '';
    const plan = <Told extends AfterAsked>(
      scripts: readonly Told[] = [],
      act: (told: Told) => Promise<unknown>,
    ): void => {
      for (const told of scripts) {
        if (told.whenAsked.step !== step || told.whenAsked.round !== round) continue;
        this.#planned.push({
          at: whenAfter(askedAt, told.after, this.#zone),
          act: async () => {
            await act(told);
          },
        });
      }
    };
    plan(this.#play.visits, async ({ who, does }) => {
      const browser = browserAt(this.#world);
      await browser.signIn(who);
      const moment = momentAt(await this.#world.now(), this.#zone, this.events);
      await does({ browser, journeyId: this.journeyId, link: link(), moment });
    });
    plan(this.#play.openings, (opening) => this.#open(opening, link()));
    plan(this.#play.ehr, (script) => this.#sendAgain(script));
    plan(this.#play.confirms, (script) => confirmAsTold(this.#world, script));
    plan(this.#play.keepings, (script) => keepAsTold(this.#world, this.journeyId, script, this.#zone));
    plan(this.#play.cases, async (script) => {
      if (this.#world.openCase === undefined) throw new Error(`Cases cannot be opened in world ${this.#world.name}`);
      this.#case = await this.#world.openCase(script);
    });
    plan(this.#play.operations, async (script) => {
      await this.#readLog();
      await operate(this.#world, this.journeyId, script, this.events, this.#zone);
    });
  }

  async #open(opening: Opening, path: string): Promise<void> {
    const shown = await openLink(this.#world, path, opening);
    const { as = 'nobody', shows } = opening;
    if (shown !== shows && !this.#world.isLate)
      throw new Error(`Link opened by ${as}: got ${shown}, expected ${shows}`);
    this.#unopened.delete(opening);
    this.#options.onOpened?.(opening, await this.#world.now());
  }

  /** The order once more under an id of its own, with another name. */
  async #sendAgain({ family, whenAsked: { step, round } }: EhrScript): Promise<void> {
    const { order, webhookSecret } = this.#options;
    const at = await this.#world.now();
    const { protocol } = this.#scenario;
    const id = `msg_${order}-${step.replaceAll(' ', '-')}-${round}-${family}`;
    await sendOrder(this.#world, webhookSecret, { protocol, order, site: EXAMPLE_SITE, authoredOn: at, family }, id);
  }

  /** Does what is planned next, or lets time pass until then. */
  async next(): Promise<void> {
    const [first, ...rest] = this.#planned;
    if (first !== undefined && first.at <= (await this.#world.now())) {
      this.#planned = rest;
      await first.act();
      return;
    }
    if (!(await this.#world.pass(first?.at))) {
      throw new Error(`Journey ${this.journeyId}: nobody has anything to do and nothing will ever be due: it is stuck`);
    }
  }

  async #readLog(): Promise<void> {
    this.events = await this.#follow(this.journeyId, this.events);
    if (this.#case !== '') this.#caseEvents = await this.#follow(this.#case, this.#caseEvents);
  }

  async #follow(journeyId: string, known: readonly JourneyEvent[]): Promise<readonly JourneyEvent[]> {
    const reply = await this.#world.request(`/ops/journeys/${journeyId}?after=${known.length}`, { method: 'GET' });
    const fresh = z
      .object({ events: z.array(z.unknown()) })
      .parse(reply.body)
      .events.map(parseEvent);
    if (fresh.length > 0) this.#options.onEvents?.(fresh);
    return [...known, ...fresh];
  }
}

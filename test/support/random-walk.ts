import fc from 'fast-check';
import { dateOf } from '../../lambdas/domain/calendar/local-time.ts';
import { nextDue } from '../../lambdas/domain/clocks/next-due.ts';
import { closedGates } from '../../lambdas/domain/gates/gate.ts';
import { isUnaccounted } from '../../lambdas/domain/journey/closing.ts';
import { roleOf } from '../../lambdas/domain/journey/role-of.ts';
import { type JourneyState, openSteps, type StepState } from '../../lambdas/domain/journey/state.ts';
import { noReadiness } from '../../lambdas/domain/registers/site-readiness.ts';
import { gatesOf } from '../../lambdas/domain/sign-off/checks.ts';
import { takesReports } from '../../lambdas/domain/sign-off/record-report.ts';
import { RECORD } from '../../lambdas/domain/sign-off/submission.ts';
import { steps } from '../../lambdas/domain/steps/index.ts';
import { minus, plus } from '../../lambdas/domain/time.ts';
import { FLAGS, REPORTS, type StepName } from '../../lambdas/domain/vocabulary.ts';
import { wrongly } from './authorised.ts';
import { ONWARD, personIn, SITE, valuesOf } from './builders.ts';
import { answerForAll, endCourse, signAdministration } from './ending.ts';
import { evidenceOf } from './evidence.ts';
import type { Signing } from './journey-driver.ts';
import { REPORTED } from './scenes.ts';
import { decisionOf } from './script.ts';
import type { Walk } from './walk.ts';

/** What people, the service and operations do to a journey, at any moment and in any order. */
export interface RandomAct {
  readonly do: (typeof ACTS)[number];
  readonly which: number;
  readonly choice: number;
}

const ACTS = [
  'onward',
  'decide',
  'record',
  'report',
  'again',
  'delay',
  'outage',
  'correct',
  'hold',
  'resume',
  'cancel',
  'restart',
  'kill',
  'retry',
] as const;

const few = fc.nat({ max: 30 });
const act = (what: RandomAct['do'], weight: number) => ({
  weight,
  arbitrary: fc.record({ do: fc.constant(what), which: few, choice: few }),
});

/** Acts that mostly go onward, so that walks reach every phase. */
export const randomActs = fc.array(
  fc.oneof(
    act('onward', 120),
    act('decide', 24),
    act('record', 12),
    act('report', 15),
    act('again', 9),
    act('delay', 18),
    act('outage', 3),
    act('correct', 6),
    act('hold', 3),
    act('resume', 9),
    act('cancel', 1),
    act('restart', 6),
    act('kill', 3),
    act('retry', 6),
  ),
  { minLength: 40, maxLength: 90, size: 'max' },
);

/** Where a walk sets out from: far along the path there is more to meet than its beginning leads to. */
export const setOut = fc.constantFrom(
  'Register the referral',
  'Book the slots',
  'Record apheresis',
  'Check certificate',
  'Agree the delivery',
  'Accept receipt',
  'Give GO for thaw',
  'Give the product',
  'Discharge',
);

/** What was submitted last, to be sent once more. */
interface Sent {
  readonly step: StepState;
  readonly decision: string;
  readonly signing: Signing;
}

/** Performs random acts and checks, after each, what must hold at any moment of any journey. */
export class RandomWalk {
  readonly walk: Walk;
  #sent: Sent | undefined;

  constructor(walk: Walk) {
    this.walk = walk;
  }

  perform(given: RandomAct): void {
    this.#act(given);
    this.walk.machines.deliver();
    const fault = this.faultNow();
    if (fault !== undefined) throw new Error(`after ${JSON.stringify(given)}: ${fault}`);
  }

  /** What is wrong with the journey as it stands; undefined when nothing is. */
  faultNow(): string | undefined {
    const { journey, machines } = this.walk;
    const { state, protocol } = journey;
    const open = openSteps(state);
    const [anomaly] = state.anomalies;
    if (anomaly !== undefined) return `anomaly at ${anomaly.seq}: ${anomaly.why}`;
    if (machines.waiting !== open.length) return `${machines.waiting} machines wait for ${open.length} open steps`;
    if (Object.keys(journey.bindings).length !== open.length) return 'bindings differ from open steps';
    if (state.closed === undefined && open.length === 0 && nextDue(state, protocol) === undefined) return 'stuck';
    if (state.closed !== undefined && isUnaccounted(state)) return 'closed with material unaccounted';
    const twice = Object.values(state.steps).find(({ rungs }) => new Set(rungs).size < rungs.length);
    return twice === undefined ? undefined : `${twice.key}: a rung was told twice`;
  }

  /** Brings the journey to its end: whatever is open is decided so that it ends, then all is put in order. */
  finish(): void {
    const { journey, machines } = this.walk;
    if (journey.state.closed !== undefined) return;
    journey.command('resume');
    machines.deliver();
    if (journey.state.closing === undefined) endCourse(this.walk);
    else signAdministration(this.walk);
    for (let turn = 0; turn < 4 && journey.state.closed === undefined; turn += 1) {
      answerForAll(this.walk);
      const [step] = journey.open;
      if (step !== undefined) this.walk.decide(step.step);
    }
  }

  #act({ do: what, which, choice }: RandomAct): void {
    const { journey, machines } = this.walk;
    const { open } = journey;
    const step = open[which % Math.max(1, open.length)];
    switch (what) {
      case 'onward':
        // Where nothing is open, time passes to what comes next.
        if (step === undefined) this.#passTo(nextDue(journey.state, journey.protocol));
        else this.#onward(step, choice);
        return;
      case 'decide':
        if (step !== undefined) this.#aside(step, choice);
        return;
      case 'record':
        if (step !== undefined) this.#record(step, choice);
        return;
      case 'report':
        this.#report(choice, step);
        return;
      case 'again':
        this.#again();
        return;
      case 'delay':
        this.walk.runTo(plus(journey.now, `P${1 + choice}D`, 'UTC'));
        return;
      case 'outage':
        journey.pass(`P${1 + choice}D`);
        this.walk.wake();
        return;
      case 'correct':
        this.#correct(which, choice);
        return;
      case 'kill':
        machines.kill();
        journey.command('resume-execution');
        return;
      case 'retry':
        machines.retry();
        return;
      case 'restart':
        journey.command('resume-execution');
        return;
      default:
        journey.command(what);
    }
  }

  #passTo(due: string | undefined): void {
    if (due !== undefined) this.walk.runTo(due);
  }

  #onward(step: StepState, choice: number): void {
    const { journey } = this.walk;
    if (!this.walk.isAsked(step.step)) return;
    if (step.step === 'Confirm GO for thaw') journey.pass(BEFORE_SECOND[choice] ?? 'PT5M');
    else journey.pass(step.step === 'Give the product' ? 'PT5M' : 'PT6H');
    this.#decide(step, ONWARD[step.step], 0, choice % 10 === 9 ? this.#mistyped(step, choice) : {});
  }

  /** Another decision than the one onward; one that ends the course only now and then, or no walk would come far. */
  #aside(step: StepState, choice: number): void {
    const decision = decisionOf(step.step, 1 + choice);
    if (ENDING.includes(decision) && choice > 2) return;
    this.#decide(step, decision, choice);
  }

  #decide(step: StepState, decision: string, who: number, other: Readonly<Record<string, unknown>> = {}): void {
    const { journey } = this.walk;
    if (!this.#prepared(step, decision)) return;
    const now = journey.state.steps[step.key] ?? step;
    const signer = personIn([roleOf(journey.state, now)], who % 3 === 1 ? 'b' : 'a');
    const evidence = { ...evidenceOf(now, decision, journey), ...other };
    const signing = { signer, shown: journey.show(now), evidence };
    this.#sent = { step: now, decision, signing };
    const before = journey.state;
    const { length } = journey.events;
    const signed = journey.sign(now, decision, signing);
    if (!signed.ok && journey.events.length !== length)
      throw new Error(`${step.key}: refused, yet something was written`);
    if (!signed.ok) return;
    this.#mustHaveBeenOpen(before, now, decision, signing.evidence);
    const wrong = wrongly({ before, after: journey.state, now: journey.now, step: step.step, decision });
    if (wrong !== undefined) throw new Error(`${step.key} ${decision}: went against ${wrong}`);
  }

  /** A second look at the gates, and at what no authorisation may pass whatever its gates say. */
  #mustHaveBeenOpen(
    before: JourneyState,
    { step }: StepState,
    decision: string,
    evidence: Readonly<Record<string, unknown>>,
  ): void {
    const { protocol, now } = this.walk.journey;
    const definition = steps[step].decisions[decision];
    if (definition?.kind !== 'authorise') return;
    const closed = closedGates(gatesOf(definition), {
      ...{ state: before, protocol, now, evidence, readiness: noReadiness(before.site.id) },
    });
    const stopped =
      before.holds.some(({ until }) => until === undefined) ||
      before.phases.some(({ phase, endedAt }) => endedAt === undefined && STOPPING.includes(phase));
    if (closed.length > 0 || stopped) {
      throw new Error(
        `${step} ${decision}: authorised against ${closed.map(({ gate }) => gate).join(', ') || 'a stop'}`,
      );
    }
  }

  /** Records what the decision rests on; false where that is refused, e.g. by a gate of an item. */
  #prepared(step: StepState, decision: string): boolean {
    try {
      this.walk.prepare(step, decision);
      return true;
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('expected a value')) return false;
      throw error;
    }
  }

  #record(step: StepState, choice: number): void {
    const { journey } = this.walk;
    const items = steps[step.step].checklist?.items ?? [];
    const item = items[choice % Math.max(1, items.length)];
    if (item === undefined) return;
    const container = item.per === 'container' ? { container: `bag-${step.round}-${1 + (choice % 2)}` } : {};
    const mistyped = choice % 3 === 2 ? this.#mistyped(step, choice) : {};
    const evidence = {
      item: item.item,
      ...valuesOf(item.item, journey),
      ...MANY[item.item],
      ...container,
      ...(item.item === 'handed-over' ? mistyped : {}),
    };
    const signer = personIn(item.roles ?? [steps[step.step].role], choice % 2 === 0 ? 'a' : 'b');
    const signing = { signer, shown: journey.show(step), evidence };
    this.#sent = { step, decision: RECORD, signing };
    journey.sign(step, RECORD, signing);
  }

  /** From an open step; where none is, from the one opened last, as long as it takes reports. */
  #report(choice: number, open: StepState | undefined): void {
    const { state } = this.walk.journey;
    const step = open ?? Object.values(state.steps).findLast((one) => takesReports(state, one));
    if (step === undefined) return;
    const name = REPORTS[choice % REPORTS.length] ?? 'excursion';
    const flags = name === 'flags-raised' ? { flags: [FLAGS[choice % FLAGS.length]] } : {};
    const consents = name === 'consent-withdrawn' ? { consents: [choice % 2 === 0 ? 'registry' : 'therapy'] } : {};
    const { now } = this.walk.journey;
    const signed = name === 'consent-given' ? { signedOn: dateOf(now, state.site.zone), signedAt: now } : {};
    const planned = name === 'dates-moved' ? this.#datesMoved(choice) : {};
    const evidence = { ...REPORTED[name], ...flags, ...consents, ...signed, ...planned };
    const outcome = this.walk.journey.report(step, name, { evidence });
    // What lets nobody pass, plans the past, names a container that is not here, or gives a consent whose withdrawal is undecided is refused; nothing else is.
    const mayBeRefused =
      name === 'qa-exemption' ||
      name === 'emergency-continuation' ||
      name === 'exemption-taken-back' ||
      name === 'storage-moved' ||
      name === 'consent-given' ||
      (name === 'dates-moved' && choice % 3 === 0);
    if (!outcome.ok && !mayBeRefused) throw new Error(`report ${name} was refused: ${outcome.refusal.message}`);
  }

  /** Dates with another year than meant, in what plans the future. */
  #mistyped({ step }: StepState, choice: number): Readonly<Record<string, unknown>> {
    const at = plus(minus(this.walk.journey.now, 'P60Y', 'UTC'), `P${choice * 4}Y`, 'UTC');
    const dates: Readonly<Partial<Record<StepName, Readonly<Record<string, unknown>>>>> = {
      'Release the collection': { mustLeaveBy: at },
      'Ship the starting material': { qualifiedUntil: at },
      'Follow the delivery': { qualifiedUntil: at },
      'Check certificate': { pendingTests: [{ test: 'sterility', dueOn: at.slice(0, 10) }] },
    };
    return dates[step] ?? {};
  }

  /** Mostly a date ahead; now and then one that a mistyped year puts long ago. */
  #datesMoved(choice: number): Readonly<Record<string, unknown>> {
    const ahead = plus(this.walk.journey.now, `P${1 + choice}D`, 'UTC');
    return { plannedDayZeroAt: choice % 3 === 0 ? minus(ahead, 'P30Y', 'UTC') : ahead };
  }

  /** The same submission once more: the same answer, and nothing new. */
  #again(): void {
    if (this.#sent === undefined) return;
    const { journey } = this.walk;
    const { step, decision, signing } = this.#sent;
    const first = journey.sign(step, decision, signing);
    const { length } = journey.events;
    const second = journey.sign(step, decision, signing);
    if (journey.events.length !== length) throw new Error(`${step.key} ${decision}: recorded twice`);
    if (first.ok && JSON.stringify(first) !== JSON.stringify(second)) {
      throw new Error(
        `${step.key} ${decision}: got ${JSON.stringify(second)} for the same as ${JSON.stringify(first)}`,
      );
    }
  }

  #correct(which: number, choice: number): void {
    const { journey } = this.walk;
    const seqs = Object.values(journey.state.steps).flatMap(({ decision, checklist }) => [
      ...(decision === undefined ? [] : [decision.seq]),
      ...Object.values(checklist).map(({ seq }) => seq),
    ]);
    const seq = seqs.at(-1 - (which % Math.max(1, seqs.length)));
    const recordedAt = journey.events.find((event) => event.seq === seq)?.recordedAt ?? journey.now;
    const at = plus(recordedAt, `-P${choice}DT7M`, 'UTC');
    journey.command('correct', { seq, occurredAt: { at, zone: SITE.zone, known: 'device' } });
  }
}

const ENDING: readonly string[] = ['returned', 'not-eligible', 'refused', 'rejected', 'stopped'];
/** How long the second person of the day-0 GO is sometimes waited for. */
const BEFORE_SECOND: readonly string[] = ['PT55M', 'PT61M', 'PT5H', 'P2D'];
const STOPPING: readonly string[] = ['Death', 'IdentityMismatch'];

/** Values of the items that can be recorded as often as they happen. */
const MANY: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  milestone: { milestone: 'started', makerReference: 'maker 4' },
  observation: { crsGrade: 1, icansGrade: 0, temperatureTaken: true },
  'tocilizumab-given': { lot: 'toci 1', dosesLeftOnSite: 0 },
  'tocilizumab-resupplied': { lot: 'toci 2', dosesOnSite: 4 },
  reaction: { grade: 1, action: 'infusion slowed' },
};

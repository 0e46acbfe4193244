import { GENESIS } from '../../lambdas/domain/audit/chain.ts';
import { canonicalText } from '../../lambdas/domain/audit/hash.ts';
import type { CommandName } from '../../lambdas/domain/commands/command.ts';
import { runCommand } from '../../lambdas/domain/commands/run-command.ts';
import type { StepRef } from '../../lambdas/domain/events/data.ts';
import { type JourneyEvent, parseEvent } from '../../lambdas/domain/events/journey-event.ts';
import { apply } from '../../lambdas/domain/journey/apply.ts';
import type { Command } from '../../lambdas/domain/journey/change-journey.ts';
import { contentHash, contentOf } from '../../lambdas/domain/journey/content.ts';
import { type Bindings, consequencesOf, type Effect } from '../../lambdas/domain/journey/effects.ts';
import type { Envelope } from '../../lambdas/domain/journey/envelope.ts';
import { openJourney } from '../../lambdas/domain/journey/open-journey.ts';
import { openStep } from '../../lambdas/domain/journey/open-step.ts';
import { roleOf } from '../../lambdas/domain/journey/role-of.ts';
import { type CommandContext, Scribe } from '../../lambdas/domain/journey/scribe.ts';
import { settle } from '../../lambdas/domain/journey/settle.ts';
import type { SitePolicy } from '../../lambdas/domain/journey/site-policy.ts';
import { type JourneyState, openSteps, type StepState, stepKey } from '../../lambdas/domain/journey/state.ts';
import { type Outcome, ok } from '../../lambdas/domain/outcome.ts';
import type { Protocol } from '../../lambdas/domain/protocol/schema.ts';
import { concernedInFlight } from '../../lambdas/domain/quality/concerned-in-flight.ts';
import { listsJourneys } from '../../lambdas/domain/quality/lists-journeys.ts';
import { noReadiness, type SiteReadiness } from '../../lambdas/domain/registers/site-readiness.ts';
import { reports } from '../../lambdas/domain/reports/index.ts';
import type { OnDuty } from '../../lambdas/domain/shifts/on-duty.ts';
import type { Submitted } from '../../lambdas/domain/sign-off/checks.ts';
import type { Person, Signer } from '../../lambdas/domain/sign-off/permission.ts';
import { type Recorded, recordSignOff } from '../../lambdas/domain/sign-off/record-sign-off.ts';
import { asksOnDuty, registerGatesOf } from '../../lambdas/domain/sign-off/registers-asked.ts';
import { RECORD, REPORT } from '../../lambdas/domain/sign-off/submission.ts';
import { asksTraining } from '../../lambdas/domain/sign-off/training-asked.ts';
import type { SiteProcedures } from '../../lambdas/domain/steps/procedure.ts';
import { type Instant, plus } from '../../lambdas/domain/time.ts';
import type { ReportName, StepName } from '../../lambdas/domain/vocabulary.ts';
import { PROTOCOL, personIn, SITE } from './builders.ts';
import { evidenceOf } from './evidence.ts';

export const JOURNEY_ID = '0000000AB';
export const START: Instant = '2026-11-23T08:00:00.000Z';
const RELEASE = { version: '0.1.0', commit: 'test' };
const OPERATOR = { kind: 'operator', id: 'operator-1' } as const;

/** What a person saw of a step: what a signature binds to. */
export interface Shown {
  readonly contentHash: string;
  readonly version: number;
}

export interface Signing {
  readonly signer?: Signer;
  readonly evidence?: Readonly<Record<string, unknown>>;
  readonly shown?: Shown;
  readonly occurredAt?: Instant;
  /** Who did it on paper; undefined for an id that nobody has. Without it, nothing is on paper. */
  readonly paper?: { readonly performer: Person | undefined; readonly sha256?: string };
  /** In whose place it is done. */
  readonly delegator?: Person;
  /** Whom a report names, as the register knows them. */
  readonly named?: Person;
}

export interface JourneyOptions {
  readonly id?: string;
  readonly protocol?: Protocol;
  readonly now?: Instant;
  /** Of the site, as the journey pins it; without it the strictest. */
  readonly policy?: SitePolicy;
  readonly procedures?: readonly SiteProcedures[];
  /** Other journeys of the site. */
  readonly inFlight?: readonly JourneyState[];
  /** Opens another log than that of a journey on an order. */
  readonly opening?: (context: CommandContext, id: string) => Scribe;
}

/** One journey in memory: commands decide and commit as `changeJourney` does, at the time this clock shows. */
export class JourneyDriver {
  readonly protocol: Protocol;
  now: Instant;
  /** How the registers of the site stand; without it, it keeps none. */
  readiness: SiteReadiness | undefined;
  /** Which procedures the site has put beside its steps. */
  readonly procedures: readonly SiteProcedures[];
  /** Who is on site, where the site of the journey asks for it; without it, its rota is empty. */
  onDuty: OnDuty = { people: [] };
  /** Other journeys of the site. */
  readonly inFlight: readonly JourneyState[];
  events: JourneyEvent[] = [];
  bindings: Bindings = {};
  /** Effects asked for and not yet taken, oldest first. */
  effects: Effect[] = [];
  /** How many items each commit would write, its head included. */
  readonly commits: number[] = [];
  /** Every effect there ever was, with the `seq` of the last event of its commit. */
  readonly history: { readonly seq: number; readonly effect: Effect }[] = [];
  #state: JourneyState | undefined;
  #tokens = 0;

  constructor({
    id = JOURNEY_ID,
    protocol = PROTOCOL,
    now = START,
    policy,
    procedures = [],
    inFlight = [],
    opening,
  }: JourneyOptions = {}) {
    this.protocol = protocol;
    this.procedures = procedures;
    this.inFlight = inFlight;
    this.now = now;
    const opened =
      opening ??
      ((context, journeyId) =>
        openJourney(context, {
          id: journeyId,
          site: policy === undefined ? SITE : { ...SITE, policy },
          patient: 'patient-1',
          order: { sender: 'ehr', messageId: 'order-1', orderedAt: now },
          by: { kind: 'sender', id: 'ehr' },
        }));
    const scribe = opened(this.#context(), id);
    this.#commit(undefined, scribe, {}, []);
  }

  get state(): JourneyState {
    if (this.#state === undefined) throw new Error('journey driver: nothing was committed');
    return this.#state;
  }

  /** Open steps, in the order in which they were opened. */
  get open(): readonly StepState[] {
    return openSteps(this.state);
  }

  step(name: StepName): StepState {
    const found = Object.values(this.state.steps).findLast(({ step }) => step === name);
    if (found === undefined) throw new Error(`journey driver: ${name} was never opened`);
    return found;
  }

  /** Another journey, which was the same until now. */
  fork(): JourneyDriver {
    const other = new JourneyDriver({ protocol: this.protocol, now: this.now, procedures: this.procedures });
    other.events = [...this.events];
    other.#state = this.state;
    other.bindings = this.bindings;
    other.readiness = this.readiness;
    return other;
  }

  pass(duration: string): void {
    this.now = plus(this.now, duration, 'UTC');
  }

  change<T>(command: Command<T>): Outcome<T> {
    const before = this.state;
    const head = this.events.at(-1)?.hash ?? GENESIS;
    const scribe = new Scribe(this.#context(), before.id, { state: before, head });
    const stored = { events: this.events, state: before, head, revision: this.events.length, bindings: this.bindings };
    const outcome = command(scribe, stored);
    if (!outcome.ok) return outcome;
    const { value, bindings = (same: Bindings) => same, effects = [] } = outcome.value;
    this.#commit(before, scribe, bindings(this.bindings), effects);
    return ok(value);
  }

  /** Does what is due, as the schedule does when it fires. */
  wake(): void {
    this.change((scribe) => {
      settle(scribe);
      return ok({ value: undefined });
    });
  }

  /** Opens a step for a machine that waits, as the function of the callback task does; gives the token. */
  openStep({ phase, round, step }: StepRef, run: number, procedures = this.procedures): string {
    this.#tokens += 1;
    const token = `token-${this.#tokens}`;
    const ref = { phase, round, step };
    const machine = { name: phase, revision: 'test' };
    this.change<Envelope | undefined>((scribe) => {
      const concerned = listsJourneys(this.state, step) ? concernedInFlight(this.state, this.inFlight) : undefined;
      const value = openStep(scribe, {
        ...ref,
        run,
        machine,
        procedures,
        readiness: this.readiness,
        concerned,
        ...this.#onDuty(step),
      });
      return value === undefined
        ? ok({ value, bindings: (before) => ({ ...before, [stepKey(ref)]: { ref, run, token } }) })
        : ok({ value, effects: [{ kind: 'answer', token, envelope: value, askedAgain: true }] });
    });
    return token;
  }

  show(ref: StepRef): Shown {
    const step = this.state.steps[stepKey(ref)];
    if (step === undefined) throw new Error(`journey driver: ${stepKey(ref)} was never opened`);
    return { contentHash: contentHash(contentOf(this.state, step, this.protocol)), version: step.version };
  }

  sign({ phase, round, step }: StepRef, decision: string, signing: Signing = {}): Outcome<Recorded> {
    const ref = { phase, round, step };
    const signer = signing.signer ?? personIn([roleOf(this.state, ref)]);
    const shown = signing.shown ?? this.show(ref);
    const evidence = (signing.evidence ?? evidenceOf(ref, decision, this)) as Submitted['evidence'];
    const opened = this.state.steps[stepKey(ref)];
    const isRead =
      opened !== undefined &&
      (asksOnDuty(step, this.state) ||
        registerGatesOf(opened, { decision, evidence }).length > 0 ||
        asksTraining(step, { decision, evidence }, signing.named ?? signing.paper?.performer ?? signer));
    const submission: Submitted = {
      signer: signer.id,
      contentHash: shown.contentHash,
      nonce: 'nonce',
      nonceFits: (version) => version === shown.version,
      decision,
      evidence,
      ...(isRead
        ? { readiness: { now: this.readiness ?? noReadiness(this.state.site.id), ...this.#onDuty(step) } }
        : {}),
      ...(signing.occurredAt === undefined ? {} : { occurredAt: signing.occurredAt }),
      ...(signing.paper === undefined ? {} : onPaper(signing.paper)),
      ...(signing.named === undefined ? {} : { named: signing.named }),
      ...(signing.delegator === undefined ? {} : { onBehalfOf: signing.delegator.id, delegator: signing.delegator }),
    };
    return this.change((scribe) => {
      const recorded = recordSignOff(scribe, ref, submission, signer);
      return recorded.ok ? ok({ value: recorded.value }) : recorded;
    });
  }

  /** Records one bedside event. */
  record(ref: StepRef, item: string, signing: Signing = {}): Outcome<Recorded> {
    return this.sign(ref, RECORD, { ...signing, evidence: { item, ...signing.evidence } });
  }

  /** Reports something from the page of an open step. */
  report(ref: StepRef, report: ReportName, signing: Signing = {}): Outcome<Recorded> {
    const signer = signing.signer ?? personIn(reports[report].roles);
    return this.sign(ref, REPORT, { ...signing, signer, evidence: { report, ...signing.evidence } });
  }

  command(
    command: CommandName,
    args: Readonly<Record<string, unknown>> = {},
    reason = 'because it must be',
  ): Outcome<number> {
    const readinessAt = () => this.readiness ?? noReadiness(this.state.site.id);
    return this.change((scribe) => {
      const asked = { command, reason, args: args as Record<string, never> };
      const seq = runCommand(scribe, this.events, asked, OPERATOR, { readinessAt });
      return seq.ok ? ok({ value: seq.value }) : seq;
    });
  }

  #onDuty(step: StepName): { readonly onDuty?: OnDuty } {
    return asksOnDuty(step, this.state) ? { onDuty: this.onDuty } : {};
  }

  #context() {
    return { now: this.now, release: RELEASE, protocol: this.protocol };
  }

  /** Events go through the text the store keeps, so that nothing rests on what the store does not keep. */
  #commit(before: JourneyState | undefined, scribe: Scribe, bindings: Bindings, effects: readonly Effect[]): void {
    const follows = consequencesOf(before, scribe.state, scribe.events, bindings, this.protocol);
    for (const written of scribe.events) {
      const event = parseEvent(JSON.parse(canonicalText(written)));
      this.events.push(event);
      this.#state = apply(this.#state, event);
    }
    this.bindings = follows.bindings;
    const claims = new Set(scribe.claims).size;
    this.commits.push(1 + scribe.events.length + effects.length + follows.effects.length + claims);
    for (const effect of [...effects, ...follows.effects]) {
      this.effects.push(effect);
      this.history.push({ seq: this.state.seq, effect });
    }
  }
}

const onPaper = ({ performer, sha256 }: NonNullable<Signing['paper']>): Pick<Submitted, 'paper' | 'performer'> => ({
  paper: {
    doneBy: performer?.id ?? 'nobody',
    reference: 'folder 7, page 3',
    ...(sha256 === undefined ? {} : { sha256 }),
  },
  performer,
});

/** The value of an outcome that must be one. */
export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`expected a value, got ${outcome.refusal.code}: ${outcome.refusal.message}`);
  return outcome.value;
}

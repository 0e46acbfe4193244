import { askedAt } from '../../lambdas/domain/clocks/deadline.ts';
import { nextDue } from '../../lambdas/domain/clocks/next-due.ts';
import { toAcknowledge } from '../../lambdas/domain/clocks/unseen.ts';
import { conditioningWindow } from '../../lambdas/domain/journey/conditioning.ts';
import { prescribedContainers } from '../../lambdas/domain/journey/product.ts';
import { readinessNotBefore } from '../../lambdas/domain/journey/readiness.ts';
import type { StepState } from '../../lambdas/domain/journey/state.ts';
import { ACKNOWLEDGE } from '../../lambdas/domain/sign-off/submission.ts';
import { neededForContainer } from '../../lambdas/domain/steps/administration-items.ts';
import { entryKey } from '../../lambdas/domain/steps/checklists.ts';
import { steps } from '../../lambdas/domain/steps/index.ts';
import type { ChecklistItem } from '../../lambdas/domain/steps/step.ts';
import type { Instant } from '../../lambdas/domain/time.ts';
import type { PhaseName, StepName } from '../../lambdas/domain/vocabulary.ts';
import { ONWARD, personIn, valuesOf } from './builders.ts';
import { JourneyDriver, type JourneyOptions, type Signing, value } from './journey-driver.ts';
import { Machines } from './machines.ts';
import { premedicate } from './premedication.ts';

/** Decisions that rest on a checklist. */
const NEEDS_CHECKLIST: Readonly<Partial<Record<StepName, readonly string[]>>> = {
  'Record apheresis': ['collected'],
  'Ship the starting material': ['delivered'],
  'Follow the delivery': ['arrived'],
  'Give the product': ['given', 'partly-given'],
};

/** Where minutes count: the GO for thaw ends soon. */
const ANSWERED_FOR: readonly PhaseName[] = ['Deviation', 'Capa'];
const ON_DAY_0: readonly StepName[] = ['Confirm GO for thaw', 'Give the product'];

/** A journey with its state machines; `decide` and the rest deliver at once what follows. */
export class Walk {
  readonly journey: JourneyDriver;
  readonly machines: Machines;

  readonly #acknowledges: boolean;

  /** Whoever is told of something urgent acknowledges it at once, unless `acknowledging` is false. */
  constructor({ acknowledging = true, ...options }: JourneyOptions & { readonly acknowledging?: boolean } = {}) {
    this.#acknowledges = acknowledging;
    this.journey = new JourneyDriver(options);
    this.machines = new Machines(this.journey);
    this.machines.deliver();
  }

  /** Takes a decision on the newest occurrence of a step, as a person who was just shown it. */
  decide(name: StepName, decision: string = ONWARD[name], signing: Signing = {}): void {
    const step = this.journey.step(name);
    this.prepare(step, decision);
    value(this.journey.sign(this.journey.step(name), decision, signing));
    this.machines.deliver();
  }

  /** Records what a decision rests on. */
  prepare(step: StepState, decision: string): void {
    const prescribed = prescribedContainers(this.journey.state);
    const containers = decision === 'partly-given' ? prescribed.slice(0, 1) : prescribed;
    if (NEEDS_CHECKLIST[step.step]?.includes(decision)) this.complete(step, containers);
  }

  /** Records every event of the checklist that a decision rests on and nobody recorded yet, two minutes apart. */
  complete(step: StepState, containers = prescribedContainers(this.journey.state)): void {
    if (step.step === 'Give the product') {
      for (const container of containers) {
        for (const item of neededForContainer(this.journey.protocol)) this.record(step, item, container);
      }
      premedicate(this.journey);
      return;
    }
    for (const item of steps[step.step].checklist?.items ?? []) if (item.per !== 'many') this.record(step, item);
  }

  /** One event of a checklist, by somebody who may record it; a second person is somebody else. */
  record(step: StepState, { item, roles, secondTo, per }: ChecklistItem, container?: string): void {
    const now = this.journey.step(step.step);
    if (per !== 'many' && now.checklist[entryKey(item, container)] !== undefined) return;
    this.journey.pass('PT2M');
    const evidence = { ...valuesOf(item, this.journey), ...(container === undefined ? {} : { container }) };
    const signer = personIn(roles ?? [steps[step.step].role], secondTo === undefined ? 'a' : 'b');
    value(this.journey.record(step, item, { evidence, signer }));
  }

  /** Decides onward, a day apart, until a step of this name is open. */
  to(name: StepName): StepState {
    for (let hours = 0; hours < 400; hours += 1) {
      if (this.handleDeviation()) continue;
      if (this.journey.open.some(({ step }) => step === name) && this.isAsked(name)) return this.journey.step(name);
      // What runs beside the course is answered only where the course waits for it.
      const open = this.journey.open.find(({ step, phase }) => phase !== 'Reassessment' && this.isAsked(step));
      if (open === undefined) break;
      this.journey.pass(ON_DAY_0.includes(open.step) ? 'PT5M' : 'PT6H');
      this.decide(open.step);
    }
    throw new Error(`walk: ${name} was not reached, open: ${this.journey.open.map(({ key }) => key).join(', ')}`);
  }

  /** What is asked but for deviations: they are handled beside whatever a story is about. */
  get asked(): readonly StepState[] {
    return this.journey.open.filter(({ phase }) => phase !== 'Deviation');
  }

  /** Somebody answers at once for one step of a deviation or CAPA that is asked; false where none is. */
  handleDeviation(): boolean {
    const { state, protocol } = this.journey;
    const open = this.journey.open.find(
      (step) => ANSWERED_FOR.includes(step.phase) && askedAt(state, step, protocol) !== undefined,
    );
    if (open === undefined) return false;
    const signer = personIn([steps[open.step].role], `answers-${open.round}`);
    value(this.journey.sign(open, ONWARD[open.step], { signer }));
    this.machines.deliver();
    return true;
  }

  /** False while a step waits for something beside it, or for the window after conditioning. */
  isAsked(name: StepName): boolean {
    const { state, protocol, now } = this.journey;
    if (askedAt(state, this.journey.step(name), protocol) === undefined) return false;
    const window = name === 'Give GO for thaw' ? conditioningWindow(state, protocol) : undefined;
    // As is readiness, in time for the slot.
    const counts = name === 'Confirm readiness' ? readinessNotBefore(state) : undefined;
    if (counts !== undefined && now < counts) this.journey.now = counts;
    if (window !== undefined && now < window.from) this.journey.now = window.from;
    return true;
  }

  /** Walks until the product was given and the patient discharged. */
  toFollowUp(): void {
    this.to('End the proximity period');
    this.journey.pass('P1D');
    this.decide('End the proximity period');
    while (this.handleDeviation());
  }

  /** When the schedule fires next. */
  nextDue(): Instant {
    const due = nextDue(this.journey.state, this.journey.protocol);
    if (due === undefined) throw new Error('walk: nothing will become due');
    return due;
  }

  /** Lets the schedule fire as often as it is due, up to and including `until`, and stops the clock there. */
  runTo(until: Instant): void {
    for (;;) {
      const due = nextDue(this.journey.state, this.journey.protocol);
      if (due === undefined || due > until) break;
      if (due > this.journey.now) this.journey.now = due;
      this.wake();
    }
    if (until > this.journey.now) this.journey.now = until;
  }

  wake(): void {
    this.journey.wake();
    this.machines.deliver();
    if (this.#acknowledges) this.#acknowledge();
  }

  #acknowledge(): void {
    for (const step of this.journey.open) {
      const urgent = toAcknowledge(step);
      if (urgent === undefined) continue;
      const signer = personIn(urgent.to);
      value(this.journey.sign(step, ACKNOWLEDGE, { evidence: { rung: urgent.rung }, signer }));
    }
  }

  command(...given: Parameters<JourneyDriver['command']>): void {
    value(this.journey.command(...given));
    this.machines.deliver();
  }
}

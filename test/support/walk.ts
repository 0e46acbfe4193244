import { nextDue } from '../../lambdas/domain/clocks/next-due.ts';
import type { StepState } from '../../lambdas/domain/journey/state.ts';
import type { Protocol } from '../../lambdas/domain/protocol/schema.ts';
import { ADMINISTRATION_ITEMS } from '../../lambdas/domain/steps/give-the-product.ts';
import type { Instant } from '../../lambdas/domain/time.ts';
import type { StepName } from '../../lambdas/domain/vocabulary.ts';
import { CHAIN_OF_IDENTITY, ONWARD } from './builders.ts';
import { JourneyDriver, type Signing, value } from './journey-driver.ts';
import { Machines } from './machines.ts';

/** A journey with its state machines; `decide` and the rest deliver at once what follows. */
export class Walk {
  readonly journey: JourneyDriver;
  readonly machines: Machines;

  constructor(options: { protocol?: Protocol; now?: Instant } = {}) {
    this.journey = new JourneyDriver(options);
    this.machines = new Machines(this.journey);
    this.machines.deliver();
  }

  /** Takes a decision on the newest occurrence of a step, as a person who was just shown it. */
  decide(name: StepName, decision: string = ONWARD[name], signing: Signing = {}): void {
    const step = this.journey.step(name);
    if (name === 'Give the product' && ['given', 'partly-given'].includes(decision)) this.administer(step);
    value(this.journey.sign(this.journey.step(name), decision, signing));
    this.machines.deliver();
  }

  /** Records every bedside event not yet recorded, five minutes apart. */
  administer(step: StepState): void {
    for (const item of ADMINISTRATION_ITEMS.filter((known) => step.checklist[known] === undefined)) {
      this.journey.pass('PT5M');
      const evidence = item.startsWith('identity-checked') ? { chainOfIdentity: CHAIN_OF_IDENTITY } : {};
      value(this.journey.record(step, item, { evidence }));
    }
  }

  /** Decides onward, a day apart, until a step of this name is open. */
  to(name: StepName): StepState {
    for (let days = 0; days < 40; days += 1) {
      const [open] = this.journey.open;
      if (open === undefined) break;
      if (this.journey.open.some(({ step }) => step === name)) return this.journey.step(name);
      this.journey.pass('P1D');
      this.decide(open.step);
    }
    throw new Error(`walk: ${name} was not reached, open: ${this.journey.open.map(({ key }) => key).join(', ')}`);
  }

  /** Walks until the product was given and the patient discharged. */
  toFollowUp(): void {
    this.to('Discharge');
    this.journey.pass('P1D');
    this.decide('Discharge');
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
  }

  command(...given: Parameters<JourneyDriver['command']>): void {
    value(this.journey.command(...given));
    this.machines.deliver();
  }
}

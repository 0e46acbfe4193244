import { nextDue } from '../../../lambdas/domain/clocks/next-due.ts';
import type { StepRef } from '../../../lambdas/domain/events/data.ts';
import { firstOf } from '../../../lambdas/domain/journey/administration.ts';
import { stepLapsed } from '../../../lambdas/domain/journey/open-step.ts';
import { isHeld, type StepKey, stepKey } from '../../../lambdas/domain/journey/state.ts';
import { type Outcome, ok } from '../../../lambdas/domain/outcome.ts';
import type { Recorded } from '../../../lambdas/domain/sign-off/record-sign-off.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import { ONWARD, signerOf } from '../../support/builders.ts';
import { endCourse } from '../../support/ending.ts';
import { evidenceOf } from '../../support/evidence.ts';
import type { Signing } from '../../support/journey-driver.ts';
import type { Walk } from '../../support/walk.ts';

export type Operation =
  | { readonly do: 'decide'; readonly who: string; readonly which: number; readonly decision: number }
  | { readonly do: 'again'; readonly who: string }
  | { readonly do: string };

interface Try {
  readonly ref: StepRef;
  readonly decision: string;
  readonly signing: Signing;
  readonly who: string;
  readonly outcome: Outcome<Recorded>;
}

/** Does to a journey what people, the service and operations may do at any moment; checks each answer as it comes. */
export class Ledger {
  readonly walk: Walk;
  #tries: Try[] = [];

  constructor(walk: Walk) {
    this.walk = walk;
  }

  keyOf = (ref: unknown): StepKey => stepKey(ref as StepRef);

  act(operation: Operation): void {
    const { journey, machines } = this.walk;
    journey.pass('PT7M');
    switch (operation.do) {
      case 'decide':
        this.#decide(operation as Extract<Operation, { do: 'decide' }>);
        return;
      case 'again':
        this.#again((operation as Extract<Operation, { do: 'again' }>).who);
        return;
      case 'show':
        for (const step of journey.open) journey.show(step);
        return;
      case 'retry':
        machines.retry();
        return;
      case 'deliver':
        machines.deliver();
        return;
      case 'repeat':
        for (const { effect } of [...journey.history]) {
          // What was never delivered is not repeated: the stream delivers in order.
          if (!journey.effects.includes(effect)) machines.perform(effect);
        }
        return;
      case 'replace-run':
        journey.command('resume-execution');
        return;
      case 'hold':
      case 'resume':
        journey.command(operation.do);
        return;
      case 'lapse': {
        const [step] = journey.open;
        if (step === undefined) return;
        const { phase, round, step: name } = step;
        journey.change((scribe) =>
          ok({ value: stepLapsed(scribe, { phase, round, step: name, run: journey.state.run }) }),
        );
        return;
      }
      default: {
        const due = nextDue(journey.state, journey.protocol);
        if (due !== undefined && due > journey.now) journey.now = due;
        journey.wake();
      }
    }
  }

  /** Brings the journey to rest: cancelled at once, or everything open decided until nothing is left to wait for. */
  finish(ending: 'cancel' | 'finish'): void {
    const { journey, machines } = this.walk;
    machines.deliver();
    if (isHeld(journey.state) && ending === 'finish') journey.command('resume');
    while (journey.state.closed === undefined && ending === 'finish') {
      machines.deliver();
      const [step] = journey.open;
      if (step === undefined) break;
      if (journey.state.closing !== undefined) {
        this.walk.decide(step.step);
        continue;
      }
      const stop = ['returned', 'not-eligible', 'refused', 'rejected', 'stopped'].find((one) =>
        Object.hasOwn(steps[step.step].decisions, one),
      );
      // What was infused cannot be signed away: it is given, and the course goes on to its next step.
      const begun = firstOf(step, 'infusion-started') !== undefined;
      const signed = journey.sign(step, begun ? 'given' : (stop ?? ONWARD[step.step]));
      if (!signed.ok) throw new Error(`stuck at ${step.key}: ${signed.refusal.message}`);
    }
    machines.deliver();
    if (journey.state.closed === undefined && journey.state.closing === undefined) endCourse(this.walk);
    if (isHeld(journey.state) && journey.state.closed === undefined) journey.command('resume');
    // What was ordered or made is put in order before the journey closes.
    while (journey.open[0] !== undefined) this.walk.decide(journey.open[0].step);
  }

  /** Steps about which somebody was written to by a commit that came after their decision. */
  mailsAfterDecision(): readonly string[] {
    const { state, history } = this.walk.journey;
    return history.flatMap(({ seq, effect }) => {
      if (effect.kind !== 'mail' || effect.notice.about !== 'step') return [];
      const decided = state.steps[stepKey(effect.notice.ref)]?.decision?.seq;
      return decided !== undefined && seq >= decided ? [stepKey(effect.notice.ref)] : [];
    });
  }

  /** Tokens that two different effects answer; the delivery of one effect may be repeated. */
  tokensAnsweredTwice(): readonly string[] {
    const tokens = this.walk.journey.history.flatMap(({ effect }) => (effect.kind === 'answer' ? [effect.token] : []));
    return tokens.filter((token, index) => tokens.indexOf(token) !== index);
  }

  #decide({ who, which, decision: index }: Extract<Operation, { do: 'decide' }>): void {
    const { journey } = this.walk;
    const known = Object.values(journey.state.steps);
    const step = journey.open[which % Math.max(1, journey.open.length)] ?? known.at(-1 - which);
    if (step === undefined) return;
    const decisions = Object.keys(steps[step.step].decisions);
    const decision = decisions[index % decisions.length] ?? '';
    const signing = {
      signer: signerOf(step.step, who),
      shown: journey.show(step),
      evidence: evidenceOf(step, decision, journey),
    };
    this.#sign({ ref: step, decision, signing, who });
  }

  #again(who: string): void {
    const before = this.#tries.at(-1);
    if (before !== undefined) {
      this.#sign({ ...before, who, signing: { ...before.signing, signer: signerOf(before.ref.step, who) } });
    }
  }

  /** Signs, and checks the answer against what was decided before. */
  #sign(submission: Omit<Try, 'outcome'>): void {
    const { journey } = this.walk;
    const { ref, decision, signing, who } = submission;
    const before = journey.state.steps[stepKey(ref)];
    const { length } = journey.events;
    const outcome = journey.sign(ref, decision, signing);
    if (before?.decision !== undefined) {
      if (journey.events.length !== length) throw new Error(`${before.key}: an event was written after its decision`);
      const first = this.#tries.find((one) => stepKey(one.ref) === before.key && one.outcome.ok);
      const same =
        first !== undefined &&
        first.who === who &&
        first.decision === decision &&
        first.signing.shown === signing.shown;
      if (same && JSON.stringify(outcome) !== JSON.stringify(first.outcome)) {
        throw new Error(`${before.key}: the repetition got ${JSON.stringify(outcome)}`);
      }
      if (first !== undefined && first.who !== who && (outcome.ok || outcome.refusal.code !== 'conflict')) {
        throw new Error(`${before.key}: the second person got ${JSON.stringify(outcome)}`);
      }
    }
    this.#tries.push({ ...submission, outcome });
  }
}

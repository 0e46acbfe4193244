import { nextDue } from '../../../lambdas/domain/clocks/next-due.ts';
import type { StepRef } from '../../../lambdas/domain/events/data.ts';
import { firstOf } from '../../../lambdas/domain/journey/administration.ts';
import { executionEnded, parseExecutionName } from '../../../lambdas/domain/journey/execution-ended.ts';
import { stepLapsed } from '../../../lambdas/domain/journey/open-step.ts';
import { roleOf } from '../../../lambdas/domain/journey/role-of.ts';
import { effectiveTime, isHeld, type StepKey, type StepState, stepKey } from '../../../lambdas/domain/journey/state.ts';
import { type Outcome, ok } from '../../../lambdas/domain/outcome.ts';
import { NOT_NEEDED } from '../../../lambdas/domain/phases/flow.ts';
import { isLinkOver } from '../../../lambdas/domain/sign-off/link.ts';
import type { Recorded } from '../../../lambdas/domain/sign-off/record-sign-off.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { ONWARD, personIn } from '../../support/builders.ts';
import { deputyOf } from '../../support/delegations.ts';
import { endCourse } from '../../support/ending.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { type Signing, value } from '../../support/journey-driver.ts';
import type { Walk } from '../../support/walk.ts';

interface Decide {
  readonly do: 'decide' | 'delegate';
  readonly who: string;
  readonly which: number;
  readonly decision: number;
}
interface Which {
  readonly do: 'correct' | 'fail';
  readonly which: number;
}
export type Operation = Decide | { readonly do: 'again'; readonly who: string } | Which | { readonly do: string };

/** Who acts in whose place: the others are `a` and `b`, each in their own right. */
const DEPUTY = { who: 'c', of: 'a' } as const;

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
  /** Links of mails that were asked for before have expired: nobody gets past the door by them. */
  #linksFrom = 0;

  constructor(walk: Walk) {
    this.walk = walk;
  }

  keyOf = (ref: unknown): StepKey => stepKey(ref as StepRef);

  act(operation: Operation): void {
    const { journey, machines } = this.walk;
    journey.pass('PT7M');
    switch (operation.do) {
      case 'decide':
        this.#decide(operation as Decide);
        return;
      case 'delegate':
        this.#decide({ ...(operation as Decide), who: DEPUTY.who });
        return;
      case 'request':
        for (const { phase, round, step } of journey.open) journey.command('reissue', { phase, round, step });
        return;
      case 'expire':
        this.#linksFrom = journey.history.length;
        return;
      case 'fail':
        this.#fail((operation as Which).which);
        return;
      case 'redrive':
        machines.redrive();
        return;
      case 'correct':
        this.#correct((operation as Which).which);
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
    machines.redrive();
    machines.deliver();
    if (isHeld(journey.state) && ending === 'finish') journey.command('resume');
    while (journey.state.closed === undefined && ending === 'finish') {
      machines.deliver();
      const step = this.#next();
      if (step === undefined) break;
      if (journey.state.closing !== undefined) {
        this.#onward(step);
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
    for (let step = this.#next(); step !== undefined; step = this.#next()) this.#onward(step);
  }

  /** The course is closed last: what was corrected is signed before. */
  #next(): StepState | undefined {
    const { open } = this.walk.journey;
    return open.find(({ step }) => step !== 'Close the course') ?? open[0];
  }

  /** This occurrence of a step, of which a later one may have been decided before. */
  #onward(step: StepState): void {
    this.walk.prepare(step, ONWARD[step.step]);
    value(this.walk.journey.sign(step, ONWARD[step.step]));
    this.walk.machines.deliver();
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

  /**
   * Of every correction that was to be signed, how often it was: signed or disputed. One that a later one superseded need not be, nor
   * one of what the pathway passed over: nobody signed that.
   */
  signaturesOfCorrections(): readonly number[] {
    const { events, state } = this.walk.journey;
    const { corrected, steps: all, phases } = state;
    const closedBy = events.find(({ type }) => type === 'journey.closed')?.seq ?? Number.POSITIVE_INFINITY;
    return Object.values(corrected)
      .filter(({ key, seq, what }) => all[key]?.phase !== 'Correction' && what !== NOT_NEEDED && seq < closedBy)
      .flatMap(({ seq, of, path }) => {
        const isNewest = Object.values(corrected).every(
          (one) => one.of !== of || one.path !== path || one.seq <= seq || one.seq >= closedBy,
        );
        const rounds = phases.filter(({ phase, about }) => phase === 'Correction' && about === seq);
        const signed = this.walk.journey.events.filter(
          ({ type, data }) =>
            type === 'step.decided' && rounds.some(({ phase, round }) => data.phase === phase && data.round === round),
        );
        return isNewest || signed.length > 0 ? [signed.length] : [];
      });
  }

  #fail(which: number): void {
    const { journey, machines } = this.walk;
    const failed = parseExecutionName(machines.fail(which) ?? '');
    if (failed !== undefined) journey.change((scribe) => ok({ value: executionEnded(scribe, failed, 'FAILED') }));
  }

  #correct(which: number): void {
    const { journey } = this.walk;
    const decided = Object.values(journey.state.steps).filter(({ decision }) => decision !== undefined);
    const { decision } = decided[which % Math.max(1, decided.length)] ?? {};
    if (decision === undefined) return;
    const { at, zone } = effectiveTime(journey.state, decision);
    journey.command('correct', {
      seq: decision.seq,
      occurredAt: { at: plus(at, '-PT1M', 'UTC'), zone, known: 'stated' },
    });
  }

  /** Signs in their own right, or in whose place they are. */
  #as(who: string, ref: StepRef): Pick<Signing, 'signer' | 'delegator'> {
    const role = roleOf(this.walk.journey.state, ref);
    const signer = personIn([role], who);
    if (who !== DEPUTY.who) return { signer };
    const delegator = personIn([role], DEPUTY.of);
    return { signer: deputyOf(delegator, signer), delegator };
  }

  /** Whether every link that a mail ever brought to this step is over. */
  #areLinksOver(step: StepState): boolean {
    const { history, effects, now } = this.walk.journey;
    const links = history.flatMap(({ effect }, at) =>
      effect.kind === 'mail' &&
      effect.notice.about === 'step' &&
      stepKey(effect.notice.ref) === step.key &&
      !effects.includes(effect)
        ? [{ linkSeq: effect.notice.linkSeq, expiresAt: at < this.#linksFrom ? now : plus(now, 'P30D', 'UTC') }]
        : [],
    );
    return links.length > 0 && links.every((link) => isLinkOver(step, link, now));
  }

  #decide({ who, which, decision: index }: Decide): void {
    const { journey } = this.walk;
    const known = Object.values(journey.state.steps);
    const step = journey.open[which % Math.max(1, journey.open.length)] ?? known.at(-1 - which);
    if (step === undefined) return;
    if (this.#areLinksOver(step)) return;
    const decisions = Object.keys(steps[step.step].decisions);
    const decision = decisions[index % decisions.length] ?? '';
    const signing = {
      ...this.#as(who, step),
      shown: journey.show(step),
      evidence: evidenceOf(step, decision, journey),
    };
    this.#sign({ ref: step, decision, signing, who });
  }

  #again(who: string): void {
    const before = this.#tries.at(-1);
    if (before === undefined) return;
    const { shown, evidence } = before.signing;
    this.#sign({ ...before, who, signing: { shown, evidence, ...this.#as(who, before.ref) } as Signing });
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

import type { Effect } from '../../lambdas/domain/journey/effects.ts';
import { executionName } from '../../lambdas/domain/journey/effects.ts';
import type { Envelope } from '../../lambdas/domain/journey/envelope.ts';
import { isCoursePhase } from '../../lambdas/domain/journey/state.ts';
import { whereItStands } from '../../lambdas/domain/journey/where-it-stands.ts';
import { NOT_NEEDED, type Route, type Stage, stepsOf } from '../../lambdas/domain/phases/flow.ts';
import { flows } from '../../lambdas/domain/phases/index.ts';
import type { PhaseName } from '../../lambdas/domain/vocabulary.ts';
import type { JourneyDriver } from './journey-driver.ts';

interface PhaseExecution {
  readonly name: string;
  readonly phase: PhaseName;
  readonly round: number;
  readonly run: number;
  /** What the hub does when this phase ends; a visit has no hub. */
  readonly ended: (outcome: string) => void;
  stage: Stage;
  envelopes: (Envelope | undefined)[];
}

interface Waiting {
  readonly execution: PhaseExecution;
  readonly branch: number;
}

/** The state machines as drawn in `lib/phases`, in a few lines: a hub that asks the log, and phases that walk their flow. */
export class Machines {
  readonly #journey: JourneyDriver;
  readonly #names = new Set<string>();
  readonly #waiting = new Map<string, Waiting>();
  readonly #failed: PhaseExecution[] = [];
  /** Every answer there was, by token. */
  readonly answers = new Map<string, Envelope[]>();
  /** How often each execution opened a step, retries included. */
  readonly opened = new Map<string, number>();
  /** How each execution ended, in order. */
  readonly ends: { readonly name: string; readonly outcome: string }[] = [];

  constructor(journey: JourneyDriver) {
    this.#journey = journey;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Does all effects asked for so far, and those that follow from them. */
  deliver(): void {
    for (let effect = this.#journey.effects.shift(); effect !== undefined; effect = this.#journey.effects.shift()) {
      this.perform(effect);
    }
  }

  /** Does one effect; harmless when repeated, like the service: a name starts once, a token is answered once. */
  perform(effect: Effect): void {
    if (effect.kind === 'answer') this.#answer(effect.token, effect.envelope);
    if (effect.kind !== 'start' || this.#names.has(effect.name)) return;
    this.#names.add(effect.name);
    const { run, round } = effect.input;
    if (effect.machine === 'PatientJourney') this.#hub(effect.name, run);
    else this.#phase(effect.machine, round, run, () => undefined);
  }

  /** Every execution is lost, with its tokens. */
  kill(): void {
    this.#waiting.clear();
  }

  /** One execution fails while it waits, and its tokens with it; gives its name. */
  fail(which: number): string | undefined {
    const running = [...new Set([...this.#waiting.values()].map(({ execution }) => execution))];
    const failed = running[which % Math.max(1, running.length)];
    if (failed === undefined) return undefined;
    for (const [token, { execution }] of this.#waiting) if (execution === failed) this.#waiting.delete(token);
    this.#failed.push(failed);
    return failed.name;
  }

  /** Operations redrive what failed, be it long replaced: each goes on at the stage at which it failed. */
  redrive(): void {
    for (const execution of this.#failed.splice(0)) {
      for (const [branch, envelope] of execution.envelopes.entries())
        if (envelope === undefined) this.#openBranch(execution, branch);
    }
  }

  /** The service retries every waiting task: each opens its step again with a new token, and the old one is dead. */
  retry(): void {
    const old = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { execution, branch } of old) this.#openBranch(execution, branch);
  }

  #hub(name: string, run: number): void {
    const { stands, round } = whereItStands(this.#journey.state, run);
    if (stands === 'FollowUp' || stands === 'Closed' || stands === 'Superseded') {
      this.ends.push({ name, outcome: stands });
      return;
    }
    this.#phase(stands, round, run, (outcome) => {
      if (outcome === 'cancelled' || outcome === 'superseded') this.ends.push({ name, outcome });
      else this.#hub(name, run);
    });
  }

  #phase(phase: PhaseName, round: number, run: number, ended: (outcome: string) => void): void {
    const name = executionName(this.#journey.state.id, phase, round, run);
    if (isCoursePhase(phase)) {
      if (this.#names.has(name)) throw new Error(`machines: execution ${name} was started twice`);
      this.#names.add(name);
    }
    const flow = flows[phase];
    const stage = stageOf(phase, flow.first);
    this.#enter({ name, phase, round, run, ended, stage, envelopes: [] });
  }

  #enter(execution: PhaseExecution): void {
    const steps = stepsOf(execution.stage);
    execution.envelopes = steps.map(() => undefined);
    for (const branch of steps.keys()) this.#openBranch(execution, branch);
  }

  #openBranch(execution: PhaseExecution, branch: number): void {
    const { phase, round, run, stage } = execution;
    const step = stepsOf(stage)[branch];
    if (step === undefined) throw new Error(`machines: ${phase} has no branch ${branch}`);
    this.opened.set(execution.name, (this.opened.get(execution.name) ?? 0) + 1);
    const token = this.#journey.openStep({ phase, round, step }, run);
    this.#waiting.set(token, { execution, branch });
  }

  #answer(token: string, envelope: Envelope): void {
    this.answers.set(token, [...(this.answers.get(token) ?? []), envelope]);
    const waiting = this.#waiting.get(token);
    if (waiting === undefined) return;
    this.#waiting.delete(token);
    const { execution, branch } = waiting;
    execution.envelopes[branch] = envelope;
    if (execution.envelopes.includes(undefined)) return;
    const route = routeOf(execution.stage, execution.envelopes as Envelope[]);
    if (typeof route === 'object' && 'to' in route) {
      execution.stage = stageOf(execution.phase, route.to);
      this.#enter(execution);
      return;
    }
    const outcome = typeof route === 'object' ? route.end : route;
    this.ends.push({ name: execution.name, outcome });
    execution.ended(outcome);
  }
}

function stageOf(phase: PhaseName, name: string): Stage {
  const stage = flows[phase].stages[name];
  if (stage === undefined) throw new Error(`machines: ${phase} has no stage ${name}`);
  return stage;
}

/** The Choice after a stage, as `lib/constructs` draws it. */
function routeOf(stage: Stage, envelopes: readonly Envelope[]): Route | 'cancelled' | 'superseded' {
  if (stage.kind === 'single') {
    const [envelope] = envelopes;
    const route = envelope?.outcome === 'decided' ? stage.routes[envelope.decision ?? ''] : undefined;
    if (route !== undefined) return route;
  } else {
    const passes = envelopes.map(({ outcome, decision }, index) =>
      outcome === 'decided' ? decision === NOT_NEEDED || decision === stage.steps[index]?.pass : undefined,
    );
    if (passes.every((pass) => pass === true)) return stage.passed;
    if (passes.includes(false)) return stage.otherwise;
  }
  const left = envelopes.map(({ outcome }) => outcome);
  if (left.includes('cancelled')) return 'cancelled';
  if (left.includes('superseded')) return 'superseded';
  throw new Error(`machines: nothing fits ${JSON.stringify(envelopes)}`);
}

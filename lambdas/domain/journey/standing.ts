import { NOT_NEEDED, type PhaseFlow, type Route, type Stage, stepsOf } from '../phases/flow.ts';
import { flows } from '../phases/index.ts';
import type { PhaseOutcome, StepName } from '../vocabulary.ts';
import { type JourneyState, type PhaseRecord, stepKey } from './state.ts';

/** Where a phase stands by its decisions: the steps it waits for, or how it ended. */
export type Standing = { readonly waitsFor: readonly StepName[] } | { readonly ended: PhaseOutcome };

/** Walks the flow of a phase along the decisions taken in this round. */
export function standingOf(state: JourneyState, { phase, round }: Pick<PhaseRecord, 'phase' | 'round'>): Standing {
  const flow = flows[phase];
  const decided = (step: StepName): string | undefined =>
    state.steps[stepKey({ phase, round, step })]?.decision?.decision;
  let stage = stageOf(flow, flow.first);
  for (;;) {
    const route = routeOf(stage, decided);
    if (route === undefined) return { waitsFor: stepsOf(stage).filter((step) => decided(step) === undefined) };
    if ('end' in route) return { ended: route.end };
    stage = stageOf(flow, route.to);
  }
}

function stageOf(flow: PhaseFlow, name: string): Stage {
  const stage = flow.stages[name];
  if (stage === undefined)
    throw new Error(`Phase ${flow.phase}: got stage ${name}, expected one of ${Object.keys(flow.stages).join(', ')}`);
  return stage;
}

function routeOf(stage: Stage, decided: (step: StepName) => string | undefined): Route | undefined {
  if (stage.kind === 'single') {
    const decision = decided(stage.step);
    return decision === undefined ? undefined : stage.routes[decision];
  }
  const verdicts = stage.steps.map(({ step, pass }) => {
    const decision = decided(step);
    return decision === undefined ? undefined : decision === pass || decision === NOT_NEEDED;
  });
  if (verdicts.includes(false)) return stage.otherwise;
  return verdicts.includes(undefined) ? undefined : stage.passed;
}

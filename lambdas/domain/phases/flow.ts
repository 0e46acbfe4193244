import type { PhaseName, PhaseOutcome, StepName } from '../vocabulary.ts';

/** The decision by which the pathway itself passes over a step that nobody needs to take in this round. */
export const NOT_NEEDED = 'not-needed';

/** Where a stage leads: to another stage of the same phase, or to the end of the phase. */
export type Route = { readonly to: string } | { readonly end: PhaseOutcome };

/** One step, and a route for every decision it can take. */
export interface SingleStage {
  readonly kind: 'single';
  readonly step: StepName;
  readonly routes: Readonly<Record<string, Route>>;
}

/**
 * Several steps open at once. When every step took its `pass` decision, or was not needed, the stage goes on by `passed`; the first other
 * decision ends it by `otherwise` and withdraws the steps still open.
 */
export interface TogetherStage {
  readonly kind: 'together';
  readonly steps: readonly { readonly step: StepName; readonly pass: string }[];
  readonly passed: Route;
  readonly otherwise: Route;
}

export type Stage = SingleStage | TogetherStage;

/**
 * The flow of one phase. The state machine (`lib/phases`) is drawn from it and the log is read by it, so that an
 * execution can be lost and started again without the two ever disagreeing.
 */
export interface PhaseFlow {
  readonly phase: PhaseName;
  readonly first: string;
  readonly stages: Readonly<Record<string, Stage>>;
}

export const stepsOf = (stage: Stage): readonly StepName[] =>
  stage.kind === 'single' ? [stage.step] : stage.steps.map(({ step }) => step);

export const end = (outcome: PhaseOutcome): Route => ({ end: outcome });
export const to = (stage: string): Route => ({ to: stage });

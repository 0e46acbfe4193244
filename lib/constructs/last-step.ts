import type { PhaseOutcome } from '../../lambdas/domain/vocabulary.ts';
import { type AslStates, literal } from '../asl.ts';
import { checkRoutes } from './human-step.ts';
import { type OpenStepProps, openStep } from './open-step.ts';

export interface LastStepProps extends Omit<OpenStepProps, 'leadsTo' | 'output'> {
  /** Every decision the step's people can take. */
  readonly decisions: readonly string[];
  /** The outcome of the phase that each decision is. */
  readonly outcomes: Readonly<Record<string, PhaseOutcome>>;
}

/**
 * The step with which a phase ends whatever is decided: its state gives the outcome of the phase itself. A choice and a
 * state for each outcome would be two transitions more to pay, in each of the visits of fifteen years.
 *
 * @throws Error at synth when a decision has no outcome, or an outcome belongs to no decision.
 */
export function lastStep({ decisions, outcomes, ...step }: LastStepProps): AslStates {
  checkRoutes(step.step, decisions, Object.keys(outcomes));
  return openStep({ ...step, leadsTo: { End: true }, output: (envelope) => outcomeOf(envelope, outcomes) });
}

/** Anything but a decision leaves the phase under its own name; an answer nobody defined fails the run. */
function outcomeOf(envelope: string, outcomes: Readonly<Record<string, PhaseOutcome>>): string {
  const isDecided = `${envelope}.outcome = "decided" and ${envelope}.decision in ${JSON.stringify(Object.keys(outcomes))}`;
  const decided = `{"schemaVersion": 1, "outcome": $lookup(${JSON.stringify(outcomes)}, ${envelope}.decision)}`;
  const left = `${envelope}.outcome in ["cancelled", "superseded"]`;
  const leaves = `{"schemaVersion": 1, "outcome": ${envelope}.outcome}`;
  return `${isDecided} ? ${decided} : ${left} ? ${leaves} : $error(${literal(NOT_UNDERSTOOD)})`;
}

const NOT_UNDERSTOOD = 'Got an answer that this step has no outcome for; expected one of its decisions.';

import type { StepName } from '../../lambdas/domain/vocabulary.ts';
import { type AslStates, type Expression, expression, literal, mergeStates } from '../asl.ts';
import { CANCELLED, NOT_UNDERSTOOD, SUPERSEDED } from '../phases/phase-ends.ts';
import { type MachineRevision, openStep } from './open-step.ts';

export interface HumanStepProps<Decision extends string> {
  readonly machine: MachineRevision;
  readonly step: StepName;
  readonly openStepArn: string;
  /** Every decision the step's people can take. */
  readonly decisions: readonly Decision[];
  /** The state each decision leads to: one for every decision, none for anything else. */
  readonly routes: Readonly<Record<Decision, string>>;
}

export const decisionName = (what: string): string => `${what}: what was decided?`;

/** The envelope says that people decided, and that they decided this. */
const decided = (decision: string, envelope = '$states.input'): string =>
  `${envelope}.outcome = "decided" and ${envelope}.decision = ${literal(decision)}`;

/**
 * A step of the pathway: people are asked, and whatever comes back is routed. Anything but a decision leaves the phase,
 * so no caller can forget that a journey may be cancelled or its run replaced while people think.
 *
 * @throws Error at synth when a decision has no route, or a route belongs to no decision.
 */
export function humanStep<Decision extends string>(props: HumanStepProps<Decision>): AslStates {
  checkRoutes(props.step, props.decisions, Object.keys(props.routes));
  const choice = decisionName(props.step);
  return mergeStates(
    openStep({ machine: props.machine, step: props.step, openStepArn: props.openStepArn, leadsTo: { Next: choice } }),
    {
      [choice]: {
        Type: 'Choice',
        Choices: [
          ...props.decisions.map((decision) => ({
            Condition: expression(decided(decision)),
            Next: props.routes[decision],
          })),
          { Condition: outcomeIs('cancelled'), Next: CANCELLED },
          { Condition: outcomeIs('superseded'), Next: SUPERSEDED },
        ],
        Default: NOT_UNDERSTOOD,
      },
    },
  );
}

const outcomeIs = (outcome: 'cancelled' | 'superseded'): Expression =>
  expression(`$states.input.outcome = ${literal(outcome)}`);

/** @throws Error naming each decision without a route, and each route without a decision */
export function checkRoutes(step: StepName, decisions: readonly string[], routed: readonly string[]): void {
  const missing = decisions.filter((decision) => !routed.includes(decision));
  const extra = routed.filter((decision) => !decisions.includes(decision));
  if (missing.length === 0 && extra.length === 0) return;
  const faults = [
    ...missing.map((decision) => `no route for its decision "${decision}"`),
    ...extra.map((decision) => `a route for "${decision}", which is none of its decisions`),
  ];
  throw new Error(`Step "${step}": got ${faults.join(' and ')}; expected routes for exactly ${decisions.join(', ')}`);
}

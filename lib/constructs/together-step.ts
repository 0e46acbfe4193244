import { NOT_NEEDED } from '../../lambdas/domain/phases/flow.ts';
import type { StepName } from '../../lambdas/domain/vocabulary.ts';
import { type AslStates, expression } from '../asl.ts';
import { CANCELLED, NOT_UNDERSTOOD, SUPERSEDED } from '../phases/phase-ends.ts';
import { decisionName } from './human-step.ts';
import { type MachineRevision, openStep } from './open-step.ts';

export interface TogetherStepProps {
  /** Name of the stage, which is the name of its Parallel state. */
  readonly name: string;
  readonly machine: MachineRevision;
  readonly openStepArn: string;
  readonly steps: readonly { readonly step: StepName; readonly pass: string; readonly decisions: readonly string[] }[];
  /** State reached when every step took its `pass` decision. */
  readonly passed: string;
  /** State reached when any step decided otherwise. */
  readonly otherwise: string;
}

const decidedOneOf = (decisions: readonly string[], envelope: string): string =>
  `${envelope}.outcome = "decided" and ${envelope}.decision in ${JSON.stringify(decisions)}`;

/**
 * Several steps asked at once. No branch fails or ends the others: each returns its envelope, and the choice after them
 * judges all. A decision against comes first, because the log then withdrew the steps that were still open.
 */
export function togetherStep(props: TogetherStepProps): AslStates {
  if (props.steps.length < 2)
    throw new Error(`Stage "${props.name}": got ${props.steps.length} step, expected two or more asked together`);
  const envelopes = props.steps.map(({ step, pass, decisions }, index) => {
    if (!decisions.includes(pass))
      throw new Error(`Step "${step}": got "${pass}" as the decision to pass, expected one of ${decisions.join(', ')}`);
    const passes = [pass, NOT_NEEDED].filter((decision) => decisions.includes(decision));
    return {
      at: `$states.input[${index}]`,
      passes,
      others: decisions.filter((decision) => !passes.includes(decision)),
    };
  });
  const anyOf = (condition: (envelope: (typeof envelopes)[number]) => string) =>
    expression(envelopes.map((envelope) => `(${condition(envelope)})`).join(' or '));
  const choice = decisionName(props.name);
  return {
    [props.name]: {
      Type: 'Parallel',
      Branches: props.steps.map(({ step }) => ({
        StartAt: step,
        States: openStep({ machine: props.machine, step, openStepArn: props.openStepArn, leadsTo: { End: true } }),
      })),
      Next: choice,
    },
    [choice]: {
      Type: 'Choice',
      Choices: [
        {
          Condition: expression(envelopes.map(({ at, passes }) => `(${decidedOneOf(passes, at)})`).join(' and ')),
          Next: props.passed,
        },
        {
          Condition: anyOf(({ at, others }) => decidedOneOf(others, at)),
          Next: props.otherwise,
        },
        { Condition: anyOf(({ at }) => `${at}.outcome = "cancelled"`), Next: CANCELLED },
        { Condition: anyOf(({ at }) => `${at}.outcome = "superseded"`), Next: SUPERSEDED },
      ],
      Default: NOT_UNDERSTOOD,
    },
  };
}

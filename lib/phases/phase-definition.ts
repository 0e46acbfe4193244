import {
  NOT_NEEDED,
  type PhaseFlow,
  type Route,
  type SingleStage,
  type Stage,
  type TogetherStage,
} from '../../lambdas/domain/phases/flow.ts';
import { steps } from '../../lambdas/domain/steps/index.ts';
import type { PhaseOutcome, StepName } from '../../lambdas/domain/vocabulary.ts';
import { type AslMachine, type AslStates, mergeStates } from '../asl.ts';
import { humanStep } from '../constructs/human-step.ts';
import { lastStep } from '../constructs/last-step.ts';
import { togetherStep } from '../constructs/together-step.ts';
import { flowRevision } from './flow-revision.ts';
import { endName, notUnderstood, tellOutcome } from './phase-ends.ts';

/**
 * Draws the state machine of a phase from its flow, the table by which the log is read too. A stage of one step is a
 * task named as the step; a stage of several is a Parallel named as the stage. A step after which nothing comes ends the
 * machine itself.
 *
 * @throws Error naming the phase and stage when a route leads nowhere.
 */
export function phaseDefinition(flow: PhaseFlow, openStepArn: string): AslMachine {
  const machine = { phase: flow.phase, revision: flowRevision(flow) };
  const nameOf = (route: Route, from: string): string => {
    if ('end' in route) return endName(route.end);
    const stage = flow.stages[route.to];
    if (stage !== undefined) return stateNameOf(route.to, stage);
    throw new Error(
      `Phase ${flow.phase}, ${from}: got a route to "${route.to}", expected one of ${Object.keys(flow.stages).join(', ')}`,
    );
  };
  const draw = (name: string, stage: Stage): AslStates => {
    if (stage.kind === 'together') return together(name, stage);
    return isLast(stage) ? last(stage) : single(name, stage);
  };
  const last = ({ step, routes }: SingleStage): AslStates =>
    lastStep({ machine, openStepArn, step, decisions: decisionsOf(step), outcomes: endsOf(routes) });
  const single = (name: string, stage: SingleStage): AslStates =>
    humanStep({
      machine,
      openStepArn,
      step: stage.step,
      decisions: decisionsOf(stage.step),
      routes: Object.fromEntries(
        Object.entries(stage.routes).map(([decision, route]) => [decision, nameOf(route, name)]),
      ),
    });
  const together = (name: string, stage: TogetherStage): AslStates =>
    togetherStep({
      machine,
      openStepArn,
      name,
      steps: stage.steps.map(({ step, pass }) => ({ step, pass, decisions: decisionsOf(step) })),
      passed: nameOf(stage.passed, name),
      otherwise: nameOf(stage.otherwise, name),
    });
  return {
    Comment: `${flow.phase}, revision ${machine.revision}`,
    QueryLanguage: 'JSONata',
    StartAt: nameOf({ to: flow.first }, 'first'),
    States: mergeStates(
      ...Object.entries(flow.stages).map(([name, stage]) => draw(name, stage)),
      ...outcomesOf(flow).map(tellOutcome),
      ...(hasChoice(flow) ? [notUnderstood] : []),
    ),
  };
}

/** What the step's own definition lets people decide; the flow must route exactly that. */
const decisionsOf = (step: StepName): readonly string[] => [
  ...Object.keys(steps[step].decisions),
  ...(steps[step].notNeeded === undefined ? [] : [NOT_NEEDED]),
];

const stateNameOf = (name: string, stage: Stage): string => (stage.kind === 'single' ? stage.step : name);

/** Whether the phase ends whatever is decided here. */
const isLast = (stage: Stage): boolean =>
  stage.kind === 'single' && Object.values(stage.routes).every((route) => 'end' in route);

const hasChoice = (flow: PhaseFlow): boolean => !Object.values(flow.stages).every(isLast);

const endsOf = (routes: SingleStage['routes']): Readonly<Record<string, PhaseOutcome>> =>
  Object.fromEntries(
    Object.entries(routes).flatMap(([decision, route]) => ('end' in route ? [[decision, route.end]] : [])),
  );

/** The outcomes that a choice leads to: each is a state of its own. */
function outcomesOf(flow: PhaseFlow): readonly PhaseOutcome[] {
  if (!hasChoice(flow)) return [];
  const routes = Object.values(flow.stages)
    .filter((stage) => !isLast(stage))
    .flatMap((stage) => (stage.kind === 'single' ? Object.values(stage.routes) : [stage.passed, stage.otherwise]));
  const own = routes.flatMap((route) => ('end' in route ? [route.end] : []));
  return [...new Set<PhaseOutcome>([...own, 'cancelled', 'superseded'])];
}

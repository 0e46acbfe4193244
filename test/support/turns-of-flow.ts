import { cancelled, decided, type Envelope, superseded } from '../../lambdas/domain/journey/envelope.ts';
import { NOT_NEEDED, type PhaseFlow, type Route, type Stage, stepsOf } from '../../lambdas/domain/phases/flow.ts';
import { steps } from '../../lambdas/domain/steps/index.ts';
import type { StepName } from '../../lambdas/domain/vocabulary.ts';
import type { Answers, Said } from './machine-dialogue.ts';

/** A way to a stage of a flow, what its steps are answered there, and what must come of it by the flow. */
export interface Turn {
  readonly name: string;
  readonly before: readonly Answers[];
  readonly answers: Answers;
  readonly expected: Said;
}

/** Every answer that today's functions can give at every stage of a flow, each stage reached by one way. */
export function turnsOf(flow: PhaseFlow): readonly Turn[] {
  const ways = new Map<string, readonly Answers[]>([[flow.first, []]]);
  const turns: Turn[] = [];
  // A stage that is found on the way is looked at in its turn: the map goes on with what is put into it.
  for (const [name, before] of ways) {
    const stage = stageOf(flow, name);
    for (const { answers, route } of answersTo(stage)) {
      turns.push({ name: `${name}: ${wordsOf(answers)}`, before, answers, expected: saidBy(flow, route) });
      if (typeof route === 'object' && 'to' in route && !ways.has(route.to)) ways.set(route.to, [...before, answers]);
    }
  }
  return turns;
}

/** What the machine of a flow says before anything was answered. */
export const firstSaid = (flow: PhaseFlow): Said => saidBy(flow, { to: flow.first });

type Way = Route | 'cancelled' | 'superseded';

function answersTo(stage: Stage): readonly { readonly answers: Answers; readonly route: Way }[] {
  const all = stepsOf(stage);
  const each = (envelope: Envelope): Answers => Object.fromEntries(all.map((step) => [step, envelope]));
  const left = [
    { answers: each(cancelled), route: 'cancelled' },
    { answers: each(superseded), route: 'superseded' },
  ] as const;
  if (stage.kind === 'single') {
    const routes = Object.entries(stage.routes);
    return [...routes.map(([decision, route]) => ({ answers: { [stage.step]: decided(decision) }, route })), ...left];
  }
  const passing: Answers = Object.fromEntries(stage.steps.map(({ step, pass }) => [step, decided(pass)]));
  return [
    { answers: passing, route: stage.passed },
    ...stage.steps.flatMap(({ step, pass }) => [
      ...(steps[step].notNeeded === undefined
        ? []
        : [{ answers: { ...passing, [step]: decided(NOT_NEEDED) }, route: stage.passed }]),
      // The log withdraws the others.
      ...Object.keys(steps[step].decisions)
        .filter((decision) => decision !== pass)
        .map((decision) => ({ answers: { ...each(superseded), [step]: decided(decision) }, route: stage.otherwise })),
    ]),
    ...left,
  ];
}

function saidBy(flow: PhaseFlow, route: Way): Said {
  if (typeof route === 'string') return { ends: { schemaVersion: 1, outcome: route } };
  return 'end' in route
    ? { ends: { schemaVersion: 1, outcome: route.end } }
    : { asks: stepsOf(stageOf(flow, route.to)) };
}

function stageOf(flow: PhaseFlow, name: string): Stage {
  const stage = flow.stages[name];
  if (stage === undefined) throw new Error(`Phase ${flow.phase}: expected a stage ${name}`);
  return stage;
}

const wordsOf = (answers: Answers): string =>
  (Object.entries(answers) as readonly (readonly [StepName, Envelope])[])
    .map(([step, { outcome, decision }]) => `${step} ${decision ?? outcome}`)
    .join(', ');

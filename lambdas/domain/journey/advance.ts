import { unreachable } from '../faults.ts';
import type { PhaseFlow, Route, Stage } from '../phases/flow.ts';
import { stepsOf } from '../phases/flow.ts';
import { flows } from '../phases/index.ts';
import { visits } from '../protocol/accessors.ts';
import type { JourneyOutcome, PhaseName, PhaseOutcome, StepName } from '../vocabulary.ts';
import { type Scribe, system } from './scribe.ts';
import { activePhases, type JourneyState, latestDecision, openSteps, type PhaseRecord, stepKey } from './state.ts';

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
    return decision === undefined ? undefined : decision === pass;
  });
  if (verdicts.includes(false)) return stage.otherwise;
  return verdicts.includes(undefined) ? undefined : stage.passed;
}

/**
 * Writes what follows from the decisions now in the log: phases that ended, steps withdrawn with them, the next phase
 * entered, the journey closed.
 */
export function advance(scribe: Scribe): void {
  for (const record of activePhases(scribe.state)) {
    const standing = standingOf(scribe.state, record);
    if ('waitsFor' in standing) continue;
    endPhase(scribe, record, standing.ended);
    follow(scribe, standing.ended);
  }
}

function endPhase(scribe: Scribe, { phase, round }: PhaseRecord, outcome: PhaseOutcome): void {
  withdrawOpen(scribe, `${phase} ended: ${outcome}`, (record) => record.phase === phase && record.round === round);
  scribe.write('phase.ended', { phase, round, outcome }, system('pathway'));
}

/** Withdraws the open steps that match, so that nobody is left with something nobody waits for. */
function withdrawOpen(
  scribe: Scribe,
  because: string,
  matches: (ref: { phase: PhaseName; round: number }) => boolean,
): void {
  for (const { phase, round, step } of openSteps(scribe.state)) {
    if (matches({ phase, round })) scribe.write('step.withdrawn', { phase, round, step, because }, system('pathway'));
  }
}

/** How a phase that was still active ends when the whole journey closes. */
const PHASE_END: Readonly<Record<JourneyOutcome, PhaseOutcome>> = {
  completed: 'superseded',
  rejected: 'rejected',
  stopped: 'stopped',
  cancelled: 'cancelled',
  died: 'died',
  'lost-to-follow-up': 'lost',
};

/** Closes the journey: every phase still active ends, every open step is withdrawn. */
export function close(scribe: Scribe, outcome: JourneyOutcome): void {
  withdrawOpen(scribe, `journey closed: ${outcome}`, () => true);
  for (const { phase, round } of activePhases(scribe.state)) {
    scribe.write('phase.ended', { phase, round, outcome: PHASE_END[outcome] }, system('pathway'));
  }
  scribe.write('journey.closed', { outcome }, system('pathway'));
}

/** Enters the next round of a phase. */
export function enter(scribe: Scribe, phase: PhaseName): void {
  const round = scribe.state.phases.filter((record) => record.phase === phase).length + 1;
  scribe.write('phase.entered', { phase, round }, system('pathway'));
}

/** Where the end of a phase leads: to the next phase, to the end of the journey, or to the follow-up plan. */
type Onward = { readonly enter: PhaseName } | { readonly close: JourneyOutcome } | 'last-visit?' | 'nowhere';

/** The one place that knows the order of phases. */
function onward(state: JourneyState, outcome: PhaseOutcome): Onward {
  switch (outcome) {
    case 'ordered':
    case 'recollect':
      return { enter: afterOrder(state) };
    case 'collected':
    case 'remake':
      return { enter: 'Manufacturing' };
    case 'certified':
      return { enter: 'Receipt' };
    case 'accepted':
    case 'deferred':
      return { enter: 'Treatment' };
    case 'rejected':
    case 'stopped':
    case 'died':
      return { close: outcome };
    case 'lost':
      return { close: 'lost-to-follow-up' };
    case 'treated':
    case 'attended':
    case 'missed':
      return 'last-visit?';
    case 'cancelled':
    case 'superseded':
      return 'nowhere';
    default:
      return unreachable(outcome, 'outcome of a phase');
  }
}

function follow(scribe: Scribe, outcome: PhaseOutcome): void {
  if (scribe.state.closed !== undefined) return;
  const next = onward(scribe.state, outcome);
  if (next === 'last-visit?') closeAfterLastVisit(scribe);
  else if (typeof next === 'object' && 'enter' in next) enter(scribe, next.enter);
  else if (typeof next === 'object') close(scribe, next.close);
}

/** A product made without the patient's cells needs no collection. */
function afterOrder(state: JourneyState): PhaseName {
  const material = latestDecision(state, 'Confirm eligibility')?.evidence.startingMaterial;
  return material === 'none' ? 'Manufacturing' : 'Collection';
}

function closeAfterLastVisit(scribe: Scribe): void {
  const planned = visits(scribe.context.protocol).length;
  const done = scribe.state.phases.filter(({ phase, endedAt }) => phase === 'FollowUpVisit' && endedAt !== undefined);
  const waiting = activePhases(scribe.state).length > 0;
  if (done.length >= planned && !waiting) close(scribe, 'completed');
}

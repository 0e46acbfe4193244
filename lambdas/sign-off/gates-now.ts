import { exempted } from '../domain/gates/exempted.ts';
import { closedAnyway, closedGates } from '../domain/gates/gate.ts';
import type { StaffMember } from '../domain/ports.ts';
import { competenceGates } from '../domain/sign-off/competence-gate.ts';
import { gatesAsked, procedureFollowed } from '../domain/sign-off/procedure-gate.ts';
import { steps } from '../domain/steps/index.ts';
import { type ShownGate, shownGate } from '../pages/views.ts';
import { againstNow, type StepNow } from './checklist-lines.ts';

type ByDecision = Readonly<Record<string, readonly ShownGate[]>>;

/** Decisions no evidence could open now, or of which a register does not know. A gate that only compares evidence is judged when it is signed. */
export function closedDecisions({ stored, step, protocol, now, readiness, onDuty }: StepNow): ByDecision {
  const context = { state: stored.state, protocol, now, readiness, onDuty };
  return byDecision(step.step, (definition) =>
    closedAnyway(exempted(gatesAsked(step, definition), { step, people: [] }), context).map(shownGate),
  );
}

/**
 * Decisions for which who reads the page is not competent. Their forms stay: on a device of a ward somebody else may sign in the
 * session of whoever opened it.
 */
export function notCompetent(
  { stored: { state }, step, protocol, now, readiness }: StepNow,
  reader: Pick<StaffMember, 'id' | 'competence'>,
): ByDecision {
  const gates = exempted(competenceGates(step, undefined, reader, {}), { step, people: [reader] });
  const closed = closedGates(gates, { state, protocol, now, evidence: {}, readiness });
  return byDecision(step.step, ({ kind }) => (kind === 'authorise' ? closed.map(shownGate) : []));
}

/** What each decision would be recorded against now: a critical deviation, never a reason not to record. */
export const decisionsAgainst = (stepNow: StepNow): ByDecision =>
  byDecision(stepNow.step.step, ({ kind, deviations = [] }) =>
    againstNow(stepNow, [...deviations, ...(kind === 'record' ? procedureFollowed(stepNow.step) : [])]),
  );

const byDecision = (
  step: StepNow['step']['step'],
  gatesNow: (definition: (typeof steps)[typeof step]['decisions'][string]) => readonly ShownGate[],
): ByDecision =>
  Object.fromEntries(
    Object.entries(steps[step].decisions)
      .map(([decision, definition]) => [decision, gatesNow(definition)] as const)
      .filter(([, gates]) => gates.length > 0),
  );

import { deadlineOf } from '../domain/clocks/deadline.ts';
import { closedGates } from '../domain/gates/gate.ts';
import { contentHash, contentOf } from '../domain/journey/content.ts';
import { isHeld } from '../domain/journey/state.ts';
import { evidenceSchemas } from '../domain/sign-off/evidence-schemas.ts';
import { RECORD } from '../domain/sign-off/submission.ts';
import { steps } from '../domain/steps/index.ts';
import type { JsonSchema, Language, StepView } from '../pages/views.ts';
import type { OpenedStep, SignOffDeps } from './opened-step.ts';

const KINDS: Readonly<Record<string, 'identifier' | 'instant'>> = {
  chainOfIdentity: 'identifier',
  donationNumber: 'identifier',
  batch: 'identifier',
  containers: 'identifier',
  productExpiry: 'instant',
  dueAt: 'instant',
};

/** What a page shows of a step; ids and clinical evidence only, nobody's name. */
export function stepView(deps: SignOffDeps, opened: OpenedStep, nonce: string, language: Language): StepView {
  const { stored, step, protocol, expiresAt } = opened;
  const { state } = stored;
  const definition = steps[step.step];
  const content = contentOf(state, step, protocol);
  const schemas = evidenceSchemas(step.step) as Readonly<Record<string, JsonSchema>>;
  const { [RECORD]: checklistSchema, ...evidenceSchema } = schemas;
  return {
    journeyId: state.id,
    step: step.step,
    phase: step.phase,
    round: step.round,
    role: definition.role,
    meaning: step.step,
    status: step.status === 'open' && isHeld(state) ? 'held' : step.status,
    facts: content.facts.map(({ label, value }) => ({ label, value, kind: KINDS[label] ?? 'text' })),
    decisions: Object.keys(definition.decisions),
    closedDecisions: closedNow(deps, opened),
    evidenceSchema,
    ...(definition.checklist === undefined || checklistSchema === undefined
      ? {}
      : {
          checklist: definition.checklist.items.map((item) => {
            const entry = step.checklist[item];
            return entry === undefined ? { item } : { item, recordedAt: entry.occurredAt.at, by: entry.by.id };
          }),
          checklistSchema,
        }),
    dueAt: deadlineOf(state, step, protocol).at,
    zone: state.site.zone,
    contentHash: contentHash(content),
    nonce,
    expiresAt,
    action: `?lang=${language}`,
    ...(step.decision === undefined
      ? {}
      : { decided: { decision: step.decision.decision, by: step.decision.by.id, at: step.decision.recordedAt } }),
  };
}

/** Decisions no evidence could open now. A gate that only compares evidence is judged when it is signed. */
function closedNow(deps: SignOffDeps, { stored, step, protocol }: OpenedStep): Readonly<Record<string, string>> {
  const context = { state: stored.state, protocol, now: deps.now(), evidence: {} };
  return Object.fromEntries(
    Object.entries(steps[step.step].decisions).flatMap(([decision, { gates }]) => {
      const closed = closedGates(gates, context).filter(({ status }) => status === 'closed');
      return closed.length === 0 ? [] : [[decision, closed.map(({ reason }) => reason).join(' ')]];
    }),
  );
}

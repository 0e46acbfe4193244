import { deadlineOf } from '../domain/clocks/deadline.ts';
import { toAcknowledge } from '../domain/clocks/unseen.ts';
import { closedGates } from '../domain/gates/gate.ts';
import { contentHash, contentOf } from '../domain/journey/content.ts';
import { isHeld } from '../domain/journey/state.ts';
import { formSchemas } from '../domain/sign-off/evidence-schemas.ts';
import { steps } from '../domain/steps/index.ts';
import { recordOf } from '../domain/steps/meanings.ts';
import { gateKey, type JsonSchema, type Language, type StepView } from '../pages/views.ts';
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
  const schemas = formSchemas(step.step) as Readonly<Record<string, JsonSchema>>;
  const decisions = Object.keys(definition.decisions);
  return {
    journeyId: state.id,
    step: step.step,
    phase: step.phase,
    round: step.round,
    role: definition.role,
    status: step.status === 'open' && isHeld(state) ? 'held' : step.status,
    facts: content.facts.map(({ label, value }) => ({ label, value, kind: KINDS[label] ?? 'text' })),
    decisions,
    closedDecisions: closedNow(deps, opened),
    evidenceSchema: Object.fromEntries(decisions.map((decision) => [decision, schemas[decision] ?? {}])),
    ...(definition.checklist === undefined
      ? {}
      : {
          checklist: definition.checklist.items.map(({ item }) => {
            const entry = step.checklist[item];
            const line = { item, schema: schemas[recordOf(item)] ?? {} };
            return entry === undefined ? line : { ...line, recordedAt: entry.occurredAt.at, by: entry.by.id };
          }),
        }),
    dueAt: deadlineOf(state, step, protocol).at,
    zone: state.site.zone,
    contentHash: contentHash(content),
    nonce,
    expiresAt,
    action: `?lang=${language}`,
    ...urgentOf(opened),
    ...decidedOf(opened),
  };
}

/** The newest urgent notice that nobody acknowledged, under the name it was last told by. */
function urgentOf({ step }: OpenedStep): Pick<StepView, 'urgent'> {
  const urgent = toAcknowledge(step);
  return urgent === undefined ? {} : { urgent: { rung: urgent.rung, toldAt: urgent.at } };
}

/** The decision with the sentence that was signed, from the log: words may have changed since. */
function decidedOf({ stored, step }: OpenedStep): Pick<StepView, 'decided'> {
  if (step.decision === undefined) return {};
  const { seq, decision, by, recordedAt } = step.decision;
  const event = stored.events.find((one) => one.seq === seq);
  const meaning = event?.type === 'step.decided' ? event.data.meaning : '';
  return { decided: { decision, by: by.id, at: recordedAt, meaning } };
}

/** Decisions no evidence could open now. A gate that only compares evidence is judged when it is signed. */
function closedNow(deps: SignOffDeps, { stored, step, protocol }: OpenedStep): Readonly<Record<string, string[]>> {
  const context = { state: stored.state, protocol, now: deps.now(), evidence: {} };
  return Object.fromEntries(
    Object.entries(steps[step.step].decisions).flatMap(([decision, { gates }]) => {
      const closed = closedGates(gates, context).filter(({ status }) => status === 'closed');
      return closed.length === 0 ? [] : [[decision, closed.map(({ gate, status }) => gateKey(gate, status))]];
    }),
  );
}

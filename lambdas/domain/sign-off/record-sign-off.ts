import type * as z from 'zod';
import { canonicalText } from '../audit/hash.ts';
import { bedsideBreaches } from '../clocks/bedside-breaches.ts';
import type { StepRef } from '../events/data.ts';
import type { Actor } from '../events/envelope.ts';
import { closedGates } from '../gates/gate.ts';
import { advance } from '../journey/advance.ts';
import { contentHash, contentOf } from '../journey/content.ts';
import type { Scribe } from '../journey/scribe.ts';
import { settle } from '../journey/settle.ts';
import { isHeld, type StepState, stepKey } from '../journey/state.ts';
import { type Outcome, ok, type Refusal, refuse } from '../outcome.ts';
import { steps } from '../steps/index.ts';
import type { DecisionDefinition, StepContext } from '../steps/step.ts';
import type { Occurrence } from '../time.ts';
import type { Role } from '../vocabulary.ts';
import { recordChecklistItem } from './record-checklist-item.ts';
import { RECORD, type Submission } from './submission.ts';

/** A person who proved who they are. */
export interface Signer {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly site: string;
  readonly assurance: 'pin' | 'oidc' | 'passkey';
}

/** A submission, and whether its nonce was made for this version of the step within the last minutes. */
export interface Submitted extends Submission {
  readonly nonceFits: (version: number) => boolean;
}

export interface Recorded {
  readonly journeyId: string;
  readonly step: string;
  readonly decision: string;
  readonly by: string;
  readonly at: string;
  readonly seq: number;
}

/**
 * Records a signed decision: at most one per occurrence of a step. The same person sending the same again gets the same
 * answer; anybody else learns who was first. Every refusal leaves the log as it was.
 */
export function recordSignOff(scribe: Scribe, ref: StepRef, submission: Submitted, signer: Signer): Outcome<Recorded> {
  const step = scribe.state.steps[stepKey(ref)];
  if (step === undefined) return refuse('not-found', 'This step was never opened.');
  const permission = mayNotSign(scribe, step, signer);
  if (permission !== null) return { ok: false, refusal: permission };
  if (step.decision !== undefined) return repeated(scribe, step, submission, signer);
  if (step.status === 'withdrawn')
    return refuse('conflict', 'This step was withdrawn: the journey went on without it.');
  if (submission.decision === RECORD) return recordChecklistItem(scribe, step, submission, signer);
  const stale = changedSince(scribe, step, submission);
  if (stale !== null) return { ok: false, refusal: stale };
  const definition = decisionOf(step, submission.decision);
  if (!definition.ok) return definition;
  const evidence = parseEvidence(definition.value.evidence, submission.evidence);
  if (!evidence.ok) return evidence;
  const when = occurrenceOf(scribe, submission);
  if (!when.ok) return when;
  const context: StepContext = { ...contextOf(scribe), evidence: evidence.value, step };
  const gates = closedGates(definition.value.gates, context);
  if (gates.length > 0) return closedBy(gates);
  const misfit = definition.value.check?.(context) ?? null;
  if (misfit !== null) return { ok: false, refusal: misfit };
  decide(scribe, step, submission, signer, { ...definition.value, evidence: evidence.value, when: when.value });
  return ok(recordedOf(scribe, stepKey(ref)));
}

/** What is signed, with its evidence as parsed and the time it happened. */
interface Deciding extends Omit<DecisionDefinition, 'evidence'> {
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly when: Occurrence;
}

function decide(
  scribe: Scribe,
  step: StepState,
  submission: Submission,
  signer: Signer,
  { meaning, deviationOnHold, evidence, when }: Deciding,
): void {
  const { phase, round, step: name } = step;
  const ref = { phase, round, step: name };
  const by = signedBy(step, signer);
  scribe.write(
    'step.decided',
    {
      ...ref,
      decision: submission.decision,
      evidence: evidence as Record<string, z.core.util.JSONType>,
      contentHash: submission.contentHash,
      meaning,
      assurance: signer.assurance,
      ...(submission.reason === undefined ? {} : { reason: submission.reason }),
    },
    by,
    when,
  );
  const { state, context } = scribe;
  for (const { kind, detail } of bedsideBreaches(state, state.steps[step.key] ?? step, context.protocol)) {
    scribe.write('deviation.opened', { kind, class: 'critical', ...ref, detail }, by);
  }
  if (isHeld(state) && deviationOnHold === true) {
    const detail = 'Recorded as done while the journey was on hold.';
    scribe.write('deviation.opened', { kind: 'recorded-while-held', class: 'critical', ...ref, detail }, by);
  }
  advance(scribe);
  settle(scribe);
}

function repeated(scribe: Scribe, step: StepState, submission: Submission, signer: Signer): Outcome<Recorded> {
  const { decision } = step;
  if (decision === undefined) return refuse('conflict', 'This step is not decided.');
  const definition = decisionOf(step, submission.decision);
  const evidence = definition.ok ? parseEvidence(definition.value.evidence, submission.evidence) : definition;
  const same =
    evidence.ok &&
    decision.by.id === signer.id &&
    decision.decision === submission.decision &&
    decision.contentHash === submission.contentHash &&
    canonicalText(decision.evidence) === canonicalText(evidence.value);
  if (same) return ok(recordedOf(scribe, step.key));
  return refuse('conflict', `Already decided: ${decision.decision}, by ${decision.by.id} at ${decision.recordedAt}.`, {
    decision: decision.decision,
    by: decision.by.id,
    at: decision.recordedAt,
  });
}

/** Why gates do not let through what was signed, each with a reason a person can act on. */
export const closedBy = (gates: ReturnType<typeof closedGates>) =>
  refuse('forbidden', gates.map(({ reason }) => reason).join(' '), { gates });

/** Site, role and, where the step was given to one person, that person. Null when the signer may sign. */
export function mayNotSign({ state }: Scribe, step: StepState, signer: Signer): Refusal | null {
  const { role } = steps[step.step];
  if (signer.site !== state.site.id) {
    return {
      code: 'forbidden',
      message: `Site: got ${signer.site}, expected ${state.site.id}.`,
      detail: { problem: 'other-site' },
    };
  }
  if (!signer.roles.includes(role)) {
    return {
      code: 'forbidden',
      message: `Role: got ${signer.roles.join(', ')}, expected ${role}.`,
      detail: { problem: 'other-role', role },
    };
  }
  if (step.assignedTo !== undefined && step.assignedTo !== signer.id) {
    return {
      code: 'forbidden',
      message: 'This step was given to another person.',
      detail: { problem: 'other-person' },
    };
  }
  return null;
}

export const signedBy = (step: StepState, signer: Signer): Actor => ({
  kind: 'person',
  id: signer.id,
  role: steps[step.step].role,
});

export function changedSince({ state, context }: Scribe, step: StepState, submission: Submitted): Refusal | null {
  const expected = contentHash(contentOf(state, step, context.protocol));
  return submission.contentHash === expected && submission.nonceFits(step.version)
    ? null
    : { code: 'changed', message: 'What was shown has changed. Load the step again and read it before signing.' };
}

export const contextOf = ({ state, context }: Scribe) => ({ state, protocol: context.protocol, now: context.now });

function decisionOf(step: StepState, decision: string): Outcome<DecisionDefinition> {
  const { decisions } = steps[step.step];
  const definition = Object.hasOwn(decisions, decision) ? decisions[decision] : undefined;
  return definition === undefined
    ? refuse('invalid', `Decision: got ${decision}, expected one of ${Object.keys(decisions).join(', ')}`, {
        path: 'decision',
      })
    : ok(definition);
}

/** Parses evidence by its schema; every problem is named with its path. What was typed is not repeated. */
export function parseEvidence(schema: z.ZodObject, given: unknown): Outcome<Readonly<Record<string, unknown>>> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return ok(parsed.data);
  const problems = parsed.error.issues.map(({ code, path, message }) => ({
    path: ['evidence', ...path].join('.'),
    code,
    message,
  }));
  return refuse('invalid', `Evidence: ${problems.map(({ path, message }) => `${path}: ${message}`).join('; ')}`, {
    problems,
  });
}

/** When it happened: as stated, never in the future; else now. */
export function occurrenceOf({ state, context }: Scribe, { occurredAt }: Submission): Outcome<Occurrence> {
  if (occurredAt === undefined) return ok({ at: context.now, zone: state.site.zone, known: 'system' });
  return occurredAt > context.now
    ? refuse('invalid', `Time: got ${occurredAt}, expected not later than now (${context.now})`, {
        path: 'occurredAt',
        problem: 'in-the-future',
      })
    : occurredAt < state.order.orderedAt
      ? refuse('invalid', `Time: got ${occurredAt}, expected not before the order (${state.order.orderedAt})`, {
          path: 'occurredAt',
          problem: 'before-the-order',
        })
      : ok({ at: occurredAt, zone: state.site.zone, known: 'stated' });
}

function recordedOf({ state }: Scribe, key: string): Recorded {
  const decision = state.steps[key]?.decision;
  if (decision === undefined) throw new Error(`Step ${key}: expected a decision just written`);
  return {
    journeyId: state.id,
    step: state.steps[key]?.step ?? key,
    decision: decision.decision,
    by: decision.by.id,
    at: decision.recordedAt,
    seq: decision.seq,
  };
}

import type * as z from 'zod';
import { canonicalText } from '../audit/hash.ts';
import { bedsideBreaches } from '../clocks/bedside-breaches.ts';
import type { StepRef } from '../events/data.ts';
import { exempted, exemptionsShown } from '../gates/exempted.ts';
import type { Gate } from '../gates/gate.ts';
import { advance } from '../journey/advance.ts';
import { stepSigned } from '../journey/corrected.ts';
import { enter } from '../journey/enter.ts';
import { openDeviations } from '../journey/found-deviations.ts';
import { LOST_AFTER_CONDITIONING, takesTheProduct, waitsConditioned } from '../journey/product-lost.ts';
import { roleOf } from '../journey/role-of.ts';
import type { Scribe } from '../journey/scribe.ts';
import { settle } from '../journey/settle.ts';
import { type StepState, stepKey } from '../journey/state.ts';
import { type Outcome, ok, type Refusal, refuse } from '../outcome.ts';
import { steps } from '../steps/index.ts';
import { raisedWith } from '../steps/limits.ts';
import type { DecisionDefinition, StepContext } from '../steps/step.ts';
import type { Occurrence } from '../time.ts';
import { type Attribution, attributionOf } from './attribution.ts';
import {
  askedNowAndThen,
  changedSince,
  closedBy,
  closedNowOrThen,
  contextOf,
  enteredIn,
  occurrenceOf,
  parseEvidence,
  reportDeviations,
  type Submitted,
} from './checks.ts';
import { competenceGates, competenceShown } from './competence-gate.ts';
import { coverShown } from './cover-shown.ts';
import { firstRefusal, mayNotSign, type Person, provenBy, provesTooLittle, type Signer } from './permission.ts';
import { gatesAsked, procedureFollowed } from './procedure-gate.ts';
import { recordAcknowledgement } from './record-acknowledgement.ts';
import { recordChecklistItem } from './record-checklist-item.ts';
import { recordReport } from './record-report.ts';
import { readinessShown, readinessThen, standingIn } from './registers-asked.ts';
import { ACKNOWLEDGE, RECORD, REPORT, type Submission } from './submission.ts';

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
  if (submission.decision === REPORT) return recordReport(scribe, step, submission, signer);
  if (submission.decision === ACKNOWLEDGE) return recordAcknowledgement(scribe, step, submission, signer);
  if (submission.decision === RECORD) return recordChecklistItem(scribe, step, submission, signer);
  const attributed = attributionOf(scribe, step, submission, signer);
  if (!attributed.ok) return attributed;
  const { person, people } = attributed.value;
  const permission =
    mayNotDecide(scribe, step, submission, people) ??
    provesTooLittle(scribe.state, stepSigned(scribe.state, step).step, signer);
  if (permission !== null) return { ok: false, refusal: permission };
  if (step.decision !== undefined) return repeated(scribe, step, submission, person);
  if (step.status === 'withdrawn')
    return refuse('conflict', 'This step was withdrawn: the journey went on without it.');
  const stale = changedSince(scribe, step, submission);
  if (stale !== null) return { ok: false, refusal: stale };
  const definition = decisionOf(step, submission.decision);
  if (!definition.ok) return definition;
  const evidence = parseEvidence(definition.value.evidence(), submission.evidence, scribe);
  if (!evidence.ok) return evidence;
  const when = occurrenceOf(scribe, submission);
  if (!when.ok) return when;
  const { readiness } = submission;
  const context: StepContext = { ...contextOf(scribe), evidence: evidence.value, step, ...standingIn(readiness) };
  const competent = competenceGates(step, undefined, person, submission);
  const acting = { step, people };
  const asked =
    definition.value.kind === 'authorise'
      ? [...gatesAsked(step, definition.value), ...competent]
      : gatesAsked(step, definition.value);
  const seen = asSeenNow(when.value, person.id === signer.id);
  const contexts = askedNowAndThen(context, seen, readiness);
  const gates = closedNowOrThen(exempted(asked, acting), contexts);
  if (gates.length > 0) return closedBy(gates);
  const misfit = definition.value.check?.(context) ?? null;
  if (misfit !== null) return { ok: false, refusal: misfit };
  scribe.claims.push(...(definition.value.claims?.(context) ?? []));
  // What stops asks nobody to be competent.
  const passed = definition.value.kind === 'record' ? [...asked, ...competent] : asked;
  const done = {
    definition: definition.value,
    context,
    when: when.value,
    attribution: attributed.value,
    competent: exempted(competent, acting),
    shown: { ...exemptionsShown(passed, acting, contexts), ...coverShown(asked, contexts.at(-1) ?? context) },
  };
  decide(scribe, step, submission, signer, done);
  return ok(recordedOf(scribe, stepKey(ref)));
}

const mayNotDecide = (
  { state }: Scribe,
  step: StepState,
  { isOfAnybody, assigneeAway }: Submitted,
  people: readonly Person[],
): Refusal | null =>
  isOfAnybody === true ? null : firstRefusal(people, (one) => mayNotSign(state, step, one, assigneeAway));

/** Who says of their own act that it stands on paper is asked the gates as for any other: nobody else has seen it yet. */
const asSeenNow = (when: Occurrence, isOwn: boolean): Occurrence =>
  isOwn && when.known === 'transcribed' ? { ...when, known: 'stated' } : when;

/** What is signed, with its evidence as parsed and the time it happened. */
interface Deciding {
  readonly definition: DecisionDefinition;
  readonly context: StepContext;
  readonly when: Occurrence;
  readonly attribution: Attribution;
  /** Asked before what is authorised; what is recorded without it was done all the same. */
  readonly competent: readonly Gate[];
  /** The gates it passes by an exemption, and who was on site for it. */
  readonly shown: ReturnType<typeof exemptionsShown> & ReturnType<typeof coverShown>;
}

function decide(
  scribe: Scribe,
  step: StepState,
  submission: Submitted,
  signer: Signer,
  { definition, context: deciding, when, attribution, competent, shown }: Deciding,
): void {
  const { phase, round, step: name } = step;
  const ref = { phase, round, step: name };
  const { evidence } = deciding;
  const asked = [roleOf(scribe.state, step)];
  const by = attribution.by(asked);
  const against = scribe.state;
  const readiness = readinessThen(submission);
  scribe.write(
    'step.decided',
    {
      ...ref,
      decision: submission.decision,
      evidence: evidence as Record<string, z.core.util.JSONType>,
      contentHash: submission.contentHash,
      meaning: attribution.meaning(definition.meaning),
      ...provenBy(signer),
      ...(submission.reason === undefined ? {} : { reason: submission.reason }),
      ...attribution.paper(asked),
      ...enteredIn(submission),
      ...competenceShown({ step, state: against, readiness }, undefined, attribution.person, when.at),
      ...shown,
      ...readinessShown(submission),
    },
    by,
    when,
  );
  if (submission.paper !== undefined) enter(scribe, 'Transcription', { about: scribe.state.seq });
  const ofWork = definition.kind === 'record' ? [...competent, ...procedureFollowed(step)] : [];
  const deviations = [...(definition.deviations ?? []), ...ofWork];
  reportDeviations(scribe, ref, deviations, { evidence, at: when.at, state: against, readiness }, by);
  if (definition.deviation !== undefined) {
    const detail = `Decided: ${submission.decision}.`;
    scribe.write('deviation.opened', { kind: definition.deviation, class: 'critical', ...ref, detail }, by);
  }
  const raised = raisedWith(definition.limits?.(deciding) ?? [], evidence.deviation);
  if (raised !== undefined) scribe.write('deviation.opened', { ...raised, ...ref }, by);
  const finding = definition.finding?.(deciding);
  if (finding !== undefined) scribe.write('deviation.opened', { ...finding, class: 'minor', ...ref }, by);
  if (takesTheProduct({ phase, decision: submission.decision }) && waitsConditioned(against)) {
    const detail = `${name}: ${submission.decision}, after conditioning began.`;
    scribe.write('deviation.opened', { kind: LOST_AFTER_CONDITIONING, class: 'critical', ...ref, detail }, by);
  }
  const { state, context } = scribe;
  const breaches = bedsideBreaches(state, state.steps[step.key] ?? step, context.protocol);
  openDeviations(
    scribe,
    breaches.map(({ kind, detail }) => ({ kind, class: 'critical', ...ref, detail })),
    by,
  );
  advance(scribe);
  settle(scribe);
}

function repeated(scribe: Scribe, step: StepState, submission: Submission, signer: Person): Outcome<Recorded> {
  const { decision } = step;
  if (decision === undefined) return refuse('conflict', 'This step is not decided.');
  const definition = decisionOf(step, submission.decision);
  const evidence = definition.ok ? parseEvidence(definition.value.evidence(), submission.evidence, scribe) : definition;
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

export function decisionOf(step: StepState, decision: string): Outcome<DecisionDefinition> {
  const { decisions } = steps[step.step];
  const definition = Object.hasOwn(decisions, decision) ? decisions[decision] : undefined;
  return definition === undefined
    ? refuse('invalid', `Decision: got ${decision}, expected one of ${Object.keys(decisions).join(', ')}`, {
        path: 'decision',
      })
    : ok(definition);
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

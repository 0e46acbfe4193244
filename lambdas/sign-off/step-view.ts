import { attachmentsOf } from '../domain/attachments/attachments-of.ts';
import { deadlineOf } from '../domain/clocks/deadline.ts';
import { toAcknowledge } from '../domain/clocks/unseen.ts';
import { signedBy } from '../domain/events/acts-as.ts';
import { FLOOR } from '../domain/journey/assurance-policy.ts';
import { contentHash, contentOf } from '../domain/journey/content.ts';
import { type CorrectionNow, correctionsOf, stepSigned } from '../domain/journey/corrected.ts';
import { correctedSince, readOf } from '../domain/journey/read-of-correction.ts';
import { roleOf } from '../domain/journey/role-of.ts';
import { isHeld, type JourneyState, reportsOf, type StepState } from '../domain/journey/state.ts';
import type { StaffMember } from '../domain/ports.ts';
import type { SiteReadiness } from '../domain/registers/site-readiness.ts';
import { reportsAt } from '../domain/reports/index.ts';
import { rolesOfReport } from '../domain/reports/report.ts';
import type { OnDuty } from '../domain/shifts/on-duty.ts';
import { isBelow, neededAssurance } from '../domain/sign-off/assurance.ts';
import { mayBeOnPaper } from '../domain/sign-off/attribution.ts';
import { formSchemas } from '../domain/sign-off/evidence-schemas.ts';
import { takesReports } from '../domain/sign-off/record-report.ts';
import { steps } from '../domain/steps/index.ts';
import { reportOf } from '../domain/steps/meanings.ts';
import { procedureLink } from '../domain/steps/procedure.ts';
import { withKinds } from '../pages/fact-text.ts';
import type { CorrectionNote, JsonSchema, Language, ReportLine, StepView } from '../pages/views.ts';
import { checklistLines, otherContainerLines, type StepNow } from './checklist-lines.ts';
import { closedDecisions, decisionsAgainst, notCompetent } from './gates-now.ts';
import { knownValues } from './known-values.ts';
import type { OpenedStep, SignOffDeps } from './opened-step.ts';

/** How this page was asked for. */
export interface Asked {
  readonly nonce: string;
  /** Who reads it. */
  readonly reader: Pick<StaffMember, 'id' | 'competence'>;
  readonly language: Language;
  /** How the registers of the site stand, where a gate of the step asks them. */
  readonly readiness?: SiteReadiness | undefined;
  /** Who is on site, where the step asks that. */
  readonly onDuty?: OnDuty | undefined;
  /** Id of the part of the page that is wanted open. */
  readonly opened?: string | undefined;
  /** What was done on paper is to be entered. */
  readonly fromPaper: boolean;
  /** Of the link, where the page offers the hospital's sign-in. */
  readonly oidcToken?: string | undefined;
}

/** Asks for the page on which is entered from paper. */
export const FROM_PAPER = '&paper=1';

/** What a page shows of a step; ids and clinical evidence only, nobody's name. */
export function stepView(
  deps: Pick<SignOffDeps, 'now' | 'procedureAddresses'>,
  opened: OpenedStep,
  asked: Asked,
): StepView {
  const { stored, step, protocol, expiresAt } = opened;
  const { state } = stored;
  const definition = steps[step.step];
  const content = contentOf(state, step, protocol);
  const schemas = formSchemas(step.step) as Readonly<Record<string, JsonSchema>>;
  const decisions = Object.keys(definition.decisions);
  const now = { stored, step, protocol, now: deps.now(), readiness: asked.readiness, onDuty: asked.onDuty };
  return {
    journeyId: state.id,
    step: step.step,
    phase: step.phase,
    round: step.round,
    role: roleOf(state, step),
    status: step.status === 'open' && isHeld(state) ? 'held' : step.status,
    facts: withKinds(content.facts),
    files: attachmentsOf(stored.events),
    ...procedureIn(deps, opened),
    decisions,
    // Gates are asked how they stood at the time on the paper, which nobody has typed yet.
    closedDecisions: asked.fromPaper ? {} : closedDecisions(now),
    notCompetent: asked.fromPaper ? {} : notCompetent(now, asked.reader),
    againstGates: decisionsAgainst(now),
    evidenceSchema: Object.fromEntries(decisions.map((decision) => [decision, schemas[decision] ?? {}])),
    ...(definition.checklist === undefined
      ? {}
      : { checklist: checklistLines(now), otherContainer: otherContainerLines(now) }),
    reports: reportLines(now, schemas),
    takesReports: takesReports(state, step),
    prefilled: knownValues(state, step),
    ...(asked.opened === undefined ? {} : { opened: asked.opened }),
    dueAt: deadlineOf(state, step, protocol).at,
    zone: state.site.zone,
    contentHash: contentHash(content),
    nonce: asked.nonce,
    expiresAt,
    byPasskeyOnly: neededAssurance(state, stepSigned(state, step).step) !== FLOOR,
    fromPaper: asked.fromPaper,
    ...oidcOf(state, step, asked),
    ...(mayBeOnPaper(step.step) ? { otherWay: `?lang=${asked.language}${asked.fromPaper ? '' : FROM_PAPER}` } : {}),
    action: `?lang=${asked.language}${asked.fromPaper ? FROM_PAPER : ''}`,
    ...urgentOf(opened),
    ...decidedOf(opened),
    corrections: correctionsOf(state, step).map(noteOf),
    correctedSince: correctedSince(state, step).flatMap((one) => {
      const of = state.steps[one.key]?.step;
      return of === undefined ? [] : [{ ...noteOf(one), of, gatesHere: one.gatesHere }];
    }),
  };
}

function noteOf(one: CorrectionNow): CorrectionNote {
  const { what, path, from, to, by, at, reason, signedAgain, waits } = one;
  return {
    what,
    ...(path === undefined ? {} : { path }),
    from: String(from),
    to: String(to),
    by: by.id,
    at,
    reason,
    signedAgain,
    waits,
    ...(one.readBy === undefined ? {} : { read: readOf(one) }),
  };
}

/** Where the site asks for a passkey, the hospital's sign-in is less. */
function oidcOf(
  state: JourneyState,
  step: StepState,
  { oidcToken, language, fromPaper }: Asked,
): Pick<StepView, 'oidcAction'> {
  if (oidcToken === undefined || isBelow('oidc', neededAssurance(state, stepSigned(state, step).step))) return {};
  return { oidcAction: `/sign-offs/${oidcToken}/oidc?lang=${language}${fromPaper ? FROM_PAPER : ''}` };
}

/** By what it is done, and where that is read. */
function procedureIn(
  { procedureAddresses }: Pick<SignOffDeps, 'procedureAddresses'>,
  { step: { procedure }, stored: { state } }: OpenedStep,
): Pick<StepView, 'procedure'> {
  if (procedure === undefined) return {};
  const address = procedureAddresses[state.site.id];
  return { procedure: { ...procedure, ...(address === undefined ? {} : { link: procedureLink(address, procedure) }) } };
}

/** The newest urgent notice that nobody acknowledged, under the name it was last told by. */
function urgentOf({ step }: OpenedStep): Pick<StepView, 'urgent'> {
  const urgent = toAcknowledge(step);
  return urgent === undefined ? {} : { urgent: { rung: urgent.rung, toldAt: urgent.at } };
}

const reportLines = (
  { stored: { state }, step, protocol, now, readiness, onDuty }: StepNow,
  schemas: Readonly<Record<string, JsonSchema>>,
): readonly ReportLine[] =>
  reportsAt(state).map((definition) => ({
    report: definition.report,
    roles: rolesOfReport(definition, state),
    schema: schemas[reportOf(definition.report)] ?? {},
    ...wayPast(
      definition.gatesOffered?.({ state, step, protocol, now, evidence: {}, readiness, onDuty }),
      schemas[reportOf(definition.report)],
    ),
    made: reportsOf(state, definition.report).map(({ occurredAt, by }) => ({ at: occurredAt.at, ...signedBy(by) })),
  }));

/** Where it lets somebody pass a gate: whether it can here, and no gate to choose that it cannot. */
function wayPast(
  gates: readonly string[] | undefined,
  schema: JsonSchema | undefined,
): Partial<Pick<ReportLine, 'isWayPast' | 'schema'>> {
  if (gates === undefined || schema === undefined) return {};
  if (gates.length === 0) return { isWayPast: false };
  const properties = { ...(schema.properties as JsonSchema), gate: { type: 'string', enum: [...new Set(gates)] } };
  return { isWayPast: true, schema: { ...schema, properties } };
}

/** The decision with the sentence that was signed, from the log: words may have changed since. */
function decidedOf({ stored, step }: OpenedStep): Pick<StepView, 'decided'> {
  if (step.decision === undefined) return {};
  const { seq, decision, by, enteredBy, recordedAt, evidence } = step.decision;
  const event = stored.events.find((one) => one.seq === seq);
  const meaning = event?.type === 'step.decided' ? event.data.meaning : '';
  const others = event?.type === 'step.decided' ? (event.data.entered ?? []) : [];
  const because = event?.type === 'step.skipped' ? { because: String(evidence.because) } : {};
  return {
    decided: {
      decision,
      ...signedBy(by),
      at: recordedAt,
      meaning,
      ...(enteredBy === undefined ? {} : { enteredBy }),
      ...(others.length === 0 ? {} : { filledInBefore: others }),
      ...because,
    },
  };
}

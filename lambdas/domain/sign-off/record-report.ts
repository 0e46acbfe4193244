import * as z from 'zod';
import { canonicalText } from '../audit/hash.ts';
import { enter } from '../journey/enter.ts';
import type { Scribe } from '../journey/scribe.ts';
import { settle } from '../journey/settle.ts';
import { isActive, type JourneyState, type StepState } from '../journey/state.ts';
import { type Outcome, ok, type Refusal, refuse } from '../outcome.ts';
import { reports, reportsAt } from '../reports/index.ts';
import { type ReportDefinition, rolesOfReport } from '../reports/report.ts';
import { reportOf } from '../steps/meanings.ts';
import type { Occurrence } from '../time.ts';
import { REPORTS } from '../vocabulary.ts';
import { type Attribution, attributionOf } from './attribution.ts';
import {
  changedSince,
  contextOf,
  enteredIn,
  occurrenceOf,
  parseEvidence,
  reportDeviations,
  type Submitted,
} from './checks.ts';
import { reportEvidence } from './evidence-schemas.ts';
import { firstRefusal, mayNotReport, provenBy, provesTooLittle, type Signer } from './permission.ts';
import type { Recorded } from './record-sign-off.ts';
import { readinessShown, readinessThen, standingIn } from './registers-asked.ts';

const named = z.object({ report: z.enum(REPORTS) });

/**
 * Records what somebody reports from the page of a step, which stays as it is. No gate closes a report; what it stops, it
 * stops with this commit, and whoever decides on it is asked.
 */
export function recordReport(
  scribe: Scribe,
  step: StepState,
  submission: Submitted,
  signer: Signer,
): Outcome<Recorded> {
  const name = named.safeParse(submission.evidence);
  if (!name.success) {
    return refuse('invalid', `Evidence: report: expected one of ${REPORTS.join(', ')}`, { path: 'evidence.report' });
  }
  const definition = reports[name.data.report];
  if (!reportsAt(scribe.state).includes(definition)) {
    return refuse(
      'invalid',
      'Report: got one from a case of the quality system, expected one from a step of a journey',
      {
        path: 'evidence.report',
      },
    );
  }
  const attributed = attributionOf(scribe, step, submission, signer);
  if (!attributed.ok) return attributed;
  const { person, people } = attributed.value;
  const permission =
    firstRefusal(people, (one) => mayNotReport(scribe.state, rolesOfReport(definition, scribe.state), one)) ??
    provesTooLittle(scribe.state, step.step, signer);
  if (permission !== null) return { ok: false, refusal: permission };
  const given = parseEvidence(reportEvidence(definition), submission.evidence, scribe);
  if (!given.ok) return given;
  const { report: _report, ...values } = given.value;
  const before = scribe.state.reports.find(
    (one) =>
      one.report === definition.report &&
      one.by.id === person.id &&
      one.contentHash === submission.contentHash &&
      canonicalText(one.values) === canonicalText(values),
  );
  if (before !== undefined) return ok(recorded(scribe, step, definition, person.id, before.occurredAt.at, before.seq));
  if (!takesReports(scribe.state, step))
    return refuse('conflict', `This step is ${step.status}: report from an open one.`);
  const when = occurrenceOf(scribe, submission);
  if (!when.ok) return when;
  const stale = changedSince(scribe, step, submission);
  if (stale !== null) return { ok: false, refusal: stale };
  const { named: whom, isOfAnybody } = submission;
  const context = {
    ...contextOf(scribe),
    evidence: values,
    step,
    people,
    named: whom,
    isOfAnybody,
    ...standingIn(submission.readiness),
  };
  const misfit = (definition.isSignedNow === true ? notNow(submission) : null) ?? definition.check?.(context) ?? null;
  if (misfit !== null) return { ok: false, refusal: misfit };
  const closedBy = definition.closedBy?.(context);
  const reporting = { submission, signer, attribution: attributed.value, closedBy };
  write(scribe, step, reporting, definition, values, when.value);
  return ok(recorded(scribe, step, definition, person.id, when.value.at, lastReport(scribe)));
}

/** What lets somebody go on from now is signed here and now. */
function notNow({ paper, occurredAt }: Submitted): Refusal | null {
  if (paper !== undefined) {
    const message = 'Report: got one from paper, expected one that is signed here before anything is done by it';
    return { code: 'invalid', message, detail: { path: 'paper.reference', problem: 'not-from-paper' } };
  }
  if (occurredAt === undefined) return null;
  const message = `Time: got ${occurredAt}, expected none: it counts from when it is signed`;
  return { code: 'invalid', message, detail: { path: 'occurredAt', problem: 'counts-from-now' } };
}

/** Also a decided step takes reports while its course goes on: between two visits no other is open. */
export const takesReports = (state: JourneyState, { status }: StepState): boolean =>
  status === 'open' || (status === 'decided' && state.closing === undefined && state.closed === undefined);

/** What is reported, and by whom. */
interface Reporting {
  readonly submission: Submitted;
  readonly signer: Signer;
  readonly attribution: Attribution;
  readonly closedBy: readonly string[] | undefined;
}

function write(
  scribe: Scribe,
  step: StepState,
  { submission, signer, attribution, closedBy }: Reporting,
  definition: ReportDefinition,
  values: Readonly<Record<string, unknown>>,
  when: Occurrence,
): void {
  const { report, meaning, leadsTo, claims, deviation, deviations = [], excursion, follows } = definition;
  const roles = rolesOfReport(definition, scribe.state);
  const { phase, round, step: name } = step;
  const at = { phase, round, step: name };
  const { roles: own, deputises = [] } = attribution.person;
  // Who holds several roles signs in the one that is wanted beside what was signed before.
  const wanted = (definition.wantedRoles?.(scribe.state, step, values) ?? []).filter((role) =>
    [...own, ...deputises].includes(role),
  );
  const by = attribution.by(wanted.length > 0 ? wanted : roles);
  scribe.claims.push(...(claims?.(values) ?? []));
  scribe.write(
    'report.made',
    {
      report,
      at,
      values: values as Record<string, z.core.util.JSONType>,
      contentHash: submission.contentHash,
      meaning: attribution.meaning(meaning),
      ...provenBy(signer),
      ...attribution.paper(roles),
      ...enteredIn(submission),
      ...readinessShown(submission),
      ...(closedBy === undefined ? {} : { closedBy: [...closedBy] }),
    },
    by,
    when,
  );
  const { seq } = scribe.state;
  if (deviation !== undefined) {
    const found = typeof deviation === 'string' ? deviation : deviation(values);
    const detail = `Reported at ${name}.`;
    scribe.write('deviation.opened', { kind: report, class: found, ...at, detail, report: seq }, by);
  }
  const readiness = readinessThen(submission);
  reportDeviations(scribe, at, deviations, { evidence: values, at: when.at, state: scribe.state, readiness }, by);
  const outside = excursion?.({ ...contextOf(scribe), evidence: values });
  if (outside !== undefined) {
    const moved = { kind: 'exposure-too-long', class: 'major', ...at, detail: outside, report: seq } as const;
    scribe.write('deviation.opened', moved, by);
  }
  const following = follows?.(scribe.state, seq);
  if (following !== undefined) {
    scribe.write('deviation.opened', { ...following.deviation, ...at }, by);
    if (following.leadsTo !== undefined) enter(scribe, following.leadsTo, { about: seq });
  }
  const isOver = scribe.state.closing !== undefined;
  const goesOn = leadsTo?.each === 'one-at-a-time' && isActive(scribe.state, leadsTo.phase);
  if (leadsTo !== undefined && !isOver && !goesOn) enter(scribe, leadsTo.phase, { about: seq });
  if (outside !== undefined && !isOver) enter(scribe, 'Excursion', { about: seq });
  if (submission.paper !== undefined) enter(scribe, 'Transcription', { about: seq });
  settle(scribe);
}

const lastReport = ({ state }: Scribe): number => state.reports.at(-1)?.seq ?? state.seq;

const recorded = (
  { state }: Scribe,
  step: StepState,
  { report }: ReportDefinition,
  by: string,
  at: string,
  seq: number,
): Recorded => ({ journeyId: state.id, step: step.step, decision: reportOf(report), by, at, seq });

import { deadlineOf } from '../domain/clocks/deadline.ts';
import { toAcknowledge } from '../domain/clocks/unseen.ts';
import { signedBy } from '../domain/events/acts-as.ts';
import { contentHash, contentOf } from '../domain/journey/content.ts';
import { stepSigned } from '../domain/journey/corrected.ts';
import { roleOf } from '../domain/journey/role-of.ts';
import { isHeld, type JourneyState, reportsOf } from '../domain/journey/state.ts';
import { reportsAt } from '../domain/reports/index.ts';
import { rolesOfReport } from '../domain/reports/report.ts';
import { neededAssurance } from '../domain/sign-off/assurance.ts';
import { evidenceSchemas, formSchemas } from '../domain/sign-off/evidence-schemas.ts';
import { entryKey } from '../domain/steps/checklists.ts';
import { steps } from '../domain/steps/index.ts';
import { reportOf } from '../domain/steps/meanings.ts';
import type { ReportName } from '../domain/vocabulary.ts';
import { checklistLines } from './checklist-lines.ts';
import type { OpenedStep, SignOffDeps } from './opened-step.ts';

export interface StepJsonAsked {
  readonly nonce: string;
  /** Whether the schemas of evidence and reports are wanted: they are most of the text, and the same at every look. */
  readonly withSchemas: boolean;
}

/**
 * The step as a program reads it that has a link and no session: how to sign it, and nothing of the patient. What is clinical is
 * left out, not emptied: facts, what is recorded, reported and decided, and the gates that are closed.
 */
export function linkJson(opened: OpenedStep, { nonce, withSchemas }: StepJsonAsked): object {
  const { stored, step, protocol, expiresAt } = opened;
  const { state } = stored;
  const content = contentOf(state, step, protocol);
  const decisions = Object.keys(steps[step.step].decisions);
  return {
    journeyId: state.id,
    phase: step.phase,
    round: step.round,
    step: step.step,
    title: step.step,
    // The meaning belongs to the decision; the first is the one by which the step goes on.
    meaning: content.meanings[decisions[0] ?? ''],
    meanings: content.meanings,
    role: roleOf(state, step),
    assurance: neededAssurance(state, stepSigned(state, step).step),
    contentHash: contentHash(content),
    nonce,
    decisions,
    ...(withSchemas ? { evidenceSchema: evidenceSchemas(step.step) } : {}),
    checklist: itemsJson(opened),
    reports: reportsJson(opened, withSchemas),
    urgent: urgentJson(opened),
    dueAt: deadlineOf(state, step, protocol).at,
    expiresAt,
    status: step.status === 'open' && isHeld(state) ? 'held' : step.status,
  };
}

/** The step as integrators read it (design 6, HTTP): what the page shows, by ids and keys. */
export function stepJson(deps: Pick<SignOffDeps, 'now'>, opened: OpenedStep, asked: StepJsonAsked): object {
  const { stored, step, protocol } = opened;
  const { state } = stored;
  const { decision } = step;
  return {
    ...linkJson(opened, asked),
    facts: contentOf(state, step, protocol).facts,
    checklist: steps[step.step].checklist === undefined ? undefined : checklistJson(deps, opened),
    reports: reportsJson(opened, asked.withSchemas).map((line) => ({ ...line, made: made(state, line.report) })),
    decided:
      decision === undefined
        ? undefined
        : { decision: decision.decision, ...signedBy(decision.by), at: decision.recordedAt },
  };
}

/** What a checklist is made of; neither what is recorded nor for how many containers. */
const itemsJson = ({ step: { step } }: OpenedStep): unknown =>
  steps[step].checklist?.items.map(({ item, roles = [steps[step].role], secondTo }) => ({
    item,
    roles,
    ...(secondTo === undefined ? {} : { secondTo: { item: secondTo } }),
  }));

/** One line for each item, or for each item and container; `entry` is its key in the log, `null` while nothing is recorded. */
const checklistJson = (deps: Pick<SignOffDeps, 'now'>, { stored, step, protocol }: OpenedStep): unknown =>
  checklistLines({ stored, step, protocol, now: deps.now() }).map(
    ({
      item,
      container,
      component,
      many,
      roles = [steps[step.step].role],
      secondTo,
      secondBy,
      records,
      against = [],
    }) => {
      const [only] = many === true ? [] : records;
      return {
        item,
        ...(container === undefined ? {} : { container }),
        ...(component === undefined ? {} : { component }),
        roles,
        ...(secondTo === undefined ? {} : { secondTo: { item: secondTo.item, by: secondTo.by ?? null } }),
        ...(secondBy === undefined ? {} : { secondBy }),
        entry: only === undefined ? null : entryKey(item, container),
        recordedAt: only?.at ?? null,
        by: only?.by ?? null,
        ...(only?.onBehalfOf === undefined ? {} : { onBehalfOf: only.onBehalfOf }),
        values: only?.values ?? null,
        ...(many === true ? { entries: records } : {}),
        against: against.map(({ key }) => key),
      };
    },
  );

/** The urgent notice that waits for a person's acknowledgement, or `null`. */
function urgentJson({ step }: OpenedStep): unknown {
  const urgent = toAcknowledge(step);
  return urgent === undefined ? null : { rung: urgent.rung, toldAt: urgent.at };
}

const reportsJson = ({ step, stored: { state } }: OpenedStep, withSchemas: boolean) => {
  const schemas = withSchemas ? formSchemas(step.step) : {};
  return reportsAt(state).map((definition) => ({
    report: definition.report,
    roles: rolesOfReport(definition, state),
    schema: schemas[reportOf(definition.report)],
  }));
};

const made = (state: JourneyState, report: ReportName): unknown =>
  reportsOf(state, report).map(({ seq, occurredAt, by }) => ({ seq, at: occurredAt.at, ...signedBy(by) }));

import { deadlineOf } from '../domain/clocks/deadline.ts';
import { toAcknowledge } from '../domain/clocks/unseen.ts';
import { signedBy } from '../domain/events/acts-as.ts';
import { contentHash, contentOf } from '../domain/journey/content.ts';
import { isHeld, reportsOf } from '../domain/journey/state.ts';
import { reports } from '../domain/reports/index.ts';
import { neededAssurance } from '../domain/sign-off/assurance.ts';
import { evidenceSchemas, formSchemas } from '../domain/sign-off/evidence-schemas.ts';
import { entryKey } from '../domain/steps/checklists.ts';
import { steps } from '../domain/steps/index.ts';
import { reportOf } from '../domain/steps/meanings.ts';
import { checklistLines } from './checklist-lines.ts';
import type { OpenedStep, SignOffDeps } from './opened-step.ts';

export interface StepJsonAsked {
  readonly nonce: string;
  /** Whether the schemas of evidence and reports are wanted: they are most of the text, and the same at every look. */
  readonly withSchemas: boolean;
}

/** The step as integrators read it (design 6, HTTP): what the page shows, by ids and keys. */
export function stepJson(
  deps: Pick<SignOffDeps, 'now'>,
  opened: OpenedStep,
  { nonce, withSchemas }: StepJsonAsked,
): unknown {
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
    role: steps[step.step].role,
    assurance: neededAssurance(state, step.step),
    facts: content.facts,
    contentHash: contentHash(content),
    nonce,
    decisions,
    ...(withSchemas ? { evidenceSchema: evidenceSchemas(step.step) } : {}),
    checklist: steps[step.step].checklist === undefined ? undefined : checklistJson(deps, opened),
    reports: reportsJson(opened, withSchemas),
    urgent: urgentJson(opened),
    dueAt: deadlineOf(state, step, protocol).at,
    expiresAt,
    status: step.status === 'open' && isHeld(state) ? 'held' : step.status,
    decided:
      step.decision === undefined
        ? undefined
        : { decision: step.decision.decision, ...signedBy(step.decision.by), at: step.decision.recordedAt },
  };
}

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
        against,
      };
    },
  );

/** The urgent notice that waits for a person's acknowledgement, or `null`. */
function urgentJson({ step }: OpenedStep): unknown {
  const urgent = toAcknowledge(step);
  return urgent === undefined ? null : { rung: urgent.rung, toldAt: urgent.at };
}

const reportsJson = ({ stored: { state }, step }: OpenedStep, withSchemas: boolean): unknown => {
  const schemas = withSchemas ? formSchemas(step.step) : {};
  return Object.values(reports).map(({ report, roles }) => ({
    report,
    roles,
    schema: schemas[reportOf(report)],
    made: reportsOf(state, report).map(({ seq, occurredAt, by }) => ({ seq, at: occurredAt.at, ...signedBy(by) })),
  }));
};

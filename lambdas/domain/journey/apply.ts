import { toldBeforeExtension } from '../clocks/rungs.ts';
import type { EventType } from '../events/data.ts';
import type { UnsealedEvent } from '../events/journey-event.ts';
import { NOT_NEEDED } from '../phases/flow.ts';
import { itemKey } from '../plan/plan-item.ts';
import { userId } from '../sign-off/user-id.ts';
import type { Instant } from '../time.ts';
import { actedIn, keepTranscribed } from './acted-in.ts';
import { orderAppliers } from './apply-orders.ts';
import { carriedReport } from './carried-report.ts';
import { checkedAnew } from './checked-anew.ts';
import { keepCorrected } from './corrected.ts';
import { withCorrectedEvidence } from './corrected-evidence.ts';
import { begun } from './opened.ts';
import { countsNow, shownAnew } from './shown-anew.ts';
import {
  activePhases,
  type Hold,
  isHeld,
  type JourneyState,
  type PhaseRecord,
  type StepState,
  stepKey,
} from './state.ts';

type Applier<T extends EventType> = (state: JourneyState, event: UnsealedEvent<T>) => JourneyState;

/** Marks an event that does not fit, instead of failing: a log can always be read. */
const anomaly = (state: JourneyState, event: UnsealedEvent, why: string): JourneyState => ({
  ...state,
  anomalies: [...state.anomalies, { seq: event.seq, why: `${event.type}: ${why}` }],
});

function onStep(
  state: JourneyState,
  event: UnsealedEvent<Exclude<EventType, 'step.opened'> & StepEventType>,
  change: (step: StepState) => StepState,
): JourneyState {
  const key = stepKey(event.data);
  const step = state.steps[key];
  if (step === undefined) return anomaly(state, event, `step ${key} was never opened`);
  if (step.status !== 'open') return anomaly(state, event, `step ${key} is ${step.status}, expected open`);
  return { ...state, steps: { ...state.steps, [key]: change(step) } };
}

type StepEventType =
  | 'step.opened'
  | 'rung.reached'
  | 'notice.acknowledged'
  | 'checklist.recorded'
  | 'step.decided'
  | 'step.withdrawn'
  | 'step.extended'
  | 'step.reassigned'
  | 'step.claimed'
  | 'step.unclaimed'
  | 'link.reissued'
  | 'mail.resent';

const endPhase = (records: readonly PhaseRecord[], event: UnsealedEvent<'phase.ended'>): readonly PhaseRecord[] =>
  records.map((record) =>
    record.phase === event.data.phase && record.round === event.data.round && record.endedAt === undefined
      ? { ...record, endedAt: event.recordedAt, outcome: event.data.outcome }
      : record,
  );

/** The hold that began last, of those that go on, ends. */
function endNewest(holds: readonly Hold[], until: Instant): readonly Hold[] {
  const newest = holds.findLastIndex((hold) => hold.until === undefined);
  return holds.map((hold, index) => (index === newest ? { ...hold, until } : hold));
}

/** What was found by the event `seq` is opened in its order. */
function withoutFirst(found: JourneyState['found'], seq: number | undefined): JourneyState['found'] {
  const first = found.findIndex((one) => one.seq === seq);
  return first === -1 ? found : found.toSpliced(first, 1);
}

const appliers: { readonly [T in EventType]: Applier<T> } = {
  'journey.opened': (state, event) => anomaly(state, event, 'the journey was opened before'),
  'case.opened': (state, event) => anomaly(state, event, 'the journey was opened before'),
  'run.started': (state, event) =>
    event.data.run === state.run + 1
      ? {
          ...state,
          run: event.data.run,
          runStartedAt: event.recordedAt,
          runReasons: [...state.runReasons, { at: event.recordedAt, reason: event.data.reason }],
        }
      : anomaly(state, event, `expected run ${state.run + 1}, got ${event.data.run}`),
  'phase.entered': (state, event) => {
    const { phase, round, visit, about, notBefore } = event.data;
    if (state.phases.some((record) => record.phase === phase && record.round === round)) {
      return anomaly(state, event, `${phase} ${round} was entered before`);
    }
    const entered = {
      phase,
      round,
      ...(visit === undefined ? {} : { visit }),
      ...(about === undefined ? {} : { about }),
      ...(notBefore === undefined ? {} : { notBefore }),
      enteredAt: event.recordedAt,
    };
    return { ...state, phases: [...state.phases, entered] };
  },
  'phase.ended': (state, event) => {
    const { phase, round } = event.data;
    return activePhases(state).some((record) => record.phase === phase && record.round === round)
      ? { ...state, phases: endPhase(state.phases, event) }
      : anomaly(state, event, `${phase} ${round} is not active`);
  },
  'step.opened': (state, event) => {
    const { phase, round, step, notBefore, procedure, concerned } = event.data;
    const key = stepKey(event.data);
    if (state.steps[key] !== undefined) return anomaly(state, event, `step ${key} was opened before`);
    const asked = notBefore !== undefined && notBefore > event.recordedAt ? notBefore : event.recordedAt;
    const opened: StepState = {
      key,
      phase,
      round,
      step,
      status: 'open',
      openedAt: event.recordedAt,
      askedFrom: asked,
      openedSeq: event.seq,
      rungs: [],
      told: [],
      acknowledgements: [],
      checklist: {},
      version: event.seq,
      linksFrom: event.seq,
      ...(procedure === undefined ? {} : { procedure }),
      ...(concerned === undefined ? {} : { concerned }),
    };
    return { ...state, steps: { ...state.steps, [key]: opened } };
  },
  'rung.reached': (state, event) =>
    onStep(state, event, (step) => {
      const { rung, class: mailClass, to, silent } = event.data;
      const told = { rung, seq: event.seq, at: event.recordedAt, class: mailClass, to, silent };
      return { ...step, rungs: [...step.rungs, rung], told: [...step.told, told] };
    }),
  // What is shown stays as it was: pages that others have open can still be signed.
  'notice.acknowledged': (state, event) => {
    const { rung, contentHash } = event.data;
    const { seq, by, recordedAt } = event;
    return onStep(state, event, (step) => ({
      ...step,
      acknowledgements: [...step.acknowledgements, { seq, rung, by, at: recordedAt, contentHash }],
    }));
  },
  'mail.bounced': (state, event) => {
    const { ref, rung, messageId, calledNext } = event.data;
    const about = ref === undefined ? {} : { key: stepKey(ref) };
    const bounce = { seq: event.seq, at: event.recordedAt, ...about, rung, messageId, calledNext };
    return { ...state, bounces: [...state.bounces, bounce] };
  },
  'checklist.recorded': (state, event) =>
    onStep(state, event, (step) => ({
      ...step,
      version: event.seq,
      checklist: {
        ...step.checklist,
        [event.data.entry ?? event.data.item]: {
          seq: event.seq,
          occurredAt: event.occurredAt,
          ...actedIn(event),
          values: event.data.values,
          contentHash: event.data.contentHash,
        },
      },
    })),
  'step.decided': (state, event) => {
    const { step: name, decision, evidence, contentHash, reason } = event.data;
    const decided = onStep(state, event, (step) => ({
      ...step,
      status: 'decided',
      version: event.seq,
      decision: {
        seq: event.seq,
        decision,
        evidence,
        ...actedIn(event),
        occurredAt: event.occurredAt,
        recordedAt: event.recordedAt,
        contentHash,
        ...(reason === undefined ? {} : { reason }),
      },
    }));
    if (name === 'Confirm the resolution' && decision === 'confirmed')
      return { ...decided, steps: checkedAnew(decided.steps, event.seq) };
    return name === 'Sign the correction' && decision === 'signed' ? countsNow(decided, event) : decided;
  },
  // Nobody was asked: the pathway itself goes on by it, as by a decision.
  'step.skipped': (state, event) => {
    const { phase, round, step, because } = event.data;
    const key = stepKey(event.data);
    if (state.steps[key] !== undefined) return anomaly(state, event, `step ${key} was opened before`);
    const { seq, by, occurredAt, recordedAt } = event;
    const skipped: StepState = {
      key,
      phase,
      round,
      step,
      status: 'decided',
      openedAt: recordedAt,
      askedFrom: recordedAt,
      openedSeq: seq,
      rungs: [],
      told: [],
      acknowledgements: [],
      checklist: {},
      version: seq,
      linksFrom: seq,
      decision: { seq, decision: NOT_NEEDED, evidence: { because }, by, occurredAt, recordedAt, contentHash: '' },
    };
    return { ...state, steps: { ...state.steps, [key]: skipped } };
  },
  'report.made': (state, event) => {
    const { report, values, contentHash, at, closedBy } = event.data;
    const { seq, occurredAt, recordedAt } = event;
    const why = closedBy === undefined ? {} : { closedBy };
    const made = { seq, report, at, values, ...actedIn(event), occurredAt, recordedAt, contentHash, ...why };
    return { ...state, reports: [...state.reports, made], steps: shownAnew(state, event.seq, stepKey(at)) };
  },
  'alarm.carried': (state, event) => ({
    ...state,
    reports: [...state.reports, carriedReport(state, event)],
    steps: shownAnew(state, event.seq),
  }),
  'identity.differs': (state, event) => ({
    ...state,
    identityClaims: [...state.identityClaims, { ...event.data, seq: event.seq }],
    steps: shownAnew(state, event.seq),
  }),
  'step.withdrawn': (state, event) =>
    onStep(state, event, (step) => ({ ...step, status: 'withdrawn', version: event.seq })),
  'step.extended': (state, event) =>
    onStep(state, event, (step) => {
      const rungs = toldBeforeExtension(step);
      return {
        ...step,
        extendedTo: event.data.dueAt,
        extendedAt: event.recordedAt,
        version: event.seq,
        rungs,
        told: step.told.filter(({ rung }) => rungs.includes(rung)),
      };
    }),
  'step.reassigned': (state, event) =>
    onStep(state, event, ({ assignedTo: _before, ...step }) => {
      // Earlier events hold the id as it was typed.
      const to = event.data.to === undefined ? {} : { assignedTo: userId(event.data.to) };
      return { ...step, ...to, version: event.seq, linksFrom: event.seq };
    }),
  // What is shown stays as it was: who has the page open can sign all the same.
  'step.claimed': (state, event) =>
    onStep(state, event, (step) => ({
      ...step,
      claim: { by: event.by.id, at: event.recordedAt, until: event.data.until },
    })),
  'step.unclaimed': (state, event) => onStep(state, event, ({ claim: _claim, ...step }) => step),
  'link.reissued': (state, event) => onStep(state, event, (step) => ({ ...step, linksFrom: event.seq })),
  'mail.resent': (state, event) => onStep(state, event, (step) => step),
  // Holds stack: an order withdrawn by the EHR is not lifted by resuming the hold of an operator.
  'journey.held': (state, event) => ({
    ...state,
    holds: [...state.holds, { seq: event.seq, from: event.recordedAt, reason: event.data.reason }],
  }),
  'journey.resumed': (state, event) =>
    isHeld(state)
      ? {
          ...state,
          holds: endNewest(state.holds, event.recordedAt),
        }
      : anomaly(state, event, 'the journey is not on hold'),
  'journey.cancelled': (state) => state,
  'time.corrected': (state, event) => {
    const { seq, occurredAt, evidence } = event.data;
    const steps = shownAnew(state, event.seq);
    const kept = { ...state, corrected: keepCorrected(state, event) };
    if (evidence === undefined) return { ...kept, corrections: { ...state.corrections, [seq]: occurredAt }, steps };
    // Until it is signed, the stricter value stands.
    return { ...kept, steps: evidence.counts === undefined ? withCorrectedEvidence(steps, seq, evidence) : steps };
  },
  'plan.changed': (state, event) => {
    const { sequence, items } = event.data;
    const planned = { ...state.plan.items };
    for (const { item, number, to } of items) {
      if (to === null) delete planned[itemKey({ item, number })];
      else planned[itemKey({ item, number })] = { item, number, ...to, sequence };
    }
    return { ...state, plan: { sequence, items: planned } };
  },
  'deviation.opened': (state, { seq, recordedAt: at, data }) => ({
    ...state,
    deviations: [...state.deviations, { seq, at, ...data }],
    found: withoutFirst(state.found, data.found),
  }),
  'deviations.found': (state, { seq, recordedAt: at, data }) => ({
    ...state,
    found: [...state.found, ...data.deviations.map((found) => ({ ...found, seq, at }))],
  }),
  ...orderAppliers,
  'journey.closing': (state, event) => ({
    ...state,
    closing: { outcome: event.data.outcome, at: event.recordedAt },
  }),
  'journey.closed': (state, event) => ({ ...state, closed: { outcome: event.data.outcome, at: event.recordedAt } }),
};

/** What can still be learnt about a journey that is closed. */
const AFTER_CLOSE: ReadonlySet<EventType> = new Set([
  'time.corrected',
  'deviation.opened',
  'deviations.found',
  'mail.bounced',
  'plan.changed',
]);

/**
 * The state after one more event. Total: every event of every type has a result in every state; one that does not fit
 * is kept as an anomaly and changes nothing else.
 */
export function apply(state: JourneyState | undefined, event: UnsealedEvent): JourneyState | undefined {
  if (state === undefined) return begun(event);
  const applier = appliers[event.type] as Applier<EventType>;
  const misfit = state.closed !== undefined && !AFTER_CLOSE.has(event.type);
  const applied = misfit
    ? anomaly(state, event, 'the journey is closed')
    : keepTranscribed(applier(state, event), event);
  return { ...applied, seq: event.seq };
}

/** Folds a whole log. Undefined when it does not begin with `journey.opened` or `case.opened`. */
export const fold = (events: readonly UnsealedEvent[]): JourneyState | undefined =>
  events.reduce<JourneyState | undefined>(apply, undefined);

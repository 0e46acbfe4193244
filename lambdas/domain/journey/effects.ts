import { canonicalText } from '../audit/hash.ts';
import { nextDue } from '../clocks/next-due.ts';
import type { EventData, MailClass, StepRef, Tier } from '../events/data.ts';
import type { JourneyEvent } from '../events/journey-event.ts';
import { ROLES_OF } from '../plan/plan-item.ts';
import type { Protocol } from '../protocol/schema.ts';
import { changeEffects } from '../quality/change-effects.ts';
import type { RegisterRecord } from '../registers/record.ts';
import type { PhaseName, ReportName, Role, SidePhase } from '../vocabulary.ts';
import { alarmEffects } from './alarm-effects.ts';
import { answerFromLog } from './answer-from-log.ts';
import type { Envelope } from './envelope.ts';
import type { Notice } from './notice.ts';
import { orderEffects } from './order-effects.ts';
import { roleOf } from './role-of.ts';
import { activePhases, type Deviation, isCoursePhase, type JourneyState, type StepKey, stepKey } from './state.ts';
import { toldOfDeviation } from './told-of-deviation.ts';
import { toldWhenDecided } from './told-when-decided.ts';

/** A state machine that waits: the token of the newest callback for one step. Never leaves the store but as an answer. */
export interface Binding {
  readonly ref: StepRef;
  readonly run: number;
  readonly token: string;
}
export type Bindings = Readonly<Record<StepKey, Binding>>;

/** The machines that effects start: the hub of the course, and whatever runs beside it. */
export type MachineName = 'PatientJourney' | SidePhase;

/** Something to be done in the world after the commit; done at least once, harmless when repeated. */
export type Effect =
  | {
      readonly kind: 'start';
      readonly machine: MachineName;
      readonly name: string;
      readonly input: {
        readonly schemaVersion: 1;
        readonly journeyId: string;
        readonly run: number;
        readonly round: number;
      };
    }
  | {
      readonly kind: 'answer';
      readonly token: string;
      readonly envelope: Envelope;
      /** The log had the answer when it was asked: whoever asks runs, and a token that is dead was answered before. */
      readonly askedAgain?: true;
    }
  | { readonly kind: 'mail'; readonly notice: Notice }
  | { readonly kind: 'schedule' }
  /** A version of an entry of a register closed it: what was signed on it just before is judged once more. */
  | ({
      readonly kind: 'look-again';
      /** Version of the registers of the site from then on. */
      readonly readiness: number;
    } & Pick<RegisterRecord, 'site' | 'register' | 'id' | 'version' | 'by' | 'at'>)
  /** Opens a journey of its own for the order that came with the event of this `seq`. */
  | { readonly kind: 'open'; readonly order: number }
  /** Carries the alarm reported by the event of this `seq` to the other journeys that have something in the device. */
  | { readonly kind: 'carry'; readonly report: number }
  /** Keeps in the register what of a change was signed up to this `seq`. */
  | { readonly kind: 'keep'; readonly seq: number }
  | { readonly kind: 'publish'; readonly detailType: string; readonly detail: Readonly<Record<string, unknown>> };

export interface Consequences {
  readonly effects: readonly Effect[];
  /** The bindings that still wait. */
  readonly bindings: Bindings;
}

/** What must be done because of these new events: pure, so that the same commit always asks for the same. */
export function consequencesOf(
  before: JourneyState | undefined,
  after: JourneyState,
  events: readonly JourneyEvent[],
  bindings: Bindings,
  protocol: Protocol,
): Consequences {
  const waiting: Record<StepKey, Binding> = {};
  const answers: Effect[] = [];
  for (const [key, binding] of Object.entries(bindings)) {
    const envelope = answerFromLog(after, { ...binding.ref, run: binding.run });
    if (envelope === undefined) waiting[key] = binding;
    else answers.push({ kind: 'answer', token: binding.token, envelope });
  }
  const [due, next] = [before && nextDue(before, protocol), nextDue(after, protocol)];
  const now = events.at(-1)?.recordedAt;
  // What this commit had no room for is due already: the schedule that fired for it is gone.
  const isLeft = next !== undefined && now !== undefined && next <= now;
  const schedule: readonly Effect[] = before === undefined || due !== next || isLeft ? [{ kind: 'schedule' }] : [];
  // Old executions are answered before new ones start. Where an answer has to wait, the new one starts all the same: what a fenced
  // run asks then is answered from the log.
  return {
    effects: [
      ...answers,
      ...starts(after, events),
      ...schedule,
      ...differing(events.flatMap((event) => mails(after, event))),
      // Of a case no other system hears.
      ...(after.qualityCase === undefined ? events.flatMap(published) : events.flatMap(changeEffects)),
      ...events.flatMap((event) => orderEffects(after, event)),
      ...events.flatMap(alarmEffects),
    ],
    bindings: waiting,
  };
}

/** Whoever is to be told the same of each of many containers is told it once. */
const differing = (told: readonly Effect[]): readonly Effect[] => [
  ...new Map(told.map((effect) => [canonicalText(effect), effect])).values(),
];

/** Execution names: `<journeyId>-<phase>-<round>-<run>`, at most 80 characters. */
export const executionName = (
  journeyId: string,
  phase: PhaseName | 'PatientJourney',
  round: number,
  run: number,
): string => `${journeyId}-${phase}-${round}-${run}`;

function starts(state: JourneyState, events: readonly JourneyEvent[]): readonly Effect[] {
  const start = (machine: MachineName, round: number): Effect => ({
    kind: 'start',
    machine,
    name: executionName(state.id, machine, round, state.run),
    input: { schemaVersion: 1, journeyId: state.id, run: state.run, round },
  });
  if (state.closed !== undefined) return [];
  const newRun = events.some(({ type }) => type === 'run.started');
  const entered = events.filter((event) => event.type === 'phase.entered');
  const active = activePhases(state);
  // What was entered and ended again by the same commit needs no execution.
  const fresh = (phase: PhaseName, round: number): boolean =>
    newRun || entered.some(({ data }) => data.phase === phase && data.round === round);
  const beside = active.flatMap(({ phase, round }) =>
    !isCoursePhase(phase) && fresh(phase, round) ? [start(phase, round)] : [],
  );
  const course = newRun && active.some(({ phase }) => isCoursePhase(phase));
  return [...(course ? [start('PatientJourney', 1)] : []), ...beside];
}

/** The rung under which a step is asked again by a command of operations. */
const ASKED_AGAIN = { 'mail.resent': 'resent', 'link.reissued': 'reissued', 'step.reassigned': 'reassigned' } as const;

/** Where a command came from, by the kind of its actor. */
const SIDES: Readonly<Partial<Record<JourneyEvent['by']['kind'], 'ehr' | 'operator'>>> = {
  sender: 'ehr',
  operator: 'operator',
};

/** Reports that people hear of at once; the others only move the plan or the record. */
const REPORTED: Readonly<Partial<Record<ReportName, MailClass>>> = {
  excursion: 'critical',
  'storage-alarm': 'critical',
  'identity-mismatch': 'critical',
  death: 'critical',
  'flags-raised': 'due',
  'consent-withdrawn': 'due',
  'consent-given': 'info',
};
const REPORTED_EXCURSIONS: readonly ReportName[] = ['excursion', 'storage-alarm'];
const deciders: readonly Role[] = ['physician', 'pharmacist', 'coordinator', 'qa'];

function mails(state: JourneyState, event: JourneyEvent): readonly Effect[] {
  const journey = (
    what: Extract<Notice, { about: 'journey' }>['what'],
    to: readonly Role[],
    detail: string,
    mailClass: MailClass = 'info',
  ): Effect[] => {
    const by = SIDES[event.by.kind];
    const notice = { about: 'journey', what, class: mailClass, to, detail } as const;
    return [{ kind: 'mail', notice: by === undefined ? notice : { ...notice, by } }];
  };
  const step = (ref: StepRef, rung: string, to: readonly Role[], mailClass: MailClass, tier?: Tier): Effect[] => [
    {
      kind: 'mail',
      notice: {
        about: 'step',
        ref: { phase: ref.phase, round: ref.round, step: ref.step },
        rung,
        class: mailClass,
        to,
        ...(tier === undefined ? {} : { tier }),
        linkSeq: event.seq,
      },
    },
  ];
  switch (event.type) {
    case 'rung.reached':
      return event.data.silent
        ? []
        : step(event.data, event.data.rung, event.data.to, event.data.class, event.data.tier);
    case 'mail.resent':
    case 'link.reissued':
    case 'step.reassigned':
      return state.steps[stepKey(event.data)]?.status === 'open'
        ? step(event.data, ASKED_AGAIN[event.type], [roleOf(state, event.data)], 'due')
        : [];
    case 'journey.held':
      return journey('held', ['coordinator', 'physician'], event.data.reason, 'due');
    case 'journey.resumed':
      return journey('resumed', ['coordinator', 'physician'], event.data.reason);
    case 'journey.cancelled':
      return journey('cancelled', ['coordinator', 'physician', 'pharmacist'], event.data.reason, 'due');
    case 'journey.closing':
      return event.data.outcome === 'cancelled' || event.data.outcome === 'completed'
        ? []
        : journey('closing', ['coordinator', 'physician', 'pharmacist'], event.data.outcome, 'due');
    case 'report.made':
      return REPORTED[event.data.report] === undefined
        ? []
        : journey('reported', deciders, event.data.report, REPORTED[event.data.report]);
    case 'alarm.carried':
      return journey('reported', deciders, 'storage-alarm', REPORTED['storage-alarm']);
    case 'identity.differs':
      return journey('reported', deciders, 'identity-mismatch', 'due');
    case 'phase.entered':
      // An excursion that documents show, and nobody reported: the same people hear of it as of one that was reported.
      return event.data.phase === 'Excursion' &&
        !state.reports.some(({ report, seq }) => REPORTED_EXCURSIONS.includes(report) && seq === event.data.about)
        ? journey('reported', deciders, 'excursion', 'critical')
        : [];
    case 'step.decided': {
      const told = toldWhenDecided(event.data);
      return told === undefined ? [] : journey(told.what, told.to, event.data.step, told.class);
    }
    case 'journey.closed':
      return event.data.outcome === 'cancelled' ? [] : journey('closed', ['coordinator'], event.data.outcome);
    case 'plan.changed': {
      const { items } = event.data;
      const to = [...new Set(items.flatMap(({ item }) => ROLES_OF[item]))];
      const isNew = items.every(({ from }) => from === null);
      return [{ kind: 'mail', notice: { about: 'plan', seq: event.seq, class: isNew ? 'info' : 'due', to } }];
    }
    case 'deviation.opened': {
      const { kind, class: deviationClass, found } = event.data;
      const isTold = found !== undefined && state.deviations.some((one) => isSameFind(one, event));
      return isTold
        ? []
        : journey('deviation', toldOfDeviation(kind), kind, deviationClass === 'minor' ? 'info' : 'critical');
    }
    case 'mail.bounced':
      return bounced(event.data);
    case 'run.started':
      return event.data.reason === 'timeout' || event.data.reason === 'execution-ended' || event.data.reason === 'sweep'
        ? journey('run-replaced', ['on-call'], event.data.reason, 'critical')
        : [];
    default:
      return [];
  }
}

/** Of those that were found together, and opened commit by commit, people are told each kind once. */
const isSameFind = ({ seq, kind, found }: Deviation, event: JourneyEvent<'deviation.opened'>): boolean =>
  seq < event.seq && kind === event.data.kind && found === event.data.found;

/** The kind of notice by which the coordinator learns that a mail did not arrive. */
export const MAIL_BOUNCED = 'mail-bounced';

/** Where the next are called, the matter comes first; else the coordinator learns whose address wants mending, as urgently as the mail was. */
function bounced({ rung, to, calledNext, class: mailClass = 'due' }: EventData<'mail.bounced'>): readonly Effect[] {
  // A notice of this kind that does not arrive either calls nobody: that would go round for ever.
  if (rung === MAIL_BOUNCED || calledNext) return [];
  return [
    {
      kind: 'mail',
      notice: { about: 'journey', what: MAIL_BOUNCED, class: mailClass, to: ['coordinator'], detail: to, except: to },
    },
  ];
}

/** Status for the EHR and other systems, by ids only. */
function published(event: JourneyEvent): readonly Effect[] {
  const kinds: Partial<Record<JourneyEvent['type'], string>> = {
    'journey.opened': 'Journey opened',
    'phase.entered': 'Journey phase entered',
    'phase.ended': 'Journey phase ended',
    'journey.held': 'Journey held',
    'journey.resumed': 'Journey resumed',
    'journey.closed': 'Journey closed',
  };
  const detailType = kinds[event.type];
  if (detailType === undefined) return [];
  const told =
    event.type === 'phase.entered' || event.type === 'phase.ended' || event.type === 'journey.closed' ? event.data : {};
  return [
    {
      kind: 'publish',
      detailType,
      detail: { schemaVersion: 1, journeyId: event.journeyId, seq: event.seq, recordedAt: event.recordedAt, ...told },
    },
  ];
}

import type { StatedValue } from '../events/data.ts';
import type { JourneyEvent } from '../events/journey-event.ts';
import { exempted } from '../gates/exempted.ts';
import { closedGates, type Gate } from '../gates/gate.ts';
import { apply } from '../journey/apply.ts';
import { withValueAt } from '../journey/corrected-evidence.ts';
import type { FoundDeviation } from '../journey/found-deviations.ts';
import type { Scribe } from '../journey/scribe.ts';
import { effectiveTime, type JourneyState, stepKey } from '../journey/state.ts';
import type { ReadinessAt } from '../registers/as-of.ts';
import { deviationAgainst, gatesOf } from '../sign-off/checks.ts';
import { COMPETENT, COMPETENT_BY_EXEMPTION, competenceAsShown } from '../sign-off/competence-gate.ts';
import { gatesAsked } from '../sign-off/procedure-gate.ts';
import { asksRegister } from '../sign-off/registers-asked.ts';
import { steps } from '../steps/index.ts';

export type Signed = Extract<JourneyEvent, { type: 'step.decided' | 'checklist.recorded' }>;

/** What was signed, the gates it was or would have been judged by, and those of them that call for a disposition. */
interface Judged {
  readonly gates: readonly Gate[];
  readonly excursions: readonly Gate[];
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** @param state of the journey at any time since the step was opened */
export function judgedBy({ type, data }: Signed, state: Pick<JourneyState, 'steps'>): Judged {
  const { decisions, checklist } = steps[data.step];
  const byExemption = (data.exemptions ?? []).some(({ gate }) => gate === COMPETENT);
  const competent = [...competenceAsShown(data.competence), ...(byExemption ? [COMPETENT_BY_EXEMPTION] : [])];
  if (type === 'step.decided') {
    const definition = decisions[data.decision];
    const step = state.steps[stepKey(data)];
    const asked =
      definition === undefined ? [] : step === undefined ? gatesOf(definition) : gatesAsked(step, definition);
    const gates = [...asked, ...(definition?.deviations ?? [])];
    return { gates: [...gates, ...competent], excursions: [], evidence: data.evidence };
  }
  const item = checklist?.items.find((one) => one.item === data.item);
  const { gates = [], deviations = [], excursions = [] } = item ?? {};
  return { gates: [...gates, ...deviations, ...excursions, ...competent], excursions, evidence: data.values };
}

/** Whether a correction of what the event `seq` says is judged by the registers. */
export function isOfRegisters(
  { state, events }: { readonly state: JourneyState; readonly events: readonly JourneyEvent[] },
  seq: number,
): boolean {
  const event = events[seq - 1];
  return event !== undefined && isSigned(event) && judgedBy(event, state).gates.some(asksRegister);
}

/**
 * A corrected time can show that something was signed or done while a gate was closed: that is a deviation then, and
 * where it is one the same excursion, as it would have been before. Each is judged by the journey as it was when it was
 * signed, with every time as corrected since; what the correction is about, also by the registers as they stood then.
 */
export function gatesAsCorrected(
  scribe: Scribe,
  earlier: JourneyState,
  events: readonly JourneyEvent[],
  readinessAt?: ReadinessAt,
): readonly FoundDeviation[] {
  const found: FoundDeviation[] = [];
  const { corrections } = scribe.state;
  const { protocol } = scribe.context;
  const newest = evidenceCorrections([...events, ...scribe.events]).filter(({ by }) => by > events.length);
  const about = scribe.events.flatMap(({ type, data }) => (type === 'time.corrected' ? [data.seq] : []));
  for (const { was, told, is, corrected } of asCorrected(events, newest)) {
    const closed = (state: JourneyState, signed: Signed) => {
      const { gates, evidence } = judgedBy(signed, state);
      // What is stated otherwise now can show anything; what was signed beside it, only what rests on a time.
      const isStated = newest.some(({ seq }) => seq === told.seq);
      const { at: now } = effectiveTime(state, signed);
      const readiness = about.includes(told.seq) && gates.some(asksRegister) ? readinessAt?.(now) : undefined;
      const judging = exempted(gates, actingIn(signed)).filter((gate) =>
        asksRegister(gate) ? readiness !== undefined : isStated || gate.byTime === true,
      );
      return closedGates(judging, { state, protocol, now, evidence, readiness });
    };
    const before = closed({ ...was, corrections: earlier.corrections }, told).map(({ gate }) => gate);
    const fresh = closed({ ...is, corrections }, corrected).filter(({ gate }) => !before.includes(gate));
    const { phase, round, step } = told.data;
    const { excursions } = judgedBy(told, was);
    // Several of one arrival wait for one disposition.
    const waits = fresh.find(({ gate }) => excursions.some(({ name }) => name === gate));
    for (const one of fresh) {
      const kind = deviationAgainst(one.gate);
      const about = one === waits ? { excursion: told.seq } : {};
      found.push({ kind, class: 'critical', phase, round, step, detail: `${one.reason} As corrected.`, ...about });
    }
  }
  return found;
}

/** Something signed, and the journey before it, as known before a correction and as known since. */
interface SignedTwice {
  readonly was: JourneyState;
  readonly told: Signed;
  readonly is: JourneyState;
  readonly corrected: Signed;
}

/** Everything that was signed, oldest first; `newest`: what is stated otherwise now. */
export function* asCorrected(
  events: readonly JourneyEvent[],
  newest: readonly EvidenceCorrection[],
): Generator<SignedTwice> {
  const known = evidenceCorrections(events);
  let was: JourneyState | undefined;
  let is: JourneyState | undefined;
  for (const event of events) {
    const [told, corrected] = [withEvidence(event, known), withEvidence(event, [...known, ...newest])];
    if (was !== undefined && is !== undefined && isSigned(told) && isSigned(corrected))
      yield { was, told, is, corrected };
    was = apply(was, told);
    // Where only the time of an event was corrected, both readings of the log are the same.
    is = newest.length === 0 ? was : apply(is, corrected);
  }
}

/** Who did what an event says, and who entered it from paper. */
const actingIn = ({ by, data }: Signed) => ({
  step: { key: stepKey(data) },
  people: [...(data.paper === undefined ? [] : [data.paper.doneBy]), ...(by.kind === 'person' ? [by] : [])],
});

const isSigned = (event: JourneyEvent): event is Signed =>
  event.type === 'step.decided' || event.type === 'checklist.recorded';

export interface EvidenceCorrection {
  /** Of the event that is corrected. */
  readonly seq: number;
  readonly path: string;
  readonly to: StatedValue;
  /** `seq` of the event that corrects. */
  readonly by: number;
}

/** What of these events corrects the evidence of another, and counts, oldest first. */
export function evidenceCorrections(events: readonly JourneyEvent[]): readonly EvidenceCorrection[] {
  const signed = signedCorrections(events);
  return events.flatMap(({ seq: by, type, data }) =>
    type === 'time.corrected' &&
    data.evidence !== undefined &&
    (data.evidence.counts !== 'once-signed' || signed.has(by))
      ? [{ seq: data.seq, path: data.evidence.path, to: data.evidence.to, by }]
      : [],
  );
}

/** `seq` of the corrections that somebody has signed. */
function signedCorrections(events: readonly JourneyEvent[]): ReadonlySet<number | undefined> {
  const about = new Map<number, number | undefined>();
  const signed = new Set<number | undefined>();
  for (const { type, data } of events) {
    if (type === 'phase.entered' && data.phase === 'Correction') about.set(data.round, data.about);
    if (type === 'step.decided' && data.phase === 'Correction' && data.decision === 'signed')
      signed.add(about.get(data.round));
  }
  return signed;
}

/** The event as it would have been, had its evidence been stated as corrected since. */
export function withEvidence(event: JourneyEvent, corrections: readonly EvidenceCorrection[]): JourneyEvent {
  if (event.type === 'time.corrected' && event.data.evidence !== undefined) {
    const last = corrections.findLast(({ seq, path }) => seq === event.data.seq && path === event.data.evidence?.path);
    const { evidence } = event.data;
    return { ...event, data: { ...event.data, evidence: { ...evidence, to: last?.to ?? evidence.to } } };
  }
  const about = corrections.filter(({ seq }) => seq === event.seq);
  if (about.length === 0) return event;
  const correct = <T>(values: T): T => about.reduce((now, { path, to }) => withValueAt(now, path, to), values);
  if (event.type === 'step.decided')
    return { ...event, data: { ...event.data, evidence: correct(event.data.evidence) } };
  return event.type === 'checklist.recorded'
    ? { ...event, data: { ...event.data, values: correct(event.data.values) } }
    : event;
}

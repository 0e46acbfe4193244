import type { EventData, StepRef } from '../events/data.ts';
import type { JourneyEvent } from '../events/journey-event.ts';
import type { Gate, GateContext } from '../gates/gate.ts';
import { valueAt, withEvidenceOf, withPropertyAt } from '../journey/corrected-evidence.ts';
import { effectiveTime, type JourneyState, openSteps, type StepState } from '../journey/state.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { ReadinessAt } from '../registers/as-of.ts';
import { asksRegister } from '../sign-off/registers-asked.ts';
import { documentsOf } from '../steps/documents.ts';
import type { Instant } from '../time.ts';
import { gatesOfStep } from './asks-again.ts';
import { clocksRead } from './clocks-moved.ts';
import { asCorrected, type EvidenceCorrection, judgedBy, type Signed } from './gates-as-corrected.ts';

/** Every gate, clock and document that read what a correction corrects, by name, as its event keeps them. */
export type ReadBy = NonNullable<EventData<'time.corrected'>['readBy']>;

/** A correction before it is written, and the journey with it. */
export interface Correcting {
  /** Of the event that is corrected. */
  readonly seq: number;
  /** What is stated otherwise; without it, when it happened. */
  readonly stated?: EvidenceCorrection;
  readonly before: JourneyState;
  readonly after: JourneyState;
  readonly events: readonly JourneyEvent[];
  readonly protocol: Protocol;
  readonly now: Instant;
  /** Undefined where what is corrected asks no register. */
  readonly readinessAt?: ReadinessAt | undefined;
}

export const readBy = (correcting: Correcting): ReadBy => ({
  gates: gatesThatRead(correcting),
  clocks: clocksThatRead(correcting),
  documents: documentsFrom(correcting),
});

/** Each gate that something was signed by, and each that is asked of what is open now, once for each step and change of its verdict. */
function gatesThatRead(correcting: Correcting): ReadBy['gates'] {
  const { before, after, events, protocol, now, seq, stated, readinessAt } = correcting;
  const found = new Map<string, ReadBy['gates'][number]>();
  const judge = ({ phase, round, step }: StepRef, gates: readonly Gate[], asked: Asked): void => {
    for (const gate of gates) {
      const { isRead, answer: is } = watching(correcting, asked, (context) => gate.judge(context).status);
      if (!isRead) continue;
      const one = { phase, round, step, gate: gate.name, was: gate.judge(asked.was).status, is };
      found.set(Object.values(one).join(' '), one);
    }
  };
  for (const { was, told, is, corrected } of asCorrected(events, stated === undefined ? [] : [stated])) {
    // What was signed before it could read nothing of it.
    if (told.seq < seq) continue;
    const asked = (state: JourneyState, signed: Signed): GateContext => {
      const { evidence, gates } = judgedBy(signed, state);
      const { at } = effectiveTime(state, signed);
      const readiness = gates.some(asksRegister) ? readinessAt?.(at) : undefined;
      return { state, protocol, now: at, evidence, readiness };
    };
    judge(told.data, judgedBy(told, was).gates, {
      was: asked({ ...was, corrections: before.corrections }, told),
      is: asked({ ...is, corrections: after.corrections }, corrected),
      isOfItself: told.seq === seq,
    });
  }
  for (const step of openSteps(before)) {
    const gates = gatesOfStep(step);
    const readiness = gates.some(asksRegister) ? readinessAt?.(now) : undefined;
    const asked = (state: JourneyState): GateContext => ({ state, protocol, now, evidence: {}, readiness });
    judge(step, gates, { was: asked(before), is: asked(after), isOfItself: false });
  }
  return [...found.values()];
}

function clocksThatRead(correcting: Correcting): ReadBy['clocks'] {
  const { before, after, protocol } = correcting;
  const clocks = new Map([...clocksRead(before, protocol), ...clocksRead(after, protocol)]);
  return [...clocks].flatMap(([clock, read]) => {
    const from = read(before) ?? null;
    const { isRead, answer } = noticing((notice) => read(watched(correcting, after, notice)));
    const to = answer ?? null;
    return isRead || from !== to ? [{ clock, from, to }] : [];
  });
}

/** Documents that were made since, from the record that is corrected. */
function documentsFrom({ before, seq }: Correcting): ReadBy['documents'] {
  const all = Object.values(before.steps);
  const about = all.find((step) => isOf(step, seq));
  return all.flatMap((step) => {
    const made = documentsOf[step.step];
    const { decision, phase, round } = step;
    if (made === undefined || decision === undefined || about === undefined) return [];
    // The report of a visit is of that visit alone.
    const isOfAnother = phase === about.phase && round !== about.round && phase === 'FollowUpVisit';
    const isFrom = step === about || (made.from.includes(about.step) && !isOfAnother);
    const isMade = made.by.includes(decision.decision) && decision.seq >= seq;
    return isFrom && isMade ? [{ document: made.document, phase, round, step: step.step }] : [];
  });
}

const isOf = ({ decision, checklist }: StepState, seq: number): boolean =>
  decision?.seq === seq || Object.values(checklist).some((entry) => entry.seq === seq);

interface Asked {
  readonly was: GateContext;
  readonly is: GateContext;
  /** What is judged is the very event that is corrected. */
  readonly isOfItself: boolean;
}

/** What a gate answers with the correction, and whether it read on the way what is corrected. */
const watching = <Answer>(
  correcting: Correcting,
  { is, isOfItself }: Asked,
  answer: (context: GateContext) => Answer,
): Noticed<Answer> =>
  noticing((notice) => {
    const context = { ...is, state: watched(correcting, is.state, notice) };
    const { stated } = correcting;
    if (!isOfItself) return answer(context);
    return answer(
      stated === undefined
        ? withPropertyAt<GateContext>(context, 'now', noted(is.now, notice))
        : { ...context, evidence: watchedAt(is.evidence, stated.path, notice) },
    );
  });

interface Noticed<Answer> {
  readonly isRead: boolean;
  readonly answer: Answer;
}

function noticing<Answer>(answer: (notice: () => void) => Answer): Noticed<Answer> {
  let isRead = false;
  const given = answer(() => {
    isRead = true;
  });
  return { isRead, answer: given };
}

const noted = (value: unknown, notice: () => void): PropertyDescriptor => ({
  get() {
    notice();
    return value;
  },
});

const watchedAt = <Values>(values: Values, path: string, notice: () => void): Values =>
  withPropertyAt(values, path, noted(valueAt(values, path), notice));

/** The journey, in which it is noticed when what is corrected is read. Each time another, because a state remembers what was reckoned from it. */
const watched = ({ seq, stated }: Correcting, state: JourneyState, notice: () => void): JourneyState =>
  stated === undefined
    ? { ...state, corrections: watchedAt(state.corrections, String(seq), notice) }
    : { ...state, steps: withEvidenceOf(state.steps, seq, (values) => watchedAt(values, stated.path, notice)) };

import type { StatedValue } from '../events/data.ts';
import type { JourneyEvent } from '../events/journey-event.ts';
import { exempted } from '../gates/exempted.ts';
import { closedGates, type Gate } from '../gates/gate.ts';
import { apply } from '../journey/apply.ts';
import { withValueAt } from '../journey/corrected-evidence.ts';
import type { FoundDeviation } from '../journey/found-deviations.ts';
import type { Scribe } from '../journey/scribe.ts';
import { effectiveTime, type JourneyState, stepKey } from '../journey/state.ts';
import { deviationAgainst, gatesOf } from '../sign-off/checks.ts';
import { COMPETENT, COMPETENT_BY_EXEMPTION, competenceAsShown } from '../sign-off/competence-gate.ts';
import { steps } from '../steps/index.ts';

type Signed = Extract<JourneyEvent, { type: 'step.decided' | 'checklist.recorded' }>;

/** What was signed, the gates it was or would have been judged by, and those of them that call for a disposition. */
interface Judged {
  readonly gates: readonly Gate[];
  readonly excursions: readonly Gate[];
  readonly evidence: Readonly<Record<string, unknown>>;
}

function judgedBy(event: Signed): Judged {
  const { type, data } = event;
  const { decisions, checklist } = steps[data.step];
  const byExemption = (data.exemptions ?? []).some(({ gate }) => gate === COMPETENT);
  const competent = [...competenceAsShown(data.competence), ...(byExemption ? [COMPETENT_BY_EXEMPTION] : [])];
  if (type === 'step.decided') {
    const definition = decisions[data.decision];
    const gates = definition === undefined ? [] : [...gatesOf(definition), ...(definition.deviations ?? [])];
    return { gates: [...gates, ...competent], excursions: [], evidence: data.evidence };
  }
  const item = checklist?.items.find((one) => one.item === data.item);
  const { gates = [], deviations = [], excursions = [] } = item ?? {};
  return { gates: [...gates, ...deviations, ...excursions, ...competent], excursions, evidence: data.values };
}

/**
 * A corrected time can show that something was signed or done while a gate was closed: that is a deviation then, and
 * where it is one the same excursion, as it would have been before. Each is judged by the journey as it was when it was
 * signed, with every time as corrected since.
 */
export function gatesAsCorrected(
  scribe: Scribe,
  earlier: JourneyState,
  events: readonly JourneyEvent[],
): readonly FoundDeviation[] {
  const found: FoundDeviation[] = [];
  const { corrections } = scribe.state;
  const { protocol } = scribe.context;
  const known = evidenceCorrections(events);
  const newest = evidenceCorrections(scribe.events);
  let was: JourneyState | undefined;
  let is: JourneyState | undefined;
  for (const event of events) {
    const [told, corrected] = [withEvidence(event, known), withEvidence(event, [...known, ...newest])];
    if (was !== undefined && is !== undefined && isSigned(told) && isSigned(corrected)) {
      const closed = (state: JourneyState, signed: Signed) => {
        const { gates, evidence } = judgedBy(signed);
        // What is stated otherwise now can show anything; what was signed beside it, only what rests on a time.
        const isStated = newest.some(({ seq }) => seq === event.seq);
        const judging = exempted(gates, actingIn(signed)).filter((gate) => isStated || gate.byTime === true);
        return closedGates(judging, { state, protocol, now: effectiveTime(state, signed).at, evidence });
      };
      const before = closed({ ...was, corrections: earlier.corrections }, told).map(({ gate }) => gate);
      const fresh = closed({ ...is, corrections }, corrected).filter(({ gate }) => !before.includes(gate));
      const { phase, round, step } = told.data;
      const { excursions } = judgedBy(told);
      // Several of one arrival wait for one disposition.
      const waits = fresh.find(({ gate }) => excursions.some(({ name }) => name === gate));
      for (const one of fresh) {
        const kind = deviationAgainst(one.gate);
        const about = one === waits ? { excursion: event.seq } : {};
        found.push({ kind, class: 'critical', phase, round, step, detail: `${one.reason} As corrected.`, ...about });
      }
    }
    was = apply(was, told);
    // Where only the time of an event was corrected, both readings of the log are the same.
    is = newest.length === 0 ? was : apply(is, corrected);
  }
  return found;
}

/** Who did what an event says, and who entered it from paper. */
const actingIn = ({ by, data }: Signed) => ({
  step: { key: stepKey(data) },
  people: [...(data.paper === undefined ? [] : [data.paper.doneBy]), ...(by.kind === 'person' ? [by] : [])],
});

const isSigned = (event: JourneyEvent): event is Signed =>
  event.type === 'step.decided' || event.type === 'checklist.recorded';

interface EvidenceCorrection {
  readonly seq: number;
  readonly path: string;
  readonly to: StatedValue;
}

/** What of these events corrects the evidence of another, oldest first. */
export const evidenceCorrections = (events: readonly JourneyEvent[]): readonly EvidenceCorrection[] =>
  events.flatMap(({ type, data }) =>
    type === 'time.corrected' && data.evidence !== undefined
      ? [{ seq: data.seq, path: data.evidence.path, to: data.evidence.to }]
      : [],
  );

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

import type { Actor } from '../events/envelope.ts';
import type { JourneyEvent } from '../events/journey-event.ts';
import { closedGates, type Gate } from '../gates/gate.ts';
import { apply } from '../journey/apply.ts';
import { enter } from '../journey/enter.ts';
import type { Scribe } from '../journey/scribe.ts';
import { effectiveTime, type JourneyState } from '../journey/state.ts';
import { deviationAgainst, gatesOf } from '../sign-off/checks.ts';
import { steps } from '../steps/index.ts';

type Signed = Extract<JourneyEvent, { type: 'step.decided' | 'checklist.recorded' }>;

/** What was signed, the gates it was or would have been judged by, and those of them that call for a disposition. */
interface Judged {
  readonly gates: readonly Gate[];
  readonly excursions: readonly Gate[];
  readonly evidence: Readonly<Record<string, unknown>>;
}

function judgedBy({ type, data }: Signed): Judged {
  const { decisions, checklist } = steps[data.step];
  if (type === 'step.decided') {
    const definition = decisions[data.decision];
    const gates = definition === undefined ? [] : [...gatesOf(definition), ...(definition.deviations ?? [])];
    return { gates, excursions: [], evidence: data.evidence };
  }
  const item = checklist?.items.find((one) => one.item === data.item);
  const { gates = [], deviations = [], excursions = [] } = item ?? {};
  return { gates: [...gates, ...deviations, ...excursions], excursions, evidence: data.values };
}

/**
 * A corrected time can show that something was signed or done while a gate was closed: that is a deviation then, and
 * where it is one the same excursion, as it would have been before. Each is judged by the journey as it was when it was
 * signed, with every time as corrected since.
 */
export function reportGatesAsCorrected(
  scribe: Scribe,
  before: JourneyState,
  events: readonly JourneyEvent[],
  by: Actor,
): void {
  const { corrections } = scribe.state;
  const { protocol } = scribe.context;
  let state: JourneyState | undefined;
  for (const event of events) {
    if (state !== undefined && (event.type === 'step.decided' || event.type === 'checklist.recorded')) {
      const { gates, excursions, evidence } = judgedBy(event);
      const judged = gates.filter(({ byTime }) => byTime === true);
      const closed = (known: JourneyState) =>
        closedGates(judged, { state: known, protocol, now: effectiveTime(known, event).at, evidence });
      const was = closed({ ...state, corrections: before.corrections }).map(({ gate }) => gate);
      const fresh = closed({ ...state, corrections }).filter(({ gate }) => !was.includes(gate));
      const { phase, round, step } = event.data;
      for (const { gate, reason } of fresh) {
        const detail = `${reason} As corrected.`;
        scribe.write(
          'deviation.opened',
          { kind: deviationAgainst(gate), class: 'critical', phase, round, step, detail },
          by,
        );
      }
      const isExcursion = excursions.some(({ name }) => fresh.some(({ gate }) => gate === name));
      if (isExcursion && scribe.state.closing === undefined) enter(scribe, 'Excursion', { about: event.seq });
    }
    state = apply(state, event);
  }
}

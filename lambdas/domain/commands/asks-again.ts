import { closedGates, type Gate } from '../gates/gate.ts';
import { supersededBy } from '../journey/corrected.ts';
import { endPhase, enter } from '../journey/enter.ts';
import type { FoundDeviation } from '../journey/found-deviations.ts';
import type { Scribe } from '../journey/scribe.ts';
import { activePhases, type JourneyState, openSteps, type StepState } from '../journey/state.ts';
import { NOT_NEEDED } from '../phases/flow.ts';
import { gatesOf } from '../sign-off/checks.ts';
import { steps } from '../steps/index.ts';
import type { StepName } from '../vocabulary.ts';

/** While one of these is open, day 0 is going on. */
const DAY_ZERO: readonly StepName[] = ['Give GO for thaw', 'Confirm GO for thaw', 'Give the product'];

/**
 * Asks for a new signature under what the event `seq` corrects. A closed journey asks nobody any more: there the correction stands
 * in its record, unsigned. What is signed here is itself not signed again. Of several corrections of one value only the newest is
 * asked for: nobody could sign an earlier one truthfully.
 */
export function askToSignAgain(scribe: Scribe, seq: number): void {
  const { corrected, steps: all, closed } = scribe.state;
  const newest = corrected[seq];
  const about = all[newest?.key ?? ''];
  const isPassedOver = about?.decision?.seq === newest?.of && about?.decision?.decision === NOT_NEEDED;
  if (closed !== undefined || newest === undefined || about === undefined) return;
  if (about.phase === 'Correction' || isPassedOver) return;
  const superseded = supersededBy(scribe.state, newest).map((one) => one.seq);
  for (const record of activePhases(scribe.state)) {
    if (record.phase !== 'Correction' || !superseded.includes(record.about ?? 0)) continue;
    endPhase(scribe, record, 'superseded', 'what it is about was corrected once more');
  }
  enter(scribe, 'Correction', { about: seq });
}

/** A correction that closes, for what is going on today, a gate that was open. */
export function stopsDayZero({ state, context }: Scribe, before: JourneyState): readonly FoundDeviation[] {
  const running = openSteps(state).filter(({ step }) => DAY_ZERO.includes(step));
  const reasons = running.flatMap((step) => {
    const closed = (at: JourneyState) =>
      closedGates(gatesOfStep(step), { state: at, protocol: context.protocol, now: context.now, evidence: {} }).filter(
        ({ status }) => status === 'closed',
      );
    const known = new Set(closed(before).map(({ gate }) => gate));
    return closed(state)
      .filter(({ gate }) => !known.has(gate))
      .map(({ reason }) => reason);
  });
  const [first] = running;
  if (first === undefined || reasons.length === 0) return [];
  const { phase, round, step } = first;
  const detail = [...new Set(reasons)].join(' ');
  return [{ kind: 'correction-stops-day-zero', class: 'critical', phase, round, step, detail }];
}

/** Every gate that what is signed or recorded at this step is judged by. */
export function gatesOfStep({ step }: Pick<StepState, 'step'>): readonly Gate[] {
  const { decisions, checklist } = steps[step];
  return [
    ...new Set([
      ...Object.values(decisions).flatMap((decision) => [...gatesOf(decision), ...(decision.deviations ?? [])]),
      ...(checklist?.items ?? []).flatMap(({ gates, deviations = [] }) => [...gates, ...deviations]),
    ]),
  ];
}

import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import type { StepName } from '../../lambdas/domain/vocabulary.ts';
import type { StepScript } from './scenario.ts';

/** Told or not: where several rungs are due at once, only the last of them is mailed. */
export const wasAsked = (
  events: readonly JourneyEvent[],
  { step, round }: { readonly step: StepName; readonly round: number },
): boolean =>
  events.some(
    (event) =>
      event.type === 'rung.reached' &&
      event.data.rung === 'asked' &&
      event.data.step === step &&
      event.data.round === round,
  );

/** The script of exactly this round, else the one for any round. */
export function scriptFor(scripts: readonly StepScript[], step: string, round: number): StepScript | undefined {
  const candidates = scripts.filter((script) => script.step === step);
  return candidates.find((script) => script.round === round) ?? candidates.find((script) => script.round === undefined);
}

import fc from 'fast-check';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { steps } from '../../lambdas/domain/steps/index.ts';
import { plus } from '../../lambdas/domain/time.ts';
import type { StepName } from '../../lambdas/domain/vocabulary.ts';
import { ONWARD } from './builders.ts';
import type { Walk } from './walk.ts';

/** One act of a scripted journey: which open step, and whether it goes onward or takes another of its decisions. */
export interface Act {
  readonly which: number;
  readonly decision: number;
}

/** Scripts that mostly go onward, so that they reach every phase, and now and then turn aside. */
export const script = fc.array(
  fc.record({
    which: fc.nat({ max: 2 }),
    decision: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat({ max: 5 })),
  }),
  { minLength: 2, maxLength: 14 },
);

/** A day passes with all that is due in it; then a person decides. False when nothing was left to decide. */
export function perform(walk: Walk, { which, decision }: Act, deliver = true): boolean {
  const { journey } = walk;
  walk.runTo(plus(journey.now, 'P1D', 'UTC'));
  const open = journey.open.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const step = open[which % Math.max(1, open.length)];
  if (step === undefined) return false;
  // Whether a deviation may be closed at its triage depends on what it is.
  const chosen = step.step === 'Triage the deviation' ? ONWARD[step.step] : decisionOf(step.step, decision);
  walk.prepare(step, chosen);
  const signed = journey.sign(step, chosen);
  if (!signed.ok) throw new Error(`${step.key}, ${chosen}: ${signed.refusal.message}`);
  if (deliver) walk.machines.deliver();
  return true;
}

export function decisionOf(step: StepName, index: number): string {
  const others = Object.keys(steps[step].decisions).filter((decision) => decision !== ONWARD[step]);
  return index === 0 ? ONWARD[step] : (others[(index - 1) % others.length] ?? ONWARD[step]);
}

/** A log without what may differ between two runs of one journey: positions, hashes, runs and who started them. */
export const essence = (
  events: readonly JourneyEvent[],
  without: readonly string[] = ['run.started'],
): readonly unknown[] =>
  events
    .filter(({ type }) => !without.includes(type))
    .map(({ type, data, by, occurredAt, recordedAt }) => {
      // Which event something is about is a place in the log, and others come between.
      const {
        run: _run,
        machine: _machine,
        contentHash: _hash,
        about: _about,
        ...said
      } = data as Record<string, unknown>;
      return { type, said, by, occurredAt, recordedAt };
    });

/** Mails about steps, in order, without the position they point to. */
export const stepMails = ({ journey }: Walk): readonly unknown[] =>
  journey.history.flatMap(({ effect }) => {
    if (effect.kind !== 'mail' || effect.notice.about !== 'step') return [];
    const { linkSeq: _seq, ...notice } = effect.notice;
    return [notice];
  });

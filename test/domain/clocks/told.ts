import type { StepState } from '../../../lambdas/domain/journey/state.ts';
import { millisecondsBetween } from '../../../lambdas/domain/time.ts';
import type { Walk } from '../../support/walk.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The rungs of a step so far, each as `name @days` since it was opened, with `silent` where it was not told by mail. */
export const told = ({ journey }: Walk, step: StepState): readonly string[] =>
  journey.events.flatMap(({ type, data, recordedAt }) => {
    if (type !== 'rung.reached' || data.step !== step.step || data.round !== step.round) return [];
    const days = Math.round((millisecondsBetween(step.openedAt, recordedAt) / DAY) * 10) / 10;
    return [`${data.rung} @${days}${data.silent ? ' silent' : ''}`];
  });

/** Roles written to about a step, mail by mail. */
export const writtenTo = ({ journey }: Walk, step: StepState): readonly string[] =>
  journey.history.flatMap(({ effect }) => {
    if (effect.kind !== 'mail' || effect.notice.about !== 'step') return [];
    const { ref, rung, to } = effect.notice;
    return ref.step === step.step && ref.round === step.round ? [`${rung}: ${to.join(', ')}`] : [];
  });

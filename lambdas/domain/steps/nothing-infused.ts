import { wasInfused } from '../journey/product.ts';
import type { Refusal } from '../outcome.ts';
import type { StepContext } from './step.ts';

/** A treatment whose infusion began is not stopped: the patient has the product on board, and is watched and followed. */
export const nothingInfused = ({ state }: StepContext): Refusal | null =>
  wasInfused(state)
    ? {
        code: 'invalid',
        message: 'Stopping: got a treatment whose infusion began, expected one before day 0. The patient is followed.',
        detail: { path: 'decision', problem: 'infused-is-followed' },
      }
    : null;

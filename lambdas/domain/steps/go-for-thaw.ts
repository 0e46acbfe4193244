import { conditioningNotToRepeat } from '../gates/conditioning-not-to-repeat.ts';
import { deviationsHandled } from '../gates/deviations-handled.ts';
import { inConditioningWindow } from '../gates/in-conditioning-window.ts';
import { noOpenExcursion } from '../gates/no-open-excursion.ts';
import { notExpired } from '../gates/not-expired.ts';
import { notFlagged } from '../gates/not-flagged.ts';
import { productAccepted } from '../gates/product-accepted.ts';
import { shiftCovered } from '../gates/shift-covered.ts';
import { testsPassed } from '../gates/tests-passed.ts';
import { conditioningLatest } from '../journey/conditioning.ts';
import type { RungDefinition } from './step.ts';

/** Both people of the day-0 GO pass the same gates, each for themselves. */
export const thawGates = [
  productAccepted,
  inConditioningWindow,
  conditioningNotToRepeat,
  notFlagged('do-not-thaw'),
  notExpired,
  testsPassed,
  noOpenExcursion,
  ...deviationsHandled,
  shiftCovered,
] as const;

const deciders = ['physician', 'pharmacist', 'coordinator'] as const;

/** The end of the window after conditioning comes nearer (C08, clinical-pathway 1.19). */
export const windowLadder: readonly RungDefinition[] = [
  {
    rung: 'window-ends-in-2-days',
    at: { instant: (state, _, protocol) => conditioningLatest(state, protocol, 'PT48H'), warns: true },
    to: deciders,
    class: 'due',
  },
  {
    rung: 'window-ends-tomorrow',
    at: { instant: (state, _, protocol) => conditioningLatest(state, protocol, 'PT24H'), warns: true },
    to: deciders,
    class: 'due',
  },
  {
    rung: 'window-ended',
    at: { instant: (state, _, protocol) => conditioningLatest(state, protocol) },
    to: [...deciders, 'qa'],
    class: 'critical',
  },
];

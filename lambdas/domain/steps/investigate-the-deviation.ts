import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { recorded } from './decisions.ts';
import { explanation } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

export const INVESTIGATION_METHODS = ['five-whys', 'fishbone', 'fault-tree', 'interviews', 'other-method'] as const;

/** Thirty calendar days, extended once (clinical-pathway 3.7). Who investigates does not decide on it. */
export const investigateTheDeviation: StepDefinition = {
  step: 'Investigate the deviation',
  phase: 'Deviation',
  role: 'pharmacist',
  decisions: {
    investigated: recorded(
      'I investigated this deviation: its root cause, and what it means for product and patient.',
      lazily(() =>
        z.strictObject({
          rootCause: explanation,
          investigationMethod: z.enum(INVESTIGATION_METHODS),
          productImpact: explanation,
          patientImpact: explanation,
        }),
      ),
    ),
  },
  deadline: { kind: 'hard', within: 'P30D', extendedOnce: true },
  ladder: usualLadder('pharmacist'),
};

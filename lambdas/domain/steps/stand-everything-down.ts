import * as z from 'zod';
import { standDownNotNeeded } from '../journey/closing.ts';
import { recorded } from './decisions.ts';
import { reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

const told = z.strictObject({ told: z.enum(['told', 'not-involved']), reference: reference.optional() });

/** E12, E02: whoever waits for this course is told that it ends early, and what was booked is given back. */
export const standEverythingDown: StepDefinition = {
  step: 'Stand everything down',
  phase: 'Closure',
  role: 'coordinator',
  decisions: {
    done: recorded(
      'I told everybody who was waiting for this course that it has ended, and gave back what was booked.',
      z.strictObject({ maker: told, apheresisUnit: told, carrier: told, ward: told, funder: told, registry: told }),
    ),
  },
  notNeeded: standDownNotNeeded,
  deadline: { kind: 'soft', within: 'P2D' },
  ladder: usualLadder('coordinator'),
};

import * as z from 'zod';
import { standDownNotNeeded } from '../journey/closing.ts';
import { PARTIES, type Party, partiesInvolved } from '../journey/parties.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { recorded } from './decisions.ts';
import { reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepContext, StepDefinition } from './step.ts';

/** By what it can be found that somebody was told: a mail, a ticket, a call with its time. */
const told = lazily(() => z.strictObject({ told: z.enum(['told', 'not-involved']), reference: reference.optional() }));

const everybody = lazily(() =>
  z.strictObject({
    maker: told(),
    apheresisUnit: told(),
    carrier: told(),
    ward: told(),
    funder: told(),
    registry: told(),
  } satisfies Record<Party, ReturnType<typeof told>>),
);

/** Who waits by the log was told, and for each who was told there is something to find it by. */
function whoeverWaits({ evidence, state }: StepContext): Refusal | null {
  const answers = everybody().parse(evidence);
  const left = partiesInvolved(state).find((party) => answers[party].told === 'not-involved');
  if (left !== undefined) {
    return {
      code: 'invalid',
      message: `Stood down: got ${left} as not involved, expected it to be told: by the log it waits for this course`,
      detail: { path: `evidence.${left}.told`, problem: 'is-involved' },
    };
  }
  const vague = PARTIES.find((party) => answers[party].told === 'told' && answers[party].reference === undefined);
  return vague === undefined
    ? null
    : {
        code: 'invalid',
        message: `Stood down: got ${vague} told without a reference, expected one`,
        detail: { path: `evidence.${vague}.reference`, problem: 'required' },
      };
}

/** E12, E02: whoever waits for this course is told that it ends early, and what was booked is given back. */
export const standEverythingDown: StepDefinition = {
  step: 'Stand everything down',
  phase: 'Closure',
  role: 'coordinator',
  decisions: {
    done: {
      ...recorded(
        'I told everybody who was waiting for this course that it has ended, and gave back what was booked.',
        everybody,
      ),
      check: whoeverWaits,
    },
  },
  notNeeded: standDownNotNeeded,
  deadline: { kind: 'soft', within: 'P2D' },
  ladder: usualLadder('coordinator'),
};

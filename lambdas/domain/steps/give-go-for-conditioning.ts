import * as z from 'zod';
import { siteReady } from '../gates/registers/site-ready.ts';
import { ahead, plannedConditioning } from '../journey/conditioning.ts';
import { lazily } from '../lazily.ts';
import { conditioningOmit } from '../protocol/accessors.ts';
import { minus } from '../time.ts';
import { authorised, stopping, waysBack } from './decisions.ts';
import { deferral, untilIsAhead } from './deferral.ts';
import { amount, confirmed, pastDateTime } from './evidence.ts';
import { expiryLadder } from './expiry-ladder.ts';
import { conditioningGates } from './go-for-conditioning.ts';
import { datedLadder } from './ladders.ts';
import type { StepContext, StepDefinition } from './step.ts';

/** The first dose looks at what rests with the patient and the product once more, and not at the site. */
const gates = [...conditioningGates, siteReady];

const ready = lazily(() =>
  z.strictObject({
    patientFit: confirmed,
    noActiveInfection: confirmed,
    rescueMedicationOnSite: confirmed,
  }),
);

/** Conditioning may be left out only under the label's own rule, on a recent enough count. */
function mayOmit({ evidence, protocol, state, now }: StepContext) {
  const rule = conditioningOmit(protocol);
  const { whiteCells, measuredAt } = evidence as { whiteCells: number; measuredAt: string };
  if (rule !== undefined && whiteCells <= rule.whiteCellsAtMost) {
    const earliest = minus(now, rule.within, state.site.zone);
    if (measuredAt >= earliest && measuredAt <= now) return null;
  }
  const expected =
    rule === undefined
      ? 'conditioning: the protocol knows no rule to leave it out'
      : `at most ${rule.whiteCellsAtMost} per microlitre, measured within ${rule.within}`;
  return {
    code: 'invalid',
    message: `White cells: got ${whiteCells} per microlitre at ${measuredAt}, expected ${expected}`,
    detail: { path: 'evidence.whiteCells', problem: 'not-as-protocol' },
  } as const;
}

/** S17: the patient is fit, the product is as near as protocol and site ask, and conditioning may start. */
export const giveGoForConditioning: StepDefinition = {
  step: 'Give GO for conditioning',
  phase: 'Conditioning',
  role: 'physician',
  decisions: {
    go: authorised(
      'I confirm that the patient is fit, and that product and rescue medication are available: conditioning may start.',
      ready,
      { gates },
    ),
    'go-without-conditioning': authorised(
      'I confirm that the patient is fit, and that conditioning is left out under the rule of the label.',
      lazily(() => ready().extend({ whiteCells: amount('cells/µL'), measuredAt: pastDateTime })),
      { gates, check: mayOmit },
    ),
    defer: {
      ...stopping(
        'I defer the treatment to the stated time: nothing is given before it is decided on again.',
        deferral,
      ),
      check: untilIsAhead,
    },
    ...waysBack('I do not give GO: the product cannot be used.'),
  },
  deadline: {
    kind: 'soft',
    within: 'P14D',
    due: (state, _step, _protocol, asked) => {
      const planned = ahead(asked, plannedConditioning(state));
      // A GO counts for two days at most, so it cannot be asked for much earlier than the start.
      return planned === undefined ? undefined : minus(planned, 'P1D', state.site.zone);
    },
  },
  ladder: [
    ...datedLadder('physician'),
    { rung: 'conditioning-in-5-days', at: { before: 'P4D' }, to: ['physician', 'pharmacist'], class: 'info' },
    { rung: 'conditioning-in-3-days', at: { before: 'P2D' }, to: ['physician', 'pharmacist'], class: 'info' },
    ...expiryLadder,
  ],
};

import { consentsDecidedOn, NEEDED_CONSENTS, reportWithdrawing } from '../journey/consents.ts';
import { wasInfused } from '../journey/product.ts';
import type { Refusal } from '../outcome.ts';
import { consentForm, signedSince } from './consent-form.ts';
import { recorded, stopping } from './decisions.ts';
import { usualLadder } from './ladders.ts';
import { nothingInfused } from './nothing-infused.ts';
import type { StepContext, StepDefinition } from './step.ts';

/** Without these consents nothing is authorised any more, so there is nothing to go on with until the infusion began. */
function goesOnWithoutIt({ state, step }: StepContext): Refusal | null {
  const needed = consentsDecidedOn(state, step).filter((kind) => NEEDED_CONSENTS.includes(kind));
  return needed.length === 0 || wasInfused(state)
    ? null
    : {
        code: 'invalid',
        message: `Going on: got a treatment without consent to ${needed.join(', ')}, expected the decision stopped, consented-again or not-withdrawn`,
        detail: { path: 'decision', problem: 'consent-needed' },
      };
}

const signedAgain = ({ state, step, evidence }: StepContext): Refusal | null =>
  signedSince(reportWithdrawing(state, step)?.occurredAt.at, String(evidence.signedOn), state.site.zone);

/** E02: a consent was withdrawn; what it allowed has stopped already, and a physician says what follows. */
export const decideOnTheWithdrawal: StepDefinition = {
  step: 'Decide on the withdrawal',
  phase: 'Withdrawal',
  role: 'physician',
  decisions: {
    stopped: {
      ...stopping('I spoke with the patient: consent to the treatment is withdrawn, and the treatment is stopped.'),
      check: nothingInfused,
    },
    'goes-on': {
      ...recorded('I spoke with the patient: the treatment goes on without what the withdrawn consent allowed.'),
      check: goesOnWithoutIt,
    },
    'consented-again': {
      ...recorded(
        'I spoke with the patient: what was withdrawn was consented to again in my presence, on the stated version of the form.',
        consentForm,
      ),
      check: signedAgain,
    },
    'not-withdrawn': recorded('I spoke with the patient: the consent stands, the report was a misunderstanding.'),
  },
  deadline: { kind: 'soft', within: 'P2D' },
  ladder: usualLadder('physician'),
};

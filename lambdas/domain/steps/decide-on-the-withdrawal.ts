import {
  consentsDecidedOn,
  lastWithdrawn,
  NEEDED_CONSENTS,
  reportWithdrawing,
  withdrawnConsents,
} from '../journey/consents.ts';
import { wasInfused } from '../journey/product.ts';
import type { Refusal } from '../outcome.ts';
import { consentForm, signedSince } from './consent-form.ts';
import { recorded, stopping } from './decisions.ts';
import { usualLadder } from './ladders.ts';
import { nothingInfused } from './nothing-infused.ts';
import type { StepContext, StepDefinition } from './step.ts';

/** Consents without which there is no treatment, and that are taken back still, by whatever report. */
const neededWithdrawn = ({ state }: StepContext) =>
  NEEDED_CONSENTS.filter((kind) => withdrawnConsents(state).includes(kind));

/** Without these consents nothing is authorised any more, so there is nothing to go on with until the infusion began. */
function goesOnWithoutIt(context: StepContext): Refusal | null {
  const { state, step } = context;
  const decidedOn = consentsDecidedOn(state, step);
  const needed = neededWithdrawn(context).filter((kind) => decidedOn.includes(kind));
  return needed.length === 0 || wasInfused(state)
    ? null
    : {
        code: 'invalid',
        message: `Going on: got a treatment without consent to ${needed.join(', ')}, expected the decision stopped, consented-again or not-withdrawn`,
        detail: { path: 'decision', problem: 'consent-needed' },
      };
}

/** A treatment is not ended as one without consent while every consent it rests on stands. */
const isWithdrawn = (context: StepContext): Refusal | null =>
  neededWithdrawn(context).length > 0
    ? null
    : {
        code: 'invalid',
        message: `Stopping: got a treatment whose consents stand, expected one of ${NEEDED_CONSENTS.join(', ')} withdrawn. Report that first`,
        detail: { path: 'decision', problem: 'consents-stand' },
      };

/** The form answers all that was taken back of the same up to the report decided on. */
const signedAgain = ({ state, step, evidence }: StepContext): Refusal | null =>
  signedSince(
    lastWithdrawn(state, consentsDecidedOn(state, step), reportWithdrawing(state, step)?.seq),
    evidence,
    state.site.zone,
  );

/** E02: a consent was withdrawn; what it allowed has stopped already, and a physician says what follows. */
export const decideOnTheWithdrawal: StepDefinition = {
  step: 'Decide on the withdrawal',
  phase: 'Withdrawal',
  role: 'physician',
  decisions: {
    stopped: {
      ...stopping('I spoke with the patient: consent to the treatment is withdrawn, and the treatment is stopped.'),
      check: (context) => nothingInfused(context) ?? isWithdrawn(context),
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

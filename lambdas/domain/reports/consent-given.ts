import * as z from 'zod';
import type { GateContext } from '../gates/gate.ts';
import { CONSENTS, lastWithdrawn, undecidedConsents } from '../journey/consents.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { consentForm, signedSince } from '../steps/consent-form.ts';
import type { ReportDefinition } from './report.ts';

const given = lazily(() => consentForm().extend({ consents: z.array(z.enum(CONSENTS)).min(1) }));

/** Whoever decides on a withdrawal says there that it is given again: what can be decided then agrees with what stands. */
function afterTheWithdrawal({ evidence, state }: GateContext): Refusal | null {
  const { consents, ...form } = given().parse(evidence);
  const undecided = undecidedConsents(state).filter((kind) => consents.includes(kind));
  return undecided.length === 0
    ? signedSince(lastWithdrawn(state, consents), form, state.site.zone)
    : {
        code: 'invalid',
        message: `Consents: got ${undecided.join(', ')}, whose withdrawal is still being decided on; expected the decision consented-again in that step`,
        detail: { path: 'evidence.consents', problem: 'withdrawal-undecided' },
      };
}

/** What was not consented to at first, or was withdrawn and gone on without, is allowed from here on. */
export const consentGiven: ReportDefinition = {
  report: 'consent-given',
  roles: ['physician'],
  meaning:
    'I report that the patient gives these consents in my presence, on the stated version of the form. What they allow goes on from now.',
  values: given,
  check: afterTheWithdrawal,
};

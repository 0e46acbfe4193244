import * as z from 'zod';
import type { GateContext } from '../gates/gate.ts';
import { CONSENTS, lastWithdrawn } from '../journey/consents.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { consentForm, signedSince } from '../steps/consent-form.ts';
import type { ReportDefinition } from './report.ts';

const given = lazily(() => consentForm().extend({ consents: z.array(z.enum(CONSENTS)).min(1) }));

function afterTheWithdrawal({ evidence, state }: GateContext): Refusal | null {
  const { consents, signedOn } = given().parse(evidence);
  return signedSince(lastWithdrawn(state, consents), signedOn, state.site.zone);
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

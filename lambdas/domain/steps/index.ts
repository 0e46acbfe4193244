import type { StepName } from '../vocabulary.ts';
import { acceptReceipt } from './accept-receipt.ts';
import { checkCertificate } from './check-certificate.ts';
import { confirmConsent } from './confirm-consent.ts';
import { confirmEligibility } from './confirm-eligibility.ts';
import { discharge } from './discharge.ts';
import { giveGo } from './give-go.ts';
import { giveTheProduct } from './give-the-product.ts';
import { recordApheresis } from './record-apheresis.ts';
import { recordFollowUpVisit } from './record-follow-up-visit.ts';
import { resolveQuarantine } from './resolve-quarantine.ts';
import type { StepDefinition } from './step.ts';

export const steps: Readonly<Record<StepName, StepDefinition>> = {
  'Confirm eligibility': confirmEligibility,
  'Confirm consent': confirmConsent,
  'Record apheresis': recordApheresis,
  'Check certificate': checkCertificate,
  'Accept receipt': acceptReceipt,
  'Resolve quarantine': resolveQuarantine,
  'Give GO': giveGo,
  'Give the product': giveTheProduct,
  Discharge: discharge,
  'Record follow-up visit': recordFollowUpVisit,
};

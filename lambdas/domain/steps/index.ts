import type { StepName } from '../vocabulary.ts';
import { acceptReceipt } from './accept-receipt.ts';
import { accountForEveryContainer } from './account-for-every-container.ts';
import { agreeTheDelivery } from './agree-the-delivery.ts';
import { approveTheChange, confirmTheApproval } from './approve-the-change.ts';
import { arrangeTheLifelongWatch } from './arrange-the-lifelong-watch.ts';
import { assessTheChange } from './assess-the-change.ts';
import { bookTheSlots } from './book-the-slots.ts';
import { checkCertificate } from './check-certificate.ts';
import { checkDonorTests } from './check-donor-tests.ts';
import { checkThatTheCapaWorks } from './check-that-the-capa-works.ts';
import { checkThatTheChangeWorks, closeTheChange } from './check-that-the-change-works.ts';
import { checkTheOrder } from './check-the-order.ts';
import { closeTheCourse } from './close-the-course.ts';
import { compareWithThePaperRecord } from './compare-with-the-paper-record.ts';
import { completeConditioning } from './complete-conditioning.ts';
import { confirmConsent } from './confirm-consent.ts';
import { confirmEligibility } from './confirm-eligibility.ts';
import { confirmFunding } from './confirm-funding.ts';
import { confirmGoForThaw } from './confirm-go-for-thaw.ts';
import { confirmReadiness } from './confirm-readiness.ts';
import { confirmReceiptToTheMaker } from './confirm-receipt-to-the-maker.ts';
import { confirmTheDeath } from './confirm-the-death.ts';
import { confirmTheDeathAsSecondPerson } from './confirm-the-death-as-second-person.ts';
import { confirmTheResolution } from './confirm-the-resolution.ts';
import { decideAfterAFailedManufacture } from './decide-after-a-failed-manufacture.ts';
import { decideOnTheDeviation } from './decide-on-the-deviation.ts';
import { decideOnTheWithdrawal } from './decide-on-the-withdrawal.ts';
import { discharge } from './discharge.ts';
import { endTheProximityPeriod } from './end-the-proximity-period.ts';
import { followTheDelivery } from './follow-the-delivery.ts';
import { followTheManufacture } from './follow-the-manufacture.ts';
import { giveGoForConditioning } from './give-go-for-conditioning.ts';
import { giveGoForThaw } from './give-go-for-thaw.ts';
import { giveTheProduct } from './give-the-product.ts';
import { implementTheChange } from './implement-the-change.ts';
import { inspectTheDelivery } from './inspect-the-delivery.ts';
import { investigateTheDeviation } from './investigate-the-deviation.ts';
import { matchTheOrder } from './match-the-order.ts';
import { monitorThePatient } from './monitor-the-patient.ts';
import { placeTheOrder } from './place-the-order.ts';
import { planTheCapa } from './plan-the-capa.ts';
import { prescribeTheProduct } from './prescribe-the-product.ts';
import { reassessThePatient } from './reassess-the-patient.ts';
import { recordAcceptanceByTheMaker } from './record-acceptance-by-the-maker.ts';
import { recordApheresis } from './record-apheresis.ts';
import { recordFollowUpVisit } from './record-follow-up-visit.ts';
import { recordTheDisposition } from './record-the-disposition.ts';
import { recordThePendingTests } from './record-the-pending-tests.ts';
import { registerTheReferral } from './register-the-referral.ts';
import { releaseTheCollection } from './release-the-collection.ts';
import { reportToTheRegistry } from './report-to-the-registry.ts';
import { resolveQuarantine } from './resolve-quarantine.ts';
import { resolveTheMismatch } from './resolve-the-mismatch.ts';
import { reviewTheEmergencyContinuation } from './review-the-emergency-continuation.ts';
import { reviewTheFlags } from './review-the-flags.ts';
import { sendTheDischargeLetter } from './send-the-discharge-letter.ts';
import { shipTheStartingMaterial } from './ship-the-starting-material.ts';
import { signTheCorrection } from './sign-the-correction.ts';
import { standEverythingDown } from './stand-everything-down.ts';
import { startConditioning } from './start-conditioning.ts';
import type { StepDefinition } from './step.ts';
import { triageTheDeviation } from './triage-the-deviation.ts';
import { verifyThePrescription } from './verify-the-prescription.ts';

export const steps: Readonly<Record<StepName, StepDefinition>> = {
  'Register the referral': registerTheReferral,
  'Confirm eligibility': confirmEligibility,
  'Confirm funding': confirmFunding,
  'Confirm consent': confirmConsent,
  'Place the order': placeTheOrder,
  'Check the order': checkTheOrder,
  'Book the slots': bookTheSlots,
  'Check donor tests': checkDonorTests,
  'Confirm readiness': confirmReadiness,
  'Record apheresis': recordApheresis,
  'Release the collection': releaseTheCollection,
  'Ship the starting material': shipTheStartingMaterial,
  'Record acceptance by the maker': recordAcceptanceByTheMaker,
  'Follow the manufacture': followTheManufacture,
  'Decide after a failed manufacture': decideAfterAFailedManufacture,
  'Check certificate': checkCertificate,
  'Agree the delivery': agreeTheDelivery,
  'Follow the delivery': followTheDelivery,
  'Inspect the delivery': inspectTheDelivery,
  'Accept receipt': acceptReceipt,
  'Resolve quarantine': resolveQuarantine,
  'Confirm receipt to the maker': confirmReceiptToTheMaker,
  'Prescribe the product': prescribeTheProduct,
  'Verify the prescription': verifyThePrescription,
  'Give GO for conditioning': giveGoForConditioning,
  'Start conditioning': startConditioning,
  'Complete conditioning': completeConditioning,
  'Give GO for thaw': giveGoForThaw,
  'Confirm GO for thaw': confirmGoForThaw,
  'Give the product': giveTheProduct,
  'Monitor the patient': monitorThePatient,
  Discharge: discharge,
  'Send the discharge letter': sendTheDischargeLetter,
  'End the proximity period': endTheProximityPeriod,
  'Record follow-up visit': recordFollowUpVisit,
  'Report to the registry': reportToTheRegistry,
  'Arrange the lifelong watch': arrangeTheLifelongWatch,
  'Reassess the patient': reassessThePatient,
  'Record the pending tests': recordThePendingTests,
  'Record the disposition': recordTheDisposition,
  'Resolve the mismatch': resolveTheMismatch,
  'Confirm the resolution': confirmTheResolution,
  'Review the flags': reviewTheFlags,
  'Decide on the withdrawal': decideOnTheWithdrawal,
  'Confirm the death': confirmTheDeath,
  'Confirm the death as second person': confirmTheDeathAsSecondPerson,
  'Match the order': matchTheOrder,
  'Compare with the paper record': compareWithThePaperRecord,
  'Sign the correction': signTheCorrection,
  'Review the emergency continuation': reviewTheEmergencyContinuation,
  'Triage the deviation': triageTheDeviation,
  'Investigate the deviation': investigateTheDeviation,
  'Decide on the deviation': decideOnTheDeviation,
  'Plan the CAPA': planTheCapa,
  'Check that the CAPA works': checkThatTheCapaWorks,
  'Assess the change': assessTheChange,
  'Approve the change': approveTheChange,
  'Confirm the approval': confirmTheApproval,
  'Implement the change': implementTheChange,
  'Check that the change works': checkThatTheChangeWorks,
  'Close the change': closeTheChange,
  'Stand everything down': standEverythingDown,
  'Account for every container': accountForEveryContainer,
  'Close the course': closeTheCourse,
};

/** Why a gate does not let a decision through, by `gateKey`. */
export const gates = {
  'not-held.closed': 'The journey is on hold. This can be signed when the hold is lifted.',
  'not-held.unknown': 'It is not known whether the journey is on hold.',
  'not-expired.closed': 'The product has expired. It cannot be given.',
  'not-expired.unknown': 'No certificate says when the product expires.',
  'identity-matches.closed':
    'The chain of identity differs from the one registered for this journey. Stop, and call quality assurance.',
  'identity-matches.unknown': 'The chain of identity could not be read, so it cannot be compared.',
  'donations-collected.closed':
    'The certificate names a donation that this journey did not collect. Stop, and report that identifiers do not agree.',
  'donations-collected.unknown':
    'The certificate names no donation, so it cannot be compared with the collections. Ask the manufacturer.',
  'batch-certified.closed':
    'The batch on the label differs from the one certified and prescribed. Stop, and call quality assurance.',
  'batch-certified.unknown': 'The batch cannot be compared: none was read, or none is certified.',
  'expiry-certified.closed':
    'The expiry on the label differs from the one certified. Stop, and call quality assurance.',
  'expiry-certified.unknown': 'The expiry cannot be compared: none was read, or none is certified.',
  'component-in-order.closed': 'Containers of a component that is given before this one are not infused yet.',
  'component-in-order.unknown': 'It is not known whether the components are given in their order.',
  'container-prescribed.closed': 'This container is not prescribed. Stop, and call quality assurance.',
  'container-prescribed.unknown': 'It is not known whether this container is prescribed.',
  'sound-after-thaw.closed':
    'The container leaks or holds clumps. Physician, pharmacist and cell laboratory decide with the manufacturer, who is told today.',
  'sound-after-thaw.unknown': 'It is not known whether the container is sound.',
  'no-death-reported.closed': 'The death of the patient was reported and is being confirmed by two people.',
  'no-death-reported.unknown': 'It is not known whether a death was reported.',
  'before-death.closed': 'The patient has died, as two people confirmed. Record here only what happened before.',
  'before-death.unknown': 'It is not known whether the patient had died.',
  'consent-stands.closed': 'A consent this rests on was withdrawn. A physician decides what follows.',
  'consent-stands.unknown': 'It is not known whether the consent stands.',
  'no-mismatch-open.closed': 'A mismatch of identity is open. Stop until quality assurance has resolved it.',
  'no-mismatch-open.unknown': 'It is not known whether a mismatch of identity is open.',
  'storage-qualified.closed':
    'The register of equipment says that this vessel or position may not be used now: it is not in use, or its mapping, calibration or alarm test has lapsed. Store it in another vessel; who owns this one is named in the register.',
  'storage-qualified.unknown':
    'It is not known whether this storage may be used: it is not in the register of equipment, or the register was not read lately. Use another, or have it entered or confirmed.',
  'device-in-date.closed':
    'The register of equipment says that this device may not be used now: it is not in use, or its calibration or maintenance has lapsed. Use another; who owns it is named in the register.',
  'device-in-date.unknown':
    'It is not known whether the device was in date: none was named, or it is not in the register of equipment, or the register was not read lately.',
  'shipper-qualified.closed':
    'The register of shippers says that this shipper may not be used now: it is not in use, or its qualification or static-hold test has lapsed. Take another.',
  'shipper-qualified.unknown':
    'It is not known whether the shipper is qualified: it is not in the register of shippers, or the register was not read lately.',
  'logger-in-date.closed':
    'The register of shippers says that this logger may not be used now: it is not in use, or its calibration has lapsed. Take another.',
  'logger-in-date.unknown':
    'It is not known whether the logger is calibrated: it is not in the register of shippers, or the register was not read lately.',
  'competent.closed':
    'Your assessment in this task has lapsed or was taken back. Somebody who is competent can sign, or your assessor records a new one.',
  'competent.unknown':
    'No assessment of yours in this task is recorded. Somebody who is competent can sign, or your assessor records one.',
  'shift-covered.closed':
    'Too few competent people are on site for the day of treatment. Put others on the shift, or agree another time; in an emergency two people go on together.',
  'shift-covered.unknown':
    'It is not known whether enough competent people are on site for the day of treatment. Have the rota of shifts read again.',
  'approvals-valid.closed': 'Eligibility or funding no longer counts. Order again: what lapsed is then asked again.',
  'approvals-valid.unknown': 'It is not known whether eligibility and funding still count.',
  'site-ready.closed':
    'The site is not ready for this product: something that its readiness rests on has lapsed or is closed. Quality assurance knows what, and renews it.',
  'site-ready.unknown':
    'It is not known whether the site is ready for this product. Quality assurance enters its readiness.',
  'risk-assessed.closed':
    'The risk assessment of this product does not count now: it lapsed, an action is open, or a risk was not accepted. Quality assurance sees to it.',
  'risk-assessed.unknown': 'No risk assessment of this product is in the register. Quality assurance enters it.',
  'agreement-in-date.closed':
    'The agreement about this product is not in force, or its review is overdue. Quality assurance sees to it.',
  'agreement-in-date.unknown': 'No agreement about this product is in the register. Quality assurance enters it.',
  'procedure-effective.closed':
    'The procedure beside this form is not in force in that version. Quality assurance sees to it.',
  'procedure-effective.unknown':
    'The procedure beside this form is not in the register of documents. Quality assurance enters it.',
  'slot-still-held.closed':
    'The manufacturer no longer holds these slots. Ask for a new offer, and record it before you book.',
  'slot-still-held.unknown': 'It is not known until when the manufacturer holds these slots.',
  'readiness-in-time.closed': 'It is too early to confirm readiness for this slot (see from when).',
  'readiness-in-time.unknown': 'No slot is booked, so it is not known from when readiness counts.',
  'readiness-stands.closed':
    'The readiness confirmed is not about this collection: it was confirmed after the collection began, the slot was moved after it, or it is too old. Confirm it again, or find new slots.',
  'readiness-stands.unknown': 'No readiness is recorded.',
  'donor-tests-in-window.closed':
    'The sample of the donor tests is too old for this collection. Find new slots: the tests are then asked again.',
  'donor-tests-in-window.unknown': 'It is not known when the sample of the donor tests was taken.',
  'product-available.closed': 'The product is not yet as near as protocol and site ask before conditioning.',
  'product-available.unknown': 'It is not known where the product is.',
  'product-accepted.closed': 'The certified product was not accepted on site. Inspect and accept it first.',
  'product-accepted.unknown': 'It is not known whether the product was accepted.',
  'inspection-clean.closed':
    'The inspection or the documents of the shipment show something wrong. Quarantine the product; quality assurance resolves it with the manufacturer.',
  'inspection-clean.unknown': 'No inspection of this delivery was recorded.',
  'custody-seal.closed': 'The seal was broken on arrival.',
  'custody-seal.unknown': 'It is not known whether the seal was intact.',
  'custody-temperature.closed': 'The shipment was outside its temperature range.',
  'custody-temperature.unknown': 'It is not known at which temperature the shipment travelled.',
  'custody-qualification.closed': 'The shipment was handed over or arrived after its shipper was no longer qualified.',
  'custody-qualification.unknown': 'It is not known until when the shipper was qualified.',
  'custody-departure.closed': 'The material leaves later than its release allows.',
  'custody-departure.unknown': 'It is not known by when the material has to leave.',
  'custody-order.closed': 'The arrival lies before the hand-over. State when each happened.',
  'custody-order.unknown': 'It is not known in which order the shipment was handed over and arrived.',
  'custody-contents.closed': 'The containers handed over are not those of this journey.',
  'custody-contents.unknown': 'It is not known which containers are expected.',
  'tests-passed.closed': 'A test that was pending at certification failed.',
  'tests-passed.unknown': 'Results of tests that were pending at certification are not here yet.',
  'no-critical-deviation-open.closed':
    'A critical deviation of product or identity is open. Quality assurance triages it, has it investigated and decides on it first.',
  'no-critical-deviation-open.unknown': 'It is not known whether a critical deviation is open.',
  'major-deviations-triaged.closed':
    'A major deviation of product or identity is not triaged yet. Quality assurance triages it first.',
  'major-deviations-triaged.unknown': 'It is not known whether a major deviation is triaged.',
  'not-contained.closed': 'After a deviation quality assurance holds these containers, or refused this material.',
  'not-contained.unknown': 'It is not known whether containers are held after a deviation.',
  'no-open-excursion.closed':
    'After an excursion the manufacturer’s written disposition is awaited, or refuses this material.',
  'no-open-excursion.unknown': 'It is not known whether an excursion is open.',
  'in-conditioning-window.closed':
    'It is not the time for the product: the window after conditioning is not open yet, or has ended.',
  'in-conditioning-window.unknown': 'No completed conditioning is recorded, so its window is not known.',
  'conditioning-not-to-repeat.closed':
    'Conditioning ended too long ago, and has to be given again by the rule of the label. Decide on conditioning anew.',
  'conditioning-not-to-repeat.unknown':
    'Conditioning ended long ago: count the white cells again, and enter the count with the GO.',
  'first-go-stands.closed': 'The first GO no longer counts. Do not confirm it: it has to be given anew by both.',
  'first-go-stands.unknown': 'It is not known whether the first GO counts.',
  'go-stands-conditioning.closed': 'No GO for conditioning counts now, or at the time stated. It has to be given anew.',
  'go-stands-conditioning.unknown': 'It is not known whether a GO for conditioning counts.',
  'go-stands-thaw.closed': 'No GO for thaw counts now, or at the time stated. It has to be given anew.',
  'go-stands-thaw.unknown': 'It is not known whether a GO for thaw counts.',
  'not-flagged-do-not-ship.closed': 'The flag “do not ship” is raised. A physician reviews it.',
  'not-flagged-do-not-ship.unknown': 'It is not known whether the flag “do not ship” is raised.',
  'not-flagged-do-not-condition.closed': 'The flag “do not start conditioning” is raised. A physician reviews it.',
  'not-flagged-do-not-condition.unknown': 'It is not known whether the flag “do not start conditioning” is raised.',
  'not-flagged-do-not-thaw.closed': 'The flag “do not thaw” is raised. A physician reviews it.',
  'not-flagged-do-not-thaw.unknown': 'It is not known whether the flag “do not thaw” is raised.',
  'monitored-long-enough.closed': 'Acute monitoring is not over yet by the label (see when it is due).',
  'monitored-long-enough.unknown': 'It is not known until when acute monitoring lasts.',
  'consent-to-registry.closed': 'The patient does not consent to the registry.',
  'consent-to-registry.unknown': 'It is not known whether the patient consents to the registry.',
  'consent-to-disposal.closed':
    'The patient does not consent to the use or disposal of unused material. Ask the physician first.',
  'consent-to-disposal.unknown':
    'It is not known whether the patient consents to the use or disposal of unused material.',
  'near-long-enough.closed': 'The time near the hospital is not over yet by the label (see when it is due).',
  'near-long-enough.unknown': 'It is not known until when the patient stays near the hospital.',
  'told-to-stay-near.closed': 'The patient stays near the hospital for longer by the label.',
  'told-to-stay-near.unknown': 'It is not known until when the patient stays near the hospital.',
  'told-not-to-drive.closed': 'By the label the patient does not drive yet on that day.',
  'told-not-to-drive.unknown': 'It is not known until when the patient does not drive.',
};

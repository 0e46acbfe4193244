import { changeControl } from './change-control.ts';

/** Why nothing was recorded. Keys that the handlers use; each says what to do next. */
export const problems = {
  'check-fields': 'Please correct what is listed here, then sign again.',
  'outside-limits':
    'A value is outside its limits. Correct it if it was mistyped. If it is as it was, describe the deviation and sign again: both are recorded together. Nothing was recorded yet.',
  'not-recorded': 'This could not be recorded as it is. Please read the page again.',
  'wrong-credential':
    'User id and PIN do not belong together, or the user id is locked for 15 minutes after five wrong PINs. Nothing was recorded.',
  'other-role': 'You may not sign this step with your role. Nothing was recorded.',
  'other-site': 'This step belongs to another site than yours. Nothing was recorded.',
  'assurance-too-low':
    'Your site asks more than user id and PIN to sign this step. Sign in the way your site has set up for it. Nothing was recorded.',
  'no-chair-of-board': 'What the board decided is signed by one of its chairs. Nothing was recorded.',
  'other-person': 'This step was passed on to another person. Nothing was recorded.',
  'delegation-over':
    'This step was handed over to you then, and is not now. Another person has to enter what stands on your paper. Nothing was recorded.',
  'no-delegation':
    'This step is not handed over to you by that person now. Sign in your own right, or ask them to hand it over. Nothing was recorded.',
  'same-person': 'You signed the first part yourself: another person has to sign here. Nothing was recorded.',
  'belongs-to-another-journey':
    'An identifier you gave belongs to another journey. Stop, compare the labels, and report it. Nothing was recorded.',
  'gate-closed': 'This cannot be signed now. Nothing was recorded.',
  'checklist-incomplete': 'Please record every item of the checklist first. Nothing was recorded.',
  'thaw-recorded': 'Thawing was recorded: the product can no longer wait. Nothing was recorded.',
  'transcription-open':
    'Something was entered from paper and not compared yet. Compare it first. Nothing was recorded.',
  'deviation-open': 'A deviation or CAPA is not closed yet. Close it first. Nothing was recorded.',
  'correction-open':
    'Something was corrected and not signed again yet. Sign the correction first. Nothing was recorded.',
  'continuation-open': 'An emergency continuation was not reviewed yet. Review it first. Nothing was recorded.',
  'item-recorded': 'This item was recorded before. Its time can be corrected by the coordinator.',
  changed:
    'The page was open for a while, or has changed since. Please read it again and sign once more; what you typed was kept.',
  'too-large': 'The form was too large. Please shorten what you wrote.',
  'nothing-to-acknowledge': 'No urgent notice of this name was sent. Please read the page again.',
  'not-readable': 'The form could not be read. Please load the page again and fill it in once more.',
};

/** What is wrong with one field; `field` is put in front by the page. */
export const fieldProblems = {
  required: 'please fill in',
  'choose-one': 'please choose one of the answers',
  confirm: 'please confirm',
  'not-a-number': 'please write a number, without thousands separators or units',
  'ambiguous-number':
    'can be read as thousands or as a decimal: leave out the separator, or write one more digit (1.2340)',
  'not-a-whole-number': 'please write a whole number, without separators or units',
  'not-a-time': 'please give date and time in full',
  'not-a-date': 'please give the date in full',
  'no-such-local-time': 'this time does not exist at the site: the clocks were put forward',
  'not-text': 'contains characters that cannot be stored',
  repeated: 'was sent more than once',
  'too-long': 'is too long',
  'too-short': 'is too short',
  'too-high': 'is above what is allowed here',
  'too-low': 'is below what is allowed here',
  'outside-limits': 'is outside its limits',
  'describe-deviation': 'please describe it, or correct the value that is outside its limits',
  'not-of-the-scan': 'is not that of the scan attached: leave it empty, or attach the right scan',
  'not-stored': 'is not stored here with this checksum: attach the file again',
  'wrong-form': 'does not have the expected form',
  'enter-again': 'please enter again',
  'not-on-the-register': 'is the user id of nobody',
  'not-from-paper': 'cannot be entered from paper: sign this step yourself',
  'no-member': 'names somebody who is no member of the board',
  'no-quorum': 'names fewer members than the board needs to decide',
  'no-chair': 'names none of the chairs of the board',
  'in-the-future': 'lies in the future',
  'before-the-order': 'lies before the order',
  'infusion-recorded': 'says that nothing was given, but the start of an infusion is recorded',
  'infused-is-followed':
    'cannot be “Treatment stopped”: the infusion began, and the patient is watched and followed. Choose another decision.',
  'consent-needed':
    'cannot be “Treatment goes on”: the treatment needs a consent that was withdrawn. Stop it, or record that consent was given again.',
  'before-the-withdrawal': 'does not lie after the withdrawal of the consent',
  'day-of-the-withdrawal':
    'is empty: the consent was withdrawn on the same day, so state the time at which the form was signed',
  'not-on-its-day': 'lies on another day than “Signed on”',
  'withdrawal-undecided':
    'names a consent whose withdrawal is still being decided on: choose “consented again” in that step',
  'consents-stand':
    'cannot be “Treatment stopped”: every consent that the treatment needs stands. Report first that it was withdrawn.',
  'not-ahead': 'has to lie in the future',
  'gate-not-asked': 'is not asked at this step, or the step waits no longer',
  'passed-otherwise': 'is passed in another way at your site, or by nobody',
  'exempted-too-long': 'is too late: 12 hours at most in an emergency, 3 days by quality assurance',
  'gate-open': 'is open: nobody needs to be let through',
  'nothing-to-take-back': 'names nothing that somebody may pass here now',
  'gate-of-nobody': 'has to be empty: this gate is about no person',
  'not-oneself': 'is your own: somebody else has to let you through',
  'counts-from-now': 'has to be empty: it counts from when you sign',
  'outside-conditioning-window': 'does not fit the window after conditioning as planned',
  'weighed-long-ago': 'is too long ago: measure anew',
  'not-after-start': 'has to be after the start',
  'used-before': 'was used before; each collection and each batch has its own',
  'named-twice': 'names one container twice',
  'no-longer-valid': 'no longer counts today',
  'not-after-the-one-before': 'has to be after the date before it, and ahead of now',
  'no-date': 'is empty, like every other date: name at least one that moved',
  'not-as-offered': 'is not what the manufacturer offers. Ask for another offer, and record it first.',
  'held-too-long':
    'is later than the collected material may wait. Choose an earlier time, or name the manufacturer’s written extension.',
  'outside-opening-hours':
    'lies outside the opening hours of the site. Choose another window, or name the agreement with those on duty.',
  'concern-without-reason': 'is empty: say why it concerns something else than was said when it was opened',
  ...changeControl.problems,
  'class-without-reason': 'is empty: say why the class is another than the one it was opened with',
  'critical-is-investigated': 'cannot close a critical deviation: it is investigated by another person.',
  'not-within-a-year': 'must be a day from today on, within a year.',
  'not-of-this-course': 'is no container of this course. Read the label again.',
  'outside-window': 'lies before the window that law and manufacturer allow before the collection',
  'before-day-zero': 'lies before day 0',
  'treatment-goes-on':
    'cannot be “Lost to follow-up” while the patient is treated or has to stay near the hospital. Record the visit as missed.',
  'attempts-not-in-order': 'lies before the attempt above it; the oldest comes first',
  'before-the-collection': 'lies before the collection',
  'not-before-expiry': 'has to lie before the expiry',
  'not-as-many-as-protocol':
    'names another number of containers than the protocol of this product. Ask the manufacturer.',
  'other-unit': 'is not the unit of this test. Convert the result and its limits.',
  'not-a-component': 'is no component of this product',
  'result-twice': 'names one test of one component twice',
  'result-missing': 'lack the viable cells or the viability of a component',
  'limit-missing': 'is missing: the protocol has no limit for this test, so that of the certificate is needed',
  'out-of-specification':
    'lies outside its limits: the batch is out of specification and cannot be certified here. Ask the manufacturer and the treating physician; choose how the course goes on.',
  'labels-not-reconciled': 'does not agree with the labels attached and destroyed together',
  'not-as-collected': 'is not the one of the collection. Stop, and compare the labels.',
  'not-autologous': 'does not stand for autologous use only. Stop, and compare the labels.',
  'none-attached': 'is none: at least one label is on the material',
  'target-unknown':
    'is not known: the protocol has none. State it with its source, or the written acceptance of the manufacturer.',
  'maker-decision-missing': 'is missing: a marker is positive. Ask the manufacturer, or stop.',
  'donor-positive': 'is missing: a marker of the donor is positive',
  'not-as-recorded': 'is not what was recorded before. Compare again; if it differs, choose “Order again”.',
  'under-target': 'lies under the least yield. Ask the manufacturer, or collect again.',
  'shelf-life-too-short':
    'belongs to a product with too little shelf life left. Quarantine it, and ask the manufacturer.',
  'fewer-than-label': 'is fewer than the label asks for',
  'infused-not-named': 'has to name every container whose infusion was started, also one that was interrupted',
  'not-prescribed': 'is not the prescribed dose: another container was named or infused. Choose “Partly given”.',
  'not-all-given': 'lacks a prescribed container. Where only part was given, choose “Partly given”.',
  'is-involved': 'waits for this course by the record (see above), and has to be told',
  'not-all-donations-accounted': 'has to name exactly the donations not accounted for (see above), each once',
  'not-all-accounted': 'has to name exactly the containers not accounted for (see above), each once',
  'other-container':
    'is another container than the one of this line. Open the line of the container in your hand; if it has none, stop and report that identifiers do not agree.',
  'already-expired': 'has passed: an expired batch cannot be certified',
  'not-as-protocol': 'is not what the protocol of this product says',
  'not-as-certified': 'does not agree with the certificate (see above). Quarantine the product.',
  'components-not-as-protocol':
    'does not name each container once with a component of this product, as many as the protocol says (see above)',
  'component-missing':
    'leaves out a component of the product: the dose is each of them. Where only part was given, choose “Partly given”.',
  'not-certified': 'holds a container that is not on the certificate (see above)',
};

/** What a field has to look like, where more can be said than `wrong-form`; by the last part of its name. */
export const forms = {
  donationNumber:
    'is no valid donation number: 13 characters as on the label, and a check character that fits them. Please scan or read it again.',
  donationNumbers:
    'holds a number that is no valid donation number: 13 characters as printed, and a check character that fits them. Please scan or read each again.',
  productCode: 'is no valid product code: 8 characters as on the label. Please scan or read it again.',
  collectedOn: 'does not read as a day: scan the code, or type year, month and day, such as 2027-03-31.',
  donationSequence: 'is no donation identification sequence: 21 characters in capitals. Please scan or read it again.',
  code: 'does not read as a code of GS1 or ISBT 128. Please scan it again, or leave the line out and describe it under findings.',
  'chainOfIdentity.issuer': 'may hold plain letters, digits and signs only, without umlauts',
  'chainOfIdentity.scheme': 'may hold lower-case letters, digits and hyphens only, such as isbt128',
  'chainOfIdentity.value':
    'does not read as printed. With scheme isbt128 it has 15 characters beginning with CH, and a check character must fit them. Please scan or read it again.',
};

import type { Rung } from '../../mail-views.ts';
import { urgent } from './urgent.ts';

export interface RungTexts {
  /** After the title in the subject. */
  readonly subject: string;
  /** One sentence: why this mail now. */
  readonly why: string;
}

/** Why somebody is written to about an open step now. */
export const rungs: Record<Rung, RungTexts> = {
  asked: { subject: 'please sign', why: 'This step is now open and waits for you.' },
  half: { subject: 'half the time is over', why: 'Half of the time for this step is over.' },
  nearly: { subject: 'due soon', why: 'The time for this step is nearly over.' },
  due: { subject: 'due now', why: 'This step is due now.' },
  overdue: { subject: 'overdue', why: 'This step is overdue. It still waits for a decision and has been escalated.' },
  weekly: { subject: 'still waiting', why: 'This step is still waiting. You are reminded once a week.' },
  monthly: { subject: 'still waiting', why: 'This step is still waiting. You are reminded once a month.' },
  expiry: { subject: 'product expires soon', why: 'The product expires soon.' },
  expired: {
    subject: 'product expired',
    why: 'The product has reached its expiry and may not be released. Nothing is discarded until a responsible person decides.',
  },
  'in-use': {
    subject: 'in-use time is over',
    why: 'The in-use time of the product is over. The container is held until a responsible person decides.',
  },
  'in-use-ends': {
    subject: 'in-use time ends soon',
    why: 'The in-use time of a container ends in a few minutes. Give it now, or decide what becomes of it.',
  },
  'slot-hold-ends-soon': {
    subject: 'slot hold ends soon',
    why: 'The manufacturer holds the slots offered for one more day, or a little more where closed days lie between. Book them, or ask for a longer hold.',
  },
  'slot-hold-ended': {
    subject: 'slot hold has ended',
    why: 'The time for which the manufacturer held the slots is over. Ask whether they can still be booked.',
  },
  'slot-in-3-days': {
    subject: 'slot in about 3 days',
    why: 'The booked collection is three days away, or a little more where closed days lie between.',
  },
  'slot-tomorrow': {
    subject: 'slot in about a day',
    why: 'The booked collection is one day away, or a little more where closed days lie between.',
  },
  'readiness-again': {
    subject: 'confirm readiness again',
    why: 'The slot was moved after readiness was confirmed. Confirm it again for the slot as it stands, or find new slots.',
  },
  'sample-too-old': {
    subject: 'donor tests too old',
    why: 'The slot was moved, and the sample of the donor tests is too old for it. Find new slots: the tests are then asked again.',
  },
  'shipment-hold-ends': {
    subject: 'shipper limit near',
    why: 'The shipper is qualified for one more day, and no arrival is recorded. Ask the carrier now.',
  },
  'ready-in-a-week': {
    subject: 'ready in about a week',
    why: 'The product is predicted to be ready in a week, or a little more where closed days lie between.',
  },
  'maker-silent': {
    subject: 'no word from the maker',
    why: 'No milestone has been recorded for a long time. Ask the manufacturer how the manufacture stands.',
  },
  'delivery-in-2-days': {
    subject: 'delivery in about 2 days',
    why: 'The agreed delivery is two days away, or a little more where closed days lie between.',
  },
  'delivery-tomorrow': {
    subject: 'delivery in about a day',
    why: 'The agreed delivery is one day away, or a little more where closed days lie between.',
  },
  'arrival-late': {
    subject: 'shipment comes late',
    why: 'The carrier expects the shipment more than four hours later than agreed, or after its shipper is no longer qualified. Make sure that somebody is there to receive it, and ask the manufacturer where the shipper does not last.',
  },
  'no-scan': {
    subject: 'no arrival recorded',
    why: 'The shipment should have arrived two hours ago, and no arrival is recorded. Ask the carrier where it is, and record when it is now expected.',
  },
  'leaves-tomorrow': {
    subject: 'leaves in about a day',
    why: 'The starting material has to leave in one day, or a little more where closed days lie between. Make sure that shipper and carrier are ready.',
  },
  'must-leave': {
    subject: 'material has not left',
    why: 'The starting material had to leave by now, and no hand-over is recorded. Record it if it has left; else ask the manufacturer whether the material can still be used.',
  },
  'acceptance-overdue': {
    subject: 'not accepted in time',
    why: 'The time in which a product that arrived is accepted, put in quarantine or refused is over, and nothing is decided.',
  },
  'visit-window': {
    subject: 'visit still to come',
    why: 'This follow-up visit is not recorded, and its window ends on the date below. Make sure that it is arranged.',
  },
  'documents-pending': {
    subject: 'documents still missing',
    why: 'Documents that were missing on arrival are still not here. Ask the manufacturer for them.',
  },
  'conditioning-in-3-days': {
    subject: 'starts in about 3 days',
    why: 'Conditioning is planned in three days, or a little more where closed days lie between.',
  },
  'conditioning-in-5-days': {
    subject: 'starts in about 5 days',
    why: 'Conditioning is planned in five days, or a little more where closed days lie between.',
  },
  'go-ends': { subject: 'GO no longer counts', why: 'The GO has ended. It is given anew before anything starts.' },
  'window-ends-in-2-days': {
    subject: 'window: about 2 days left',
    why: 'The window after conditioning ends in two days, or a little more where closed days lie between. After it conditioning is decided on anew.',
  },
  'window-ends-tomorrow': {
    subject: 'window: about a day left',
    why: 'The window after conditioning ends in one day, or a little more where closed days lie between. After it conditioning is decided on anew.',
  },
  'window-ended': {
    subject: 'window has ended',
    why: 'The window after conditioning has ended. The product may not be released for thaw; conditioning is decided on anew.',
  },
  'observation-due': {
    subject: 'observation due now',
    why: 'An observation the label asks for is due now, and none is recorded. Assess the patient and record the grades.',
  },
  'observation-missed': {
    subject: 'observation missing',
    why: 'An observation was due hours ago, and none is recorded. Make sure that the patient is seen now, and record the grades.',
  },
  'tocilizumab-resupply': {
    subject: 'tocilizumab missing',
    why: 'A dose of tocilizumab was given, and no other is recorded as available within the time of the label.',
  },
  'proximity-ends-in-2-days': {
    subject: 'ends in about 2 days',
    why: 'The time in which the patient stays near the hospital ends in two days, or a little more where closed days lie between.',
  },
  'reassessment-in-2-days': {
    subject: 'due in about 2 days',
    why: 'The patient should be seen again within two days, or a little more where closed days lie between.',
  },
  resent: {
    subject: 'please sign (sent again)',
    why: 'This mail was sent again on request. Earlier links go on working.',
  },
  reissued: { subject: 'new link', why: 'This is a new link. Earlier links to this step no longer work.' },
  reassigned: { subject: 'passed on to you', why: 'This step was passed on to you.' },
  extended: { subject: 'new due time', why: 'The due time of this step was changed.' },
  released: {
    subject: 'hold lifted, please sign',
    why: 'The hold on this journey was lifted. The step can be signed again.',
  },
  unseen: urgent.unseen,
};

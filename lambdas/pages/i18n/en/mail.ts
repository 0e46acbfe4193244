import type { StepName } from '../../../domain/vocabulary.ts';
import type { Side, TellNotice } from '../../mail-views.ts';
import { rungs } from './rungs.ts';
import { urgent } from './urgent.ts';

interface AwaitedTexts {
  readonly subject: string;
  /** @param due when it is expected */
  readonly why: (due: string) => string;
}

/** The words of `asked` where nobody here can act yet: something has to arrive or to take place first. */
const awaited: Partial<Record<StepName, AwaitedTexts>> = {
  'Check certificate': {
    subject: 'sign when it has arrived',
    why: (due) => `The certificate is expected by ${due}. Sign when it has arrived.`,
  },
  'Record apheresis': {
    subject: 'sign when collected',
    why: (due) => `The collection is planned until ${due}. Record it while and after it takes place.`,
  },
  'Follow the manufacture': {
    subject: 'record what is told',
    why: (due) => `The product is expected by ${due}. Record each milestone, and how the manufacture ended.`,
  },
  'Follow the delivery': {
    subject: 'sign when it has arrived',
    why: (due) => `The delivery is expected by ${due}. Sign when it has arrived.`,
  },
  'Record the pending tests': {
    subject: 'sign when they are here',
    why: (due) => `The results are expected by ${due}. Sign when they are here.`,
  },
  'End the proximity period': {
    subject: 'not due yet',
    why: (due) => `The patient stays near the hospital until ${due}. Sign once you have spoken.`,
  },
  'Record follow-up visit': {
    subject: 'window open',
    why: (due) => `The window for this visit is open until ${due}. Record the visit once it took place.`,
  },
};

const sides: Record<Side, string> = { ehr: 'EHR', operator: 'Operations' };

type Tell = { readonly subject: string; readonly text: string };

const tells: Record<TellNotice['notice'], Tell> = {
  'journey-held': {
    subject: 'on hold, please decide',
    text: 'This journey was put on hold. Nothing new is authorised until the hold is lifted; clocks of the product run on. Decide: resume or cancel, through operations.',
  },
  'journey-resumed': {
    subject: 'hold lifted',
    text: 'The hold on this journey was lifted. Open steps can be signed again.',
  },
  'journey-cancelled': {
    subject: 'cancelled',
    text: 'This journey was cancelled. Open steps are withdrawn; their links are no longer valid.',
  },
  'journey-closing': {
    subject: 'course ends',
    text: 'This course ends, and its open steps are withdrawn. Only an administration that has begun stays open, until what was given is recorded and signed. Then what was booked or made is put in order. Outcome:',
  },
  'journey-reported': {
    subject: 'report made',
    text: 'Somebody reported something on this journey. What it stops has stopped; whoever decides on it is asked by a mail of its own.',
  },
  'product-given': {
    subject: 'product given',
    text: 'The product of this journey was given, wholly or in part. Follow-up and its reports to the registry begin.',
  },
  'patient-lost': {
    subject: 'lost to follow-up',
    text: 'The patient of this journey can no longer be reached. The journey stays open: the next visits of the plan are asked all the same, the registry wants to know, and whoever hears of the patient records it there.',
  },
  'finding-recorded': {
    subject: 'finding recorded, please act',
    text: 'A finding was recorded on this journey that somebody has to act on; mails do not name it. Read the record of the step, and report it to whom it has to be reported.',
  },
  'journey-closed': { subject: 'closed', text: 'This journey is closed. Outcome:' },
  'message-parked': {
    subject: 'Message parked',
    text: 'A signed message was received but not understood. It is kept and waits for a person; no journey was changed.',
  },
  'renewal-due': {
    subject: 'lapses, please renew',
    text: 'What is named here stops counting after its last day; what rests on it is then closed. Please have it renewed, and the new record entered. Where it has lapsed already, the open steps that ask for it are listed.',
  },
  'mirror-refused': {
    subject: 'export refused, please mend',
    text: 'An export that another system put here for a register was refused as a whole: nothing of it was taken, and the register says what it said before. Please have what is named here mended there, and the export put here again.',
  },
  'mirror-late': {
    subject: 'export did not come',
    text: 'A register is kept in another system, and its export did not come in time. Please find out why. What is known of it counts until it is older than the site allows; then gates do not know whether its entries may be used.',
  },
  'mirror-ageing': {
    subject: 'please confirm before too old',
    text: 'These entries are kept in another system and were read last so long ago that gates will soon not know whether they may be used. Please look there whether they still stand and confirm each, with what you looked at: atmp register confirm. If the export comes again before, there is nothing to confirm.',
  },
  'mirror-too-old': {
    subject: 'too old, please confirm',
    text: 'These entries are kept in another system and were read last longer ago than the site allows: gates do not know whether they may be used, and the steps that ask for them wait. Please look there whether they still stand and confirm each, with what you looked at: atmp register confirm. Or have the export come again.',
  },
  'task-due': {
    subject: 'to be done, please see to it',
    text: 'What is named here is to be done by its last day. Nothing is closed when it is not, but quality assurance is told. Please do it, and have the register say so.',
  },
  'training-joined': {
    subject: 'training assigned',
    text: 'Who works in this role or unit is trained in what is listed here. Read it, take the test and have your practice observed by the day named; an assessor then records the assessment. Whoever sees to it is told the same.',
  },
  'training-version': {
    subject: 'new version, please read',
    text: 'A procedure by which you were assessed was changed in earnest. Whoever has not read and understood the new version by the day named is not competent in the task from then on. Read it, and have it recorded.',
  },
  'training-label': {
    subject: 'label changed, please read',
    text: 'The label or protocol of a product that you are trained for was revised. Read what is new before you work by it.',
  },
  'shift-short': {
    subject: 'shift is short, please fill',
    text: 'On a planned day of treatment in the next 7 days too few competent people are on site for all that has to be done at once. Put others on the shift, or have another time agreed; then have the rota written anew: atmp staff shifts. Until then the GO for thaw cannot be given.',
  },
  'rota-gap': {
    subject: 'nobody on call, please fill',
    text: 'For some time in the next 14 days nobody is on call, and the site is closed. What is urgent then goes to everybody of the role. Fill the gap, and have the rota written anew: atmp staff rota.',
  },
  'deviation-opened': {
    subject: 'critical deviation',
    text: 'A critical deviation was opened on this journey. Nothing was stopped; it waits for QA to assess it.',
  },
  'mail-bounced': urgent.bounced,
  'address-bounced': {
    subject: 'a mail did not arrive',
    text: 'A digest, a test mail or another mail that is about no one journey did not reach this person. Please tell them what waits for them, and have the address in the staff register corrected.',
  },
  'mail-budget': {
    subject: 'too many mails',
    text: 'This person got as many mails today as the site allows. What can wait comes to them in a digest from now on; what is urgent still comes at once. Please find out what makes the noise: `atmp alerts` shows which reminders nobody acts on.',
  },
  'run-replaced': {
    subject: 'execution replaced',
    text: 'An execution of this journey ended when it should not have and was started again from the log. The log is intact; find out why it ended.',
  },
};

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What waited for its reader, in one mail. */
const digest = {
  name: 'Digest:',
  title: 'What waits for you',
  text: 'This came since your last mail and still waits, or is still so. What is urgent never waits for this mail: it comes at once, by itself.',
  open: 'Open my worklist',
  wanted: (steps: number, others: number): string =>
    [
      ...(steps === 0 ? [] : [counted(steps, 'open step', 'open steps')]),
      ...(others === 0 ? [] : [counted(others, 'notice', 'notices')]),
    ].join(', '),
};

/** A test mail. */
const address = {
  name: 'Test mail:',
  wanted: 'please confirm',
  title: 'Do you read this mail?',
  text: 'Steps and urgent notices are sent to this address. Please confirm that it reaches you; you are asked once a month. Nothing else is signed or changed by it.',
  open: 'Confirm this address',
  notYours: 'If this is not your user id, do not confirm, and tell the coordinator.',
};

export const mail = {
  address,
  digest,
  critical: 'URGENT',
  heldBack: 'This mail was held back while the journey was on hold.',
  due: 'Due',
  wasDue: 'Was due',
  when: 'When',
  message: 'Message',
  sender: 'Sender',
  run: 'New run',
  competenceIn: 'Competence in',
  headcount: 'How many are competent',
  lapses: 'Lapses',
  renewedIn: 'Renewed in',
  lastDay: 'Last day',
  asksForIt: 'Asks for it',
  toDo: 'To be done',
  mirror: {
    comesFrom: 'Kept in',
    here: 'here',
    competence: 'Competence of staff',
    items: {
      refused: 'Refused because',
      late: 'Refused because',
      ageing: 'To be confirmed',
      'too-old': 'To be confirmed',
    },
    more: (n: number): string => `${n} more; all of them: atmp register import --dry-run, or the pages of registers`,
    on: { refused: 'Came', late: 'Came last', ageing: 'Known until', 'too-old': 'Known until' },
    never: 'never',
  },
  tasks: {
    'order-verification': 'Checking orders and prescriptions',
    leukapheresis: 'Leukapheresis',
    receipt: 'Receipt of the product',
    thaw: 'Thawing',
    'bedside-check': 'Checks at the bedside',
    'crs-icans-care': 'Care for CRS and ICANS',
    'blood-products': 'Blood products after a cell therapy',
  },
  rotaOf: 'Rota of',
  rotaGap: 'Nobody on call',
  deviation: 'Deviation',
  report: 'Report',
  recordedIn: 'Recorded in',
  by: 'By',
  visit: (name: string, day: string): string => `${name}, planned ${day}`,
  daysLeft: (days: number): string =>
    days === 0 ? 'less than a day left' : `${days} ${days === 1 ? 'day' : 'days'} left`,
  forInformation: (role: string): string => `For your information; this is decided by: ${role}.`,
  open: 'Open the step',
  inPlaceOf: (ids: string): string =>
    `You are told this in the place of ${ids}, who handed it over to you for a time. Choose there on whose behalf you sign.`,
  toTeam: (team: string): string =>
    `To everybody of ${team}: sign in, and say on the page that you see to it, so that the others know. Who signs is who signed in, not this mailbox.`,
  onCall: 'You are told this because you are on call.',
  linkOnly: 'The link only opens the page. You sign there with your user id and PIN; opening it changes nothing.',
  keepLink: 'Please do not forward this link. If you are not the right person, tell the coordinator.',
  openEntry: 'Open the entry',
  wholeList: (address: string): string => `Everything that waits for you: ${address}`,
  closedOtherwise: 'This cannot be signed now. The page says why, and what to do.',
  noReply: 'This mailbox is not read.',
  rungs,
  awaited,
  sides,
  tells,
};

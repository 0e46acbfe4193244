import type { StepName } from '../../../domain/vocabulary.ts';
import type { Rung, Side, TellNotice } from '../../views.ts';
import { urgent } from './urgent.ts';

interface RungTexts {
  /** After the title in the subject. */
  readonly subject: string;
  /** One sentence: why this mail now. */
  readonly why: string;
}

const rungs: Record<Rung, RungTexts> = {
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
  'Accept receipt': {
    subject: 'sign when it has arrived',
    why: (due) => `The delivery is expected by ${due}. Sign when it has arrived.`,
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
  'journey-closed': { subject: 'closed', text: 'This journey is closed. Outcome:' },
  'message-parked': {
    subject: 'Message parked',
    text: 'A signed message was received but not understood. It is kept and waits for a person; no journey was changed.',
  },
  'deviation-opened': {
    subject: 'critical deviation',
    text: 'A critical deviation was opened on this journey. Nothing was stopped; it waits for QA to assess it.',
  },
  'mail-bounced': urgent.bounced,
  'run-replaced': {
    subject: 'execution replaced',
    text: 'An execution of this journey ended when it should not have and was started again from the log. The log is intact; find out why it ended.',
  },
};

export const mail = {
  critical: 'URGENT',
  heldBack: 'This mail was held back while the journey was on hold.',
  due: 'Due',
  wasDue: 'Was due',
  when: 'When',
  message: 'Message',
  sender: 'Sender',
  run: 'New run',
  deviation: 'Deviation',
  by: 'By',
  visit: (name: string, day: string): string => `${name}, planned ${day}`,
  daysLeft: (days: number): string =>
    days === 0 ? 'less than a day left' : `${days} ${days === 1 ? 'day' : 'days'} left`,
  forInformation: (role: string): string => `For your information; this is decided by: ${role}.`,
  open: 'Open the step',
  linkOnly: 'The link only opens the page. You sign there with your user id and PIN; opening it changes nothing.',
  keepLink: 'Please do not forward this link. If you are not the right person, tell the coordinator.',
  noReply: 'This mailbox is not read.',
  rungs,
  awaited,
  sides,
  tells,
};

import { gates } from './en/gates.ts';
import { labels } from './en/labels.ts';
import { mail } from './en/mail.ts';
import { orderMatch } from './en/order-match.ts';
import { back, outcomes, page } from './en/page.ts';
import { plan } from './en/plan.ts';
import { fieldProblems, forms, problems } from './en/problems.ts';
import { referral } from './en/referral.ts';
import { steps } from './en/steps.ts';
import { urgent } from './en/urgent.ts';
import { words } from './en/words.ts';

/** English: the reference that every other language is typed by. */
export const en = {
  ...words,
  steps,
  ...labels,
  fields: { ...labels.fields, ...orderMatch.fields },
  facts: { ...labels.facts, ...orderMatch.facts },
  back,
  page,
  outcomes,
  problems,
  fieldProblems,
  forms,
  gates,
  mail,
  urgent,
  plan,
  referral,
};

import { gates } from './de/gates.ts';
import { labels } from './de/labels.ts';
import { mail } from './de/mail.ts';
import { orderMatch } from './de/order-match.ts';
import { back, outcomes, page } from './de/page.ts';
import { plan } from './de/plan.ts';
import { fieldProblems, forms, problems } from './de/problems.ts';
import { referral } from './de/referral.ts';
import { steps } from './de/steps.ts';
import { urgent } from './de/urgent.ts';
import { words } from './de/words.ts';
import type { en } from './en.ts';

/** German, in the terms of German hospitals. */
export const de: typeof en = {
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

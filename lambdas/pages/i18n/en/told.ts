import { deviations, reports } from './deviations.ts';
import { facts, factWords, faults } from './facts.ts';
import { mail } from './mail.ts';
import { items, options } from './options.ts';
import { orderMatch } from './order-match.ts';
import { page } from './page.ts';
import { plan } from './plan.ts';
import { steps } from './steps.ts';
import { urgent } from './urgent.ts';
import { words } from './words.ts';

/** What mails and facts say, in English: all that a function needs which shows no form. */
export const told = {
  ...words,
  steps,
  options,
  items,
  facts: { ...facts, ...orderMatch.facts },
  factWords,
  faults,
  deviations,
  reports,
  page,
  mail,
  urgent,
  plan,
};

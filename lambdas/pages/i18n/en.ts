import { address } from './en/address.ts';
import { away } from './en/away.ts';
import { offer } from './en/ceremony.ts';
import { claims } from './en/claims.ts';
import { competence } from './en/competence.ts';
import { correcting } from './en/correcting.ts';
import { coverage } from './en/coverage.ts';
import { deviations, notNeeded, reports } from './en/deviations.ts';
import { facts, factWords, faults } from './en/facts.ts';
import { fields } from './en/fields.ts';
import { documentNames, gateNames } from './en/gate-names.ts';
import { gates } from './en/gates.ts';
import { hints } from './en/hints.ts';
import { link } from './en/link.ts';
import { mail } from './en/mail.ts';
import { oidc } from './en/oidc.ts';
import { items, options, units } from './en/options.ts';
import { orderMatch } from './en/order-match.ts';
import { back, outcomes, page } from './en/page.ts';
import { passkey } from './en/passkey.ts';
import { plan } from './en/plan.ts';
import { fieldProblems, forms, problems } from './en/problems.ts';
import { referral } from './en/referral.ts';
import { registerActs } from './en/register-acts.ts';
import { registerWords } from './en/register-words.ts';
import { registers } from './en/registers.ts';
import { steps } from './en/steps.ts';
import { training } from './en/training.ts';
import { urgent } from './en/urgent.ts';
import { words } from './en/words.ts';
import { worklist } from './en/worklist.ts';

/** English: the reference that every other language is typed by. */
export const en = {
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
  fields: { ...fields, ...orderMatch.fields },
  hints,
  link,
  units,
  notNeeded,
  back,
  outcomes,
  problems,
  fieldProblems,
  forms,
  gates,
  gateNames,
  documentNames,
  offer,
  oidc,
  passkey,
  referral,
  registers,
  registerWords,
  registerActs,
  competence,
  worklist,
  away,
  claims,
  address,
  correcting,
  coverage,
  training,
};

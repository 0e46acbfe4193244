import { address } from './de/address.ts';
import { away } from './de/away.ts';
import { offer } from './de/ceremony.ts';
import { claims } from './de/claims.ts';
import { competence } from './de/competence.ts';
import { correcting } from './de/correcting.ts';
import { coverage } from './de/coverage.ts';
import { deviations, notNeeded, reports } from './de/deviations.ts';
import { facts, factWords, faults } from './de/facts.ts';
import { fields } from './de/fields.ts';
import { documentNames, gateNames } from './de/gate-names.ts';
import { gates } from './de/gates.ts';
import { hints } from './de/hints.ts';
import { link } from './de/link.ts';
import { mail } from './de/mail.ts';
import { oidc } from './de/oidc.ts';
import { items, options, units } from './de/options.ts';
import { orderMatch } from './de/order-match.ts';
import { back, outcomes, page } from './de/page.ts';
import { passkey } from './de/passkey.ts';
import { plan } from './de/plan.ts';
import { fieldProblems, forms, problems } from './de/problems.ts';
import { referral } from './de/referral.ts';
import { registerActs } from './de/register-acts.ts';
import { registerWords } from './de/register-words.ts';
import { registers } from './de/registers.ts';
import { steps } from './de/steps.ts';
import { training } from './de/training.ts';
import { urgent } from './de/urgent.ts';
import { words } from './de/words.ts';
import { worklist } from './de/worklist.ts';
import type { Dictionary } from './dictionary.ts';

/** German, in the terms of German hospitals. */
export const de: Dictionary = {
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

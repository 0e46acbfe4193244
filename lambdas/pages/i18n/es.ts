import type { Dictionary } from './dictionary.ts';
import { address } from './es/address.ts';
import { away } from './es/away.ts';
import { offer } from './es/ceremony.ts';
import { claims } from './es/claims.ts';
import { competence } from './es/competence.ts';
import { correcting } from './es/correcting.ts';
import { coverage } from './es/coverage.ts';
import { deviations, notNeeded, reports } from './es/deviations.ts';
import { facts, factWords, faults } from './es/facts.ts';
import { fields } from './es/fields.ts';
import { documentNames, gateNames } from './es/gate-names.ts';
import { gates } from './es/gates.ts';
import { hints } from './es/hints.ts';
import { link } from './es/link.ts';
import { mail } from './es/mail.ts';
import { oidc } from './es/oidc.ts';
import { items, options, units } from './es/options.ts';
import { orderMatch } from './es/order-match.ts';
import { back, outcomes, page } from './es/page.ts';
import { passkey } from './es/passkey.ts';
import { plan } from './es/plan.ts';
import { fieldProblems, forms, problems } from './es/problems.ts';
import { referral } from './es/referral.ts';
import { registerActs } from './es/register-acts.ts';
import { registerWords } from './es/register-words.ts';
import { registers } from './es/registers.ts';
import { steps } from './es/steps.ts';
import { training } from './es/training.ts';
import { urgent } from './es/urgent.ts';
import { words } from './es/words.ts';
import { worklist } from './es/worklist.ts';

/** Spanish, not yet reviewed by a clinician. */
export const es: Dictionary = {
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

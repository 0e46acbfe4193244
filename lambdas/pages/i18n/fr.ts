import type { Dictionary } from './dictionary.ts';
import { address } from './fr/address.ts';
import { away } from './fr/away.ts';
import { offer } from './fr/ceremony.ts';
import { claims } from './fr/claims.ts';
import { competence } from './fr/competence.ts';
import { correcting } from './fr/correcting.ts';
import { coverage } from './fr/coverage.ts';
import { deviations, notNeeded, reports } from './fr/deviations.ts';
import { facts, factWords, faults } from './fr/facts.ts';
import { fields } from './fr/fields.ts';
import { documentNames, gateNames } from './fr/gate-names.ts';
import { gates } from './fr/gates.ts';
import { hints } from './fr/hints.ts';
import { link } from './fr/link.ts';
import { mail } from './fr/mail.ts';
import { oidc } from './fr/oidc.ts';
import { items, options, units } from './fr/options.ts';
import { orderMatch } from './fr/order-match.ts';
import { back, outcomes, page } from './fr/page.ts';
import { passkey } from './fr/passkey.ts';
import { plan } from './fr/plan.ts';
import { fieldProblems, forms, problems } from './fr/problems.ts';
import { referral } from './fr/referral.ts';
import { registerActs } from './fr/register-acts.ts';
import { registerWords } from './fr/register-words.ts';
import { registers } from './fr/registers.ts';
import { steps } from './fr/steps.ts';
import { training } from './fr/training.ts';
import { urgent } from './fr/urgent.ts';
import { words } from './fr/words.ts';
import { worklist } from './fr/worklist.ts';

/** French, not yet reviewed by a clinician. */
export const fr: Dictionary = {
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

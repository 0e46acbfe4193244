import { away } from './en/away.ts';
import { claims } from './en/claims.ts';
import { correcting } from './en/correcting.ts';
import { notNeeded } from './en/deviations.ts';
import { fields } from './en/fields.ts';
import { gates } from './en/gates.ts';
import { hints } from './en/hints.ts';
import { link } from './en/link.ts';
import { oidc } from './en/oidc.ts';
import { units } from './en/options.ts';
import { orderMatch } from './en/order-match.ts';
import { back, outcomes } from './en/page.ts';
import { passkey } from './en/passkey.ts';
import { fieldProblems, forms, problems } from './en/problems.ts';
import { referral } from './en/referral.ts';
import { told } from './en/told.ts';
import { worklist } from './en/worklist.ts';

/** English: the reference that every other language is typed by. */
export const en = {
  ...told,
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
  oidc,
  passkey,
  referral,
  worklist,
  away,
  claims,
  correcting,
};

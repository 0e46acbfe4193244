import { away } from './de/away.ts';
import { claims } from './de/claims.ts';
import { correcting } from './de/correcting.ts';
import { notNeeded } from './de/deviations.ts';
import { fields } from './de/fields.ts';
import { gates } from './de/gates.ts';
import { hints } from './de/hints.ts';
import { link } from './de/link.ts';
import { oidc } from './de/oidc.ts';
import { units } from './de/options.ts';
import { orderMatch } from './de/order-match.ts';
import { back, outcomes } from './de/page.ts';
import { passkey } from './de/passkey.ts';
import { fieldProblems, forms, problems } from './de/problems.ts';
import { referral } from './de/referral.ts';
import { told } from './de/told.ts';
import { worklist } from './de/worklist.ts';
import type { en } from './en.ts';

/** German, in the terms of German hospitals. */
export const de: typeof en = {
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

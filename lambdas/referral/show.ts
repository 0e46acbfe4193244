import { REFERRAL_MEANING } from '../domain/referral/referral.ts';
import { json, type Request, type Response } from '../middleware/http.ts';
import { referralSchema, renderReferralPage } from '../pages/referral-page.ts';
import type { Problem } from '../pages/views.ts';
import { languageOf, page, wantsJson } from '../sign-off/answer.ts';
import type { ReferralDeps } from './referral-deps.ts';
import { choices, freshNonce, freshView } from './view.ts';

/** `GET /referrals`: the form, or as JSON what it asks. Stores nothing. */
export async function showReferral(deps: ReferralDeps, request: Request): Promise<Response> {
  return wantsJson(request) ? json(200, await asJson(deps)) : showPage(deps, request);
}

/** The form, with the problem of the last try when there was one. */
export async function showPage(
  deps: ReferralDeps,
  request: Request,
  problem?: Problem,
  status = 200,
): Promise<Response> {
  const language = languageOf(deps, request);
  return page(status, renderReferralPage(await freshView(deps, language), language, problem));
}

async function asJson(deps: ReferralDeps): Promise<unknown> {
  const offered = choices(deps);
  return {
    meaning: REFERRAL_MEANING,
    role: 'coordinator',
    assurance: 'pin',
    nonce: await freshNonce(deps),
    ...offered,
    referralSchema: referralSchema(offered),
  };
}

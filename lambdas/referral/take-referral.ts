import * as z from 'zod';
import { readReferralNonce } from '../adapters/referral-nonce.ts';
import { lazily } from '../domain/lazily.ts';
import { type Outcome, type Refusal, refuse } from '../domain/outcome.ts';
import { mayRefer, type ReferralSubmission } from '../domain/referral/referral.ts';
import { json, type Request, type Response, refused, STATUS } from '../middleware/http.ts';
import { log } from '../middleware/log.ts';
import { dictionary } from '../pages/i18n/dictionary.ts';
import { renderOutcomePage } from '../pages/outcome-page.ts';
import { referralProblem } from '../pages/referral-page.ts';
import type { Language, Problem } from '../pages/views.ts';
import { languageOf, page } from '../sign-off/answer.ts';
import { openFromReferral, type Referred } from './open-from-referral.ts';
import { readForm, readJson, typedIn } from './read-referral.ts';
import type { ReferralDeps } from './referral-deps.ts';
import { showPage } from './show.ts';
import { choices } from './view.ts';

/** `POST /referrals`: opens a journey for an authenticated coordinator, from JSON or from the page's form. */
export async function takeReferral(deps: ReferralDeps, request: Request): Promise<Response> {
  const [type = ''] = (request.headers['content-type'] ?? '').toLowerCase().split(';', 1);
  if (type.trim() === 'application/x-www-form-urlencoded') return takeForm(deps, request);
  if (type.trim() === 'application/json') return takeJson(deps, request);
  const message = 'Content-Type: expected application/json or application/x-www-form-urlencoded';
  return json(415, { code: 'invalid', message });
}

async function takeJson(deps: ReferralDeps, request: Request): Promise<Response> {
  const read = readJson(request);
  if (!read.ok) return json(STATUS.invalid, { code: 'invalid', message: read.problem });
  const outcome = await sign(deps, read.submission);
  if (!outcome.ok) return refused(outcome.refusal);
  const { journeyId, again } = outcome.value;
  return json(again ? 200 : 201, { journeyId });
}

async function takeForm(deps: ReferralDeps, request: Request): Promise<Response> {
  const read = readForm(request, choices(deps));
  if (!read.ok) return showPage(deps, request, read.problem, STATUS.invalid);
  const outcome = await sign(deps, read.submission);
  const language = languageOf(deps, request, read.submission.referral.site);
  if (!outcome.ok) {
    const problem = { ...problemOf(outcome.refusal, language), values: typedIn(request) };
    return showPage(deps, request, problem, STATUS[outcome.refusal.code]);
  }
  const { openedTitle: title, openedText: message } = dictionary(language).referral;
  const { journeyId, again } = outcome.value;
  return page(again ? 200 : 201, renderOutcomePage({ status: 'recorded', language, title, message, journeyId }));
}

async function sign(deps: ReferralDeps, submission: ReferralSubmission): Promise<Outcome<Referred>> {
  const outcome = await trySigning(deps, submission);
  if (!outcome.ok) {
    // As at a sign-off: ids only, and where somebody did not prove who they are, not even what stood for the id.
    const { code } = outcome.refusal;
    log('warn', 'referral refused', { code, signer: code === 'unauthenticated' ? 'not known' : submission.signer });
  }
  return outcome;
}

async function trySigning(deps: ReferralDeps, submission: ReferralSubmission): Promise<Outcome<Referred>> {
  const form = readReferralNonce(await deps.referralKey(), submission.nonce, deps.now());
  if (form === undefined) return refuse('changed', 'Nonce: got one that is not ours. Load the form again.');
  const proof = await deps.staff.authenticate(submission.signer, submission.pin, deps.now());
  if (!proof.ok) return proof;
  const { referral } = submission;
  const permission = mayRefer(proof.value.member, referral);
  const outcome = permission.ok ? await openFromReferral(deps, { referral, proof: proof.value, form }) : permission;
  // A journey was opened only while the proof held; anything else tells of the form, or of who may refer.
  if (outcome.ok && !outcome.value.again) return outcome;
  const refusal = await proof.value.lost();
  return refusal === null ? outcome : { ok: false, refusal };
}

const detailShape = lazily(() => z.object({ path: z.string(), problem: z.string(), journeyId: z.string() }).partial());

/** A refusal as the page says it: at the field it is about, or in a sentence of its own. */
function problemOf({ code, detail }: Refusal, language: Language): Problem {
  if (code === 'unauthenticated') {
    // Both, because nobody is told which of the two was wrong.
    return { message: 'wrong-credential', fieldErrors: { signer: 'enter-again', pin: 'enter-again' } };
  }
  if (code === 'changed') return { message: 'changed' };
  const { path, problem = 'not-recorded', journeyId = '' } = detailShape().parse(detail ?? {});
  if (path !== undefined) return { message: 'check-fields', fieldErrors: { [path]: problem } };
  return { message: referralProblem(language, problem, journeyId) ?? problem };
}

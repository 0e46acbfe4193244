import { newLinkToken, tokenHash } from '../adapters/link-token.ts';
import type { NewLogin } from '../adapters/pending-logins.ts';
import { TransientFault } from '../domain/faults.ts';
import { oidcNonce } from '../domain/sign-off/signing-intent.ts';
import { userId } from '../domain/sign-off/user-id.ts';
import { plus } from '../domain/time.ts';
import { isForm, json, type Request, type Response, refused, STATUS } from '../middleware/http.ts';
import { log } from '../middleware/log.ts';
import { readPosted } from '../pages/form/posted.ts';
import { renderGoingPage, renderOpenIdProblem } from '../pages/openid-pages.ts';
import type { Language } from '../pages/views.ts';
import { ownPath } from '../session/own-path.ts';
import { isFromOurPages } from '../session/signed-in.ts';
import { languageOf, outcomePage, page } from '../sign-off/answer.ts';
import { intentOffered, withoutReason } from '../sign-off/intent.ts';
import { openedBy } from '../sign-off/opened-by.ts';
import { openLink } from '../sign-off/opened-step.ts';
import { readForm, readJson } from '../sign-off/read-submission.ts';
import { readBefore } from '../sign-off/sign.ts';
import { FROM_PAPER } from '../sign-off/step-view.ts';
import { type Binding, bindingCookie, hashOfBinding, newBinding, verifierOf } from './browser-binding.ts';
import type { OpenIdDeps } from './openid-deps.ts';

/** Within which somebody comes back from the provider. */
const VALID = 'PT10M';
const LONGEST_ID = 64;

/**
 * `POST /sign-offs/{token}/oidc`: a form or JSON without PIN. Every check of a signature that is not about a person is made, the
 * submission waits here, and who signs goes to log in anew. A form that is not in order goes on to the page that says why.
 */
export async function beginSigning(deps: OpenIdDeps, request: Request): Promise<Response> {
  const { token } = request.parameters;
  const opened = await openLink(deps, token);
  const byForm = isForm(request);
  if (!opened.ok) return byForm ? outcomePage(opened.refusal, languageOf(deps, request)) : refused(opened.refusal);
  const read = byForm ? readForm(request, opened.value) : readJson(request);
  const language = languageOf(deps, request, opened.value.stored.state.site.id);
  const isAsked = (await openedBy(deps, request, opened.value)).who === 'asked';
  // A form is shown to those who are asked and signed in. A page elsewhere could post evidence of its own for somebody who then
  // only sees the sign-in they know.
  if (byForm && !(isAsked && isFromOurPages(deps.publicUrl, request))) return toThePage(request, language);
  if (!read.ok) {
    return byForm ? toThePage(request, language) : json(STATUS.invalid, { code: 'invalid', message: read.problem });
  }
  const { pin: _pin, ...submission } = read.submission;
  const restsOn = await readBefore(deps, opened.value, submission, isAsked);
  const asked = await intentOffered(deps, opened.value, submission, restsOn);
  // Why can be clinical: the page says it to who is signed in.
  if (!asked.ok) return byForm ? toThePage(request, language) : refused(withoutReason(asked.refusal));
  const { intent } = asked.value;
  const { stored, hash } = opened.value;
  return begin(deps, byForm, newBinding(deps.randomBytes, token), {
    nonce: oidcNonce(intent),
    signer: intent.signer,
    language,
    submission,
    linkHash: hash,
    journeyId: stored.state.id,
    meaning: intent.meaning,
  });
}

/** The page of the step takes the same form, and says what is to be mended. */
const toThePage = ({ parameters: { token = '' }, query }: Request, language: Language): Response => ({
  status: 307,
  headers: { location: `/sign-offs/${token}?lang=${language}${query.paper === '1' ? FROM_PAPER : ''}` },
  body: '',
});

/** `POST /oidc/sign-in`: user id and where to go next; who signs in logs in anew as well. */
export async function beginSignIn(deps: OpenIdDeps, request: Request): Promise<Response> {
  const language = languageOf(deps, request);
  const posted = readPosted(request.body.toString('utf8'));
  const first = (name: string): string => (posted.ok ? posted.values.get(name)?.[0] : undefined) ?? '';
  const signer = userId(first('signer'));
  if (!isFromOurPages(deps.publicUrl, request) || signer === '' || signer.length > LONGEST_ID) {
    return { status: 303, headers: { location: `/sign-in?lang=${language}` }, body: '' };
  }
  const nonce = tokenHash(newLinkToken(deps.randomBytes));
  return begin(deps, true, newBinding(deps.randomBytes), { nonce, signer, language, next: ownPath(first('next')) });
}

const AWAY = {
  code: 'busy',
  message: 'The OpenID Connect provider does not answer; nothing was recorded. Sign by PIN or passkey.',
};

const away = ({ linkToken }: Binding, language: Language): Response =>
  page(503, renderOpenIdProblem('away', language, linkToken === undefined ? undefined : `/sign-offs/${linkToken}`));

/** Where to log in; undefined while the provider does not answer. */
async function loginUrl({ provider }: OpenIdDeps, asked: Parameters<OpenIdDeps['provider']['loginUrl']>[0]) {
  try {
    return await provider.loginUrl(asked);
  } catch (fault) {
    if (!(fault instanceof TransientFault)) throw fault;
    log('warn', 'hospital sign-in not reached', { why: fault.message });
    return undefined;
  }
}

async function begin(
  deps: OpenIdDeps,
  byForm: boolean,
  binding: Binding,
  asked: Omit<NewLogin, 'browserHash' | 'startedAt' | 'expiresAt'>,
): Promise<Response> {
  const state = newLinkToken(deps.randomBytes);
  const { nonce, language } = asked;
  // First where to go: a provider that does not answer leaves nothing behind.
  const url = await loginUrl(deps, { state, nonce, verifier: verifierOf(binding), language });
  if (url === undefined) return byForm ? away(binding, language) : json(503, AWAY);
  const startedAt = deps.now();
  const expiresAt = plus(startedAt, VALID, 'UTC');
  await deps.logins.put(tokenHash(state), { ...asked, browserHash: hashOfBinding(binding), startedAt, expiresAt });
  const cookie = { 'set-cookie': bindingCookie(binding) };
  if (!byForm) {
    const answer = json(200, { authorizationUrl: url });
    return { ...answer, headers: { ...answer.headers, ...cookie } };
  }
  const shown = page(200, renderGoingPage(url, language));
  // Our pages post to nowhere but here, also not by way of a redirect; so the page sends the browser on.
  return { ...shown, headers: { ...shown.headers, ...cookie, refresh: `0; url=${url}` } };
}

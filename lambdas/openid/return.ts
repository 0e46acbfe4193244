import { isLinkToken, tokenHash } from '../adapters/link-token.ts';
import type { PendingLogin } from '../adapters/pending-logins.ts';
import { TransientFault } from '../domain/faults.ts';
import { type Outcome, ok, type Refusal } from '../domain/outcome.ts';
import { ACKNOWLEDGE, RECORD, REPORT } from '../domain/sign-off/submission.ts';
import { type Request, type Response, STATUS } from '../middleware/http.ts';
import { log } from '../middleware/log.ts';
import { readPosted } from '../pages/form/posted.ts';
import { type OpenIdProblem, renderOpenIdProblem, renderReturnPage } from '../pages/openid-pages.ts';
import { renderOutcomePage } from '../pages/outcome-page.ts';
import type { Language } from '../pages/views.ts';
import { isFromOurPages, sessionCookie } from '../session/signed-in.ts';
import { languageOf, outcomePage, page, seeOther } from '../sign-off/answer.ts';
import { openLinkByHash } from '../sign-off/opened-step.ts';
import { sign } from '../sign-off/sign.ts';
import { FROM_PAPER } from '../sign-off/step-view.ts';
import { type Binding, bindingOf, hashOfBinding, noBindingCookie, verifierOf } from './browser-binding.ts';
import { byOidc, USED } from './by-oidc.ts';
import type { OpenIdDeps } from './openid-deps.ts';
import { whoLoggedIn } from './who-logged-in.ts';

const CODE = /^[\x21-\x7e]{1,2000}$/;

/** `GET /oidc/callback`: the provider leads back here. Redeems, records and uses up nothing; a button does. */
export async function showReturn(deps: OpenIdDeps, request: Request): Promise<Response> {
  const { code = '', state = '', error } = request.query;
  const found = await pendingOf(deps, request, state);
  const language = found.ok ? found.value.pending.language : languageOf(deps, request);
  if (!found.ok) return problem(request, 'over', language, STATUS.expired);
  if (error !== undefined || !CODE.test(code)) return problem(request, 'refused', language, STATUS.unauthenticated);
  const { journeyId, meaning } = found.value.pending;
  return page(200, renderReturnPage({ code, state, journeyId, meaning }, language));
}

/** `POST /oidc/callback`: redeems the code, and signs what was begun in this browser, or signs in. */
export async function finish(deps: OpenIdDeps, request: Request): Promise<Response> {
  const posted = readPosted(request.body.toString('utf8'));
  const first = (name: string): string => (posted.ok ? posted.values.get(name)?.[0] : undefined) ?? '';
  const [code, state] = [first('code'), first('state')];
  const found = await pendingOf(deps, request, state);
  const language = found.ok ? found.value.pending.language : languageOf(deps, request);
  if (!isFromOurPages(deps.publicUrl, request) || !found.ok || !CODE.test(code)) {
    return problem(request, 'over', language, STATUS.expired);
  }
  const returned = { ...found.value, stateHash: tokenHash(state), code };
  try {
    return returned.pending.submission === undefined
      ? await finishSignIn(deps, request, returned)
      : await finishSigning(deps, request, returned);
  } catch (fault) {
    if (!(fault instanceof TransientFault)) throw fault;
    log('warn', 'hospital sign-in not reached', { why: fault.message });
    return problem(request, 'away', language, 503);
  }
}

interface Returned {
  readonly pending: PendingLogin;
  readonly binding: Binding;
  readonly stateHash: string;
  readonly code: string;
}

/** What was begun under this state, in this browser, and is neither used nor too old. */
async function pendingOf(
  { logins, now }: OpenIdDeps,
  request: Request,
  state: string,
): Promise<Outcome<Pick<Returned, 'pending' | 'binding'>>> {
  const binding = bindingOf(request);
  const pending = isLinkToken(state) && binding !== undefined ? await logins.find(tokenHash(state)) : undefined;
  const isOurs =
    binding !== undefined &&
    pending !== undefined &&
    pending.browserHash === hashOfBinding(binding) &&
    pending.usedAt === undefined &&
    now() < pending.expiresAt;
  return isOurs ? ok({ pending, binding }) : USED;
}

const redeem = ({ provider }: OpenIdDeps, { code, binding, pending }: Returned) =>
  provider.redeem(code, verifierOf(binding), pending);

async function finishSigning(deps: OpenIdDeps, request: Request, returned: Returned): Promise<Response> {
  const { pending, stateHash } = returned;
  const { submission, linkHash = '', language } = pending;
  const opened = await openLinkByHash(deps, linkHash);
  if (!opened.ok || submission === undefined) return outcomePage(opened.ok ? USED.refusal : opened.refusal, language);
  const outcome = await sign(deps, opened.value, submission, async (submitted, entered) => {
    const login = await redeem(deps, returned);
    if (!login.ok) return login;
    return byOidc(deps, opened.value, { stateHash, pending, login: login.value })(submitted, entered);
  });
  if (!outcome.ok) return refused(deps, request, returned, outcome.refusal);
  const { linkToken } = returned.binding;
  const goesOn = [RECORD, REPORT, ACKNOWLEDGE].includes(submission.decision) && linkToken !== undefined;
  return withoutCookie(
    goesOn
      ? seeOther(`/sign-offs/${linkToken}?lang=${language}${submission.paper === undefined ? '' : FROM_PAPER}`)
      : page(200, renderOutcomePage({ status: 'recorded', language, journeyId: outcome.value.journeyId })),
  );
}

async function finishSignIn(deps: OpenIdDeps, request: Request, returned: Returned): Promise<Response> {
  const { pending, stateHash } = returned;
  const login = await redeem(deps, returned);
  const person = login.ok ? await whoLoggedIn(deps, pending.signer, login.value) : login;
  if (!person.ok) {
    log('warn', 'sign-in refused', { code: 'unauthenticated', signer: 'not known' });
    return refused(deps, request, returned, person.refusal);
  }
  // One log-in opens one session, however often it is posted.
  if (!(await deps.logins.use(stateHash, deps.now())))
    return problem(request, 'over', pending.language, STATUS.expired);
  const token = await deps.sessions.start(person.value.id, deps.now());
  log('info', 'signed in', { by: person.value.id });
  const answer = seeOther(`${pending.next ?? '/worklist'}?lang=${pending.language}`);
  return { ...answer, headers: { ...answer.headers, 'set-cookie': sessionCookie(token) } };
}

/** Nothing was signed. The log-in is used up all the same: its code is worth nothing any more, and the next try begins anew. */
async function refused(
  deps: OpenIdDeps,
  request: Request,
  { pending, stateHash, binding }: Returned,
  refusal: Refusal,
): Promise<Response> {
  await deps.logins.use(stateHash, deps.now());
  log('warn', 'hospital sign-in refused', { code: refusal.code, why: String(refusal.detail?.why ?? 'not theirs') });
  const { language } = pending;
  if (refusal.code === 'unauthenticated') return problem(request, 'wrong', language, STATUS.unauthenticated);
  if (refusal.code === 'expired') return problem(request, 'over', language, STATUS.expired);
  const back = binding.linkToken === undefined ? undefined : `/sign-offs/${binding.linkToken}`;
  return withoutCookie(outcomePage(refusal, language, back));
}

const withoutCookie = (response: Response): Response => ({
  ...response,
  headers: { ...response.headers, 'set-cookie': noBindingCookie },
});

function problem(request: Request, what: OpenIdProblem, language: Language, status: number): Response {
  const linkToken = bindingOf(request)?.linkToken;
  const back = linkToken === undefined ? undefined : `/sign-offs/${linkToken}`;
  return page(status, renderOpenIdProblem(what, language, back));
}

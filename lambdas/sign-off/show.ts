import { nonce as linkNonce } from '../adapters/link-token.ts';
import { json, type Request, type Response, refused, STATUS } from '../middleware/http.ts';
import { log } from '../middleware/log.ts';
import { renderLinkPage, takesPasskeys } from '../pages/link-page.ts';
import { renderSignOffPage, takesSignatures } from '../pages/sign-off-page.ts';
import type { CorrectingView, Problem } from '../pages/views.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { languageOf, outcomePage, page, scriptedPage, wantsJson } from './answer.ts';
import { draftsOf } from './kept-in-draft.ts';
import { linkView } from './link-view.ts';
import { type OpenedBy, openedBy } from './opened-by.ts';
import { type OpenedStep, openLink, type SignOffDeps } from './opened-step.ts';
import { readinessOfStep } from './registers-read.ts';
import { readerView } from './signed-in-reader.ts';
import { linkJson, type StepJsonAsked, stepJson } from './step-json.ts';
import { stepView } from './step-view.ts';

/**
 * The step as a page, or as JSON for integrators, to those it is asked of; to whoever else holds the link no more than the mail said.
 * Stores nothing; only who reads a patient's name in a session is kept.
 */
export async function showSignOff(deps: SignOffDeps, request: Request): Promise<Response> {
  const opened = await openLink(deps, request.parameters.token);
  if (!opened.ok)
    return wantsJson(request) ? refused(opened.refusal) : outcomePage(opened.refusal, languageOf(deps, request));
  const by = await openedBy(deps, request, opened.value);
  if (wantsJson(request)) {
    // Programs without a session read before each signature; that they did is in the access log.
    if (by.who !== 'nobody') noteOpened(opened.value, by);
    const asked = jsonAsked(deps, request, opened.value);
    return json(200, by.who === 'asked' ? stepJson(deps, opened.value, asked) : linkJson(opened.value, asked));
  }
  noteOpened(opened.value, by);
  return by.who === 'asked'
    ? showPage(deps, request, opened.value, by.reader)
    : showLink(deps, request, opened.value, by);
}

/** Every use of a link leaves a line, with who opened it where somebody signed in. */
function noteOpened({ stored, step }: OpenedStep, by: OpenedBy): void {
  const level = by.who === 'another' ? 'warn' : 'info';
  const reader = by.who === 'nobody' ? 'not signed in' : by.reader.member.id;
  log(level, 'link opened', { who: by.who, by: reader, journeyId: stored.state.id, step: step.key });
}

/** The page of a link in the hands of anybody it does not ask; `posted` when they sent a form. */
export function showLink(
  deps: SignOffDeps,
  request: Request,
  opened: OpenedStep,
  by: Exclude<OpenedBy, { who: 'asked' }>,
  posted = false,
): Response {
  const language = languageOf(deps, request, opened.stored.state.site.id);
  const status = posted ? STATUS[by.who === 'nobody' ? 'unauthenticated' : 'forbidden'] : 200;
  const view = linkView(deps, opened, by, `/sign-offs/${request.parameters.token}`);
  return (takesPasskeys(view) ? scriptedPage : page)(status, renderLinkPage(view, language, posted));
}

/** Whoever knows the schemas from an earlier look asks for the step without them: `?schemas=none`. */
const jsonAsked = (deps: SignOffDeps, { query }: Request, opened: OpenedStep): StepJsonAsked => ({
  nonce: nonceOf(deps, opened),
  withSchemas: query.schemas !== 'none',
});

/** The page of a step, with the problem of the last try when there was one. */
export async function showPage(
  deps: SignOffDeps,
  request: Request,
  opened: OpenedStep,
  reader: SignedIn,
  problem?: Problem,
  status = 200,
  correctingProblem?: CorrectingView['problem'],
): Promise<Response> {
  const nonce = nonceOf(deps, opened);
  const language = languageOf(deps, request, opened.stored.state.site.id);
  const asked = {
    nonce,
    reader: reader.member,
    ...(await readinessOfStep(deps, opened, reader.member)),
    language,
    opened: request.query.open,
    fromPaper: request.query.paper === '1',
    ...(deps.offersOidc ? { oidcToken: request.parameters.token } : {}),
  };
  // What stands on paper is entered whole, from the paper.
  const takesDrafts = opened.step.status === 'open' && !asked.fromPaper;
  const drafts = takesDrafts ? await draftsOf(deps, opened) : {};
  const { patient, correcting, ...forReader } = await readerView(deps, request, reader, opened);
  const view = {
    ...stepView(deps, opened, asked),
    ...{ drafts, correcting: correcting && { ...correcting, problem: correctingProblem } },
    ...forReader,
  };
  const own = { name: reader.member.name, patient };
  return (takesSignatures(view) ? scriptedPage : page)(status, renderSignOffPage(view, language, problem, own));
}

export const nonceOf = (deps: SignOffDeps, { hash, step, nonceKey }: OpenedStep): string =>
  linkNonce(nonceKey, hash, step.version, deps.now());

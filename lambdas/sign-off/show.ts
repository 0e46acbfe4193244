import { nonce as linkNonce } from '../adapters/link-token.ts';
import { json, type Request, type Response, refused } from '../middleware/http.ts';
import { renderSignOffPage, takesSignatures } from '../pages/sign-off-page.ts';
import type { Problem } from '../pages/views.ts';
import { languageOf, outcomePage, page, scriptedPage, wantsJson } from './answer.ts';
import { type OpenedStep, openLink, type SignOffDeps } from './opened-step.ts';
import { readerFor } from './signed-in-reader.ts';
import { type StepJsonAsked, stepJson } from './step-json.ts';
import { stepView } from './step-view.ts';

/** The step as a page, or as JSON for integrators. Stores nothing; only who reads a patient's name in a session is kept. */
export async function showSignOff(deps: SignOffDeps, request: Request): Promise<Response> {
  const opened = await openLink(deps, request.parameters.token);
  if (!opened.ok)
    return wantsJson(request) ? refused(opened.refusal) : outcomePage(opened.refusal, languageOf(deps, request));
  return wantsJson(request)
    ? json(200, stepJson(deps, opened.value, jsonAsked(deps, request, opened.value)))
    : showPage(deps, request, opened.value);
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
  problem?: Problem,
  status = 200,
): Promise<Response> {
  const nonce = nonceOf(deps, opened);
  const language = languageOf(deps, request, opened.stored.state.site.id);
  const asked = { nonce, language, opened: request.query.open, fromPaper: request.query.paper === '1' };
  const reader = await readerFor(deps, request, opened);
  const { patient, ...forReader } = reader ?? {};
  const view = { ...stepView(deps, opened, asked), ...forReader };
  const html = renderSignOffPage(view, language, problem, patient);
  return (takesSignatures(view) ? scriptedPage : page)(status, html);
}

export const nonceOf = (deps: SignOffDeps, { hash, step, nonceKey }: OpenedStep): string =>
  linkNonce(nonceKey, hash, step.version, deps.now());

import type { Refusal } from '../domain/outcome.ts';
import { ACKNOWLEDGE, RECORD, REPORT, type Submission } from '../domain/sign-off/submission.ts';
import { isForm, json, type Request, type Response, refused, STATUS } from '../middleware/http.ts';
import { renderOutcomePage } from '../pages/outcome-page.ts';
import { containerAnchor } from '../pages/parts/container-lines.ts';
import { signedIn } from '../session/signed-in.ts';
import { languageOf, outcomePage, page, seeOther } from './answer.ts';
import { byPin } from './by-pin.ts';
import { intentFor } from './intent.ts';
import { type OpenedStep, openLink, type SignOffDeps } from './opened-step.ts';
import { problemOf } from './problem.ts';
import { readForm, readJson, typedIn } from './read-submission.ts';
import { showPage } from './show.ts';
import { sign } from './sign.ts';
import { FROM_PAPER } from './step-view.ts';

/** Records what an authenticated person signs, from JSON or from the page's form. */
export async function recordSignOffOf(deps: SignOffDeps, request: Request): Promise<Response> {
  const opened = await openLink(deps, request.parameters.token);
  if (isForm(request)) {
    return opened.ok ? recordForm(deps, request, opened.value) : outcomePage(opened.refusal, languageOf(deps, request));
  }
  if (!opened.ok) return refused(opened.refusal);
  const read = readJson(request);
  if (!read.ok) return json(STATUS.invalid, { code: 'invalid', message: read.problem });
  const outcome = await sign(deps, opened.value, read.submission, byPin(deps));
  return outcome.ok ? json(200, outcome.value) : refused(outcome.refusal);
}

/** Where a person reads on after what leaves the step open: at the container, the checklist or the reports. */
function stayingAt({ decision, evidence }: Submission): string | undefined {
  if (decision === REPORT) return 'reports-title';
  if (decision !== RECORD) return undefined;
  return typeof evidence.container === 'string' ? containerAnchor(evidence.container) : 'checklist-title';
}

/** After a form: a page that says what was recorded, or the form again with what to mend. */
async function recordForm(deps: SignOffDeps, request: Request, opened: OpenedStep): Promise<Response> {
  const read = readForm(request, opened);
  // Nobody can mend the form of a step that takes no more: then the page only says how it stands.
  if (!read.ok) return showPage(deps, request, opened, read.problem, STATUS.invalid);
  if (read.submission.pin === undefined) return checkedForm(deps, request, opened, read.submission);
  const outcome = await sign(deps, opened, read.submission, byPin(deps));
  if (!outcome.ok) return refusedForm(deps, request, outcome.refusal);
  const language = languageOf(deps, request, opened.stored.state.site.id);
  // A checklist goes on. The page is fetched anew, so that reloading it at the bedside posts nothing again.
  // Who acknowledged goes on reading, and may decide.
  if (read.submission.decision === ACKNOWLEDGE) return seeOther(`?lang=${language}`);
  const place = stayingAt(read.submission);
  if (place !== undefined)
    return seeOther(`?lang=${language}${read.submission.paper === undefined ? '' : FROM_PAPER}#${place}`);
  const toList = (await signedIn(deps, request)) !== undefined;
  return page(200, renderOutcomePage({ status: 'recorded', language, journeyId: outcome.value.journeyId, toList }));
}

/** A form that was to be signed by passkey and is not in order: the page says why, as it does to who signs by PIN. */
async function checkedForm(
  deps: SignOffDeps,
  request: Request,
  opened: OpenedStep,
  submission: Submission,
): Promise<Response> {
  const asked = intentFor(deps, opened, submission);
  const refusal: Refusal = asked.ok ? { code: 'invalid', message: 'Nothing signed.' } : asked.refusal;
  return refusedForm(deps, request, refusal);
}

/** The step as it stands now: decided or withdrawn meanwhile it is shown so, else with the problem and what was typed. */
async function refusedForm(deps: SignOffDeps, request: Request, refusal: Refusal): Promise<Response> {
  const again = await openLink(deps, request.parameters.token);
  if (!again.ok) return outcomePage(again.refusal, languageOf(deps, request));
  const problem = { ...problemOf(refusal), values: typedIn(request) };
  return showPage(deps, request, again.value, problem, STATUS[refusal.code]);
}

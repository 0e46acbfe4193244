import type { Refusal } from '../domain/outcome.ts';
import { ACKNOWLEDGE, RECORD, REPORT, type Submission } from '../domain/sign-off/submission.ts';
import { isForm, json, type Request, type Response, refused, STATUS } from '../middleware/http.ts';
import { log } from '../middleware/log.ts';
import { isSaved } from '../pages/form/read-draft.ts';
import { renderOutcomePage } from '../pages/outcome-page.ts';
import { containerAnchor } from '../pages/parts/container-lines.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { languageOf, outcomePage, page, seeOther } from './answer.ts';
import { byPin } from './by-pin.ts';
import { intentOffered } from './intent.ts';
import { openedBy } from './opened-by.ts';
import { type OpenedStep, openLink, type SignOffDeps } from './opened-step.ts';
import { problemOf } from './problem.ts';
import { readForm, readJson, typedIn } from './read-submission.ts';
import { saveDraft } from './save-draft.ts';
import { showLink, showPage } from './show.ts';
import { readBefore, sign } from './sign.ts';
import { FROM_PAPER } from './step-view.ts';

/**
 * Records what an authenticated person signs, from JSON or from the page's form. A form is shown to those who are asked and signed in,
 * and so is what comes of it. The signer may be another than who is signed in: at the bedside two sign on one device.
 */
export async function recordSignOffOf(deps: SignOffDeps, request: Request): Promise<Response> {
  const opened = await openLink(deps, request.parameters.token);
  if (isForm(request)) {
    if (!opened.ok) return outcomePage(opened.refusal, languageOf(deps, request));
    const by = await openedBy(deps, request, opened.value);
    if (by.who === 'asked') {
      return isSaved(request.body.toString('utf8'))
        ? saveDraft(deps, request, by.reader, opened.value)
        : recordForm({ deps, request, reader: by.reader }, opened.value);
    }
    log('warn', 'form of a link refused', {
      who: by.who,
      journeyId: opened.value.stored.state.id,
      step: opened.value.step.key,
    });
    return showLink(deps, request, opened.value, by, true);
  }
  if (!opened.ok) return refused(opened.refusal);
  const read = readJson(request);
  if (!read.ok) return json(STATUS.invalid, { code: 'invalid', message: read.problem });
  const outcome = await sign(deps, opened.value, read.submission, byPin(deps), 'program');
  return outcome.ok ? json(200, outcome.value) : refused(outcome.refusal);
}

/** Where a person reads on after what leaves the step open: at the container, the checklist or the reports. */
function stayingAt({ decision, evidence }: Submission): string | undefined {
  if (decision === REPORT) return 'reports-title';
  if (decision !== RECORD) return undefined;
  return typeof evidence.container === 'string' ? containerAnchor(evidence.container) : 'checklist-title';
}

/** A form that was posted, and who is signed in where it came from. */
interface Posted {
  readonly deps: SignOffDeps;
  readonly request: Request;
  readonly reader: SignedIn;
}

/** After a form: a page that says what was recorded, or the form again with what to mend. */
async function recordForm(posted: Posted, opened: OpenedStep): Promise<Response> {
  const { deps, request, reader } = posted;
  const read = readForm(request, opened);
  // Nobody can mend the form of a step that takes no more: then the page only says how it stands.
  if (!read.ok) return showPage(deps, request, opened, reader, read.problem, STATUS.invalid);
  if (read.submission.pin === undefined) return checkedForm(posted, opened, read.submission);
  const outcome = await sign(deps, opened, read.submission, byPin(deps));
  if (!outcome.ok) return refusedForm(posted, outcome.refusal);
  const language = languageOf(deps, request, opened.stored.state.site.id);
  // A checklist goes on. The page is fetched anew, so that reloading it at the bedside posts nothing again.
  // Who acknowledged goes on reading, and may decide.
  if (read.submission.decision === ACKNOWLEDGE) return seeOther(`?lang=${language}`);
  const place = stayingAt(read.submission);
  if (place !== undefined)
    return seeOther(`?lang=${language}${read.submission.paper === undefined ? '' : FROM_PAPER}#${place}`);
  const { journeyId } = outcome.value;
  return page(200, renderOutcomePage({ status: 'recorded', language, journeyId, toList: true }));
}

/** A form that was to be signed by passkey and is not in order: the page says why, as it does to who signs by PIN. */
async function checkedForm(posted: Posted, opened: OpenedStep, submission: Submission): Promise<Response> {
  const restsOn = await readBefore(posted.deps, opened, submission, false);
  const asked = await intentOffered(posted.deps, opened, submission, restsOn);
  const refusal: Refusal = asked.ok ? { code: 'invalid', message: 'Nothing signed.' } : asked.refusal;
  return refusedForm(posted, refusal);
}

/** The step as it stands now: decided or withdrawn meanwhile it is shown so, else with the problem and what was typed. */
async function refusedForm({ deps, request, reader }: Posted, refusal: Refusal): Promise<Response> {
  const again = await openLink(deps, request.parameters.token);
  if (!again.ok) return outcomePage(again.refusal, languageOf(deps, request));
  const problem = { ...problemOf(refusal), values: typedIn(request) };
  return showPage(deps, request, again.value, reader, problem, STATUS[refusal.code]);
}

import { isNonce } from '../adapters/link-token.ts';
import { type Command, changeJourney } from '../domain/journey/change-journey.ts';
import { type Outcome, ok, type Refusal, refuse } from '../domain/outcome.ts';
import { type Recorded, recordSignOff } from '../domain/sign-off/record-sign-off.ts';
import { ACKNOWLEDGE, RECORD, REPORT, type Submission } from '../domain/sign-off/submission.ts';
import { json, type Request, type Response, refused, STATUS } from '../middleware/http.ts';
import { log } from '../middleware/log.ts';
import { renderOutcomePage } from '../pages/outcome-page.ts';
import { containerAnchor } from '../pages/parts/container-lines.ts';
import { languageOf, outcomePage, page, seeOther } from './answer.ts';
import { type OpenedStep, openLink, type SignOffDeps } from './opened-step.ts';
import { problemOf } from './problem.ts';
import { isForm, readForm, readJson, typedIn } from './read-submission.ts';
import { showPage } from './show.ts';

/** Records what an authenticated person signs, from JSON or from the page's form. */
export async function recordSignOffOf(deps: SignOffDeps, request: Request): Promise<Response> {
  const opened = await openLink(deps, request.parameters.token);
  if (isForm(request)) {
    return opened.ok ? recordForm(deps, request, opened.value) : outcomePage(opened.refusal, languageOf(deps, request));
  }
  if (!opened.ok) return refused(opened.refusal);
  const read = readJson(request);
  if (!read.ok) return json(STATUS.invalid, { code: 'invalid', message: read.problem });
  const outcome = await sign(deps, opened.value, read.submission);
  return outcome.ok ? json(200, outcome.value) : refused(outcome.refusal);
}

async function sign(deps: SignOffDeps, opened: OpenedStep, submission: Submission): Promise<Outcome<Recorded>> {
  const outcome = await trySigning(deps, opened, submission);
  if (!outcome.ok) {
    // Who tried what in vain is kept (21 CFR 11.300(d)); an alarm counts wrong PINs. Ids only, never what was typed.
    const { code } = outcome.refusal;
    log('warn', 'sign-off refused', {
      code,
      journeyId: opened.stored.state.id,
      step: opened.step.key,
      signer: signerFor(code, submission),
    });
  }
  return outcome;
}

/** Somebody who did not prove who they are may have typed anything, a PIN even, where the user id belongs. */
const signerFor = (code: string, { signer }: Submission): string => (code === 'unauthenticated' ? 'not known' : signer);

async function trySigning(deps: SignOffDeps, opened: OpenedStep, submission: Submission): Promise<Outcome<Recorded>> {
  if (submission.pin === undefined) {
    return refuse('unauthenticated', 'Signing takes user id and PIN: got no pin.');
  }
  const proof = await deps.staff.authenticate(submission.signer, submission.pin, deps.now());
  if (!proof.ok) return proof;
  const { id, roles, deputises = [], site } = proof.value.member;
  // The PIN has done its work; from here on nothing knows it.
  const { pin: _pin, ...signed } = submission;
  const submitted = {
    ...signed,
    nonceFits: (version: number) => isNonce(opened.nonceKey, opened.hash, version, deps.now(), submission.nonce),
  };
  const command: Command<Recorded> = (scribe) => {
    const recorded = recordSignOff(scribe, opened.ref, submitted, { id, roles, deputises, site, assurance: 'pin' });
    return recorded.ok ? ok({ value: recorded.value }) : recorded;
  };
  return changeJourney(deps, opened.stored.state.id, command, proof.value);
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
  const outcome = await sign(deps, opened, read.submission);
  if (!outcome.ok) return refusedForm(deps, request, outcome.refusal);
  const language = languageOf(deps, request, opened.stored.state.site.id);
  // A checklist goes on. The page is fetched anew, so that reloading it at the bedside posts nothing again.
  // Who acknowledged goes on reading, and may decide.
  if (read.submission.decision === ACKNOWLEDGE) return seeOther(`?lang=${language}`);
  const place = stayingAt(read.submission);
  if (place !== undefined) return seeOther(`?lang=${language}#${place}`);
  return page(200, renderOutcomePage({ status: 'recorded', language, journeyId: outcome.value.journeyId }));
}

/** The step as it stands now: decided or withdrawn meanwhile it is shown so, else with the problem and what was typed. */
async function refusedForm(deps: SignOffDeps, request: Request, refusal: Refusal): Promise<Response> {
  const again = await openLink(deps, request.parameters.token);
  if (!again.ok) return outcomePage(again.refusal, languageOf(deps, request));
  const problem = { ...problemOf(refusal), values: typedIn(request) };
  return showPage(deps, request, again.value, problem, STATUS[refusal.code]);
}

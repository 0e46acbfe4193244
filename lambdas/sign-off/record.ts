import * as z from 'zod';
import { isNonce } from '../adapters/link-token.ts';
import { changeJourney } from '../domain/journey/change-journey.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import { evidenceSchemas } from '../domain/sign-off/evidence-schemas.ts';
import { type Recorded, recordSignOff } from '../domain/sign-off/record-sign-off.ts';
import { RECORD, type Submission, submissionSchema } from '../domain/sign-off/submission.ts';
import { json, type Request, type Response, refused } from '../middleware/http.ts';
import { parseSignOffForm } from '../pages/form/parse.ts';
import { renderOutcomePage } from '../pages/outcome-page.ts';
import type { JsonSchema, Problem } from '../pages/views.ts';
import { languageOf, outcomePage, page } from './answer.ts';
import { type OpenedStep, openLink, type SignOffDeps } from './opened-step.ts';
import { showPage } from './show.ts';

type Read =
  | { readonly submission: Submission; readonly problem?: undefined }
  | { readonly problem: Problem; readonly message: string };

/** Records what an authenticated person signs, from JSON or from the page's form. */
export async function recordSignOffOf(deps: SignOffDeps, request: Request): Promise<Response> {
  const isForm = (request.headers['content-type'] ?? '').includes('application/x-www-form-urlencoded');
  const opened = await openLink(deps, request.parameters.token);
  if (!opened.ok) return isForm ? outcomePage(opened.refusal, languageOf(deps, request)) : refused(opened.refusal);
  const read = isForm ? readForm(request, opened.value) : readJson(request);
  if (read.problem !== undefined) {
    return isForm
      ? showPage(deps, request, opened.value, read.problem, 422)
      : json(422, { code: 'invalid', message: read.message });
  }
  const outcome = await sign(deps, opened.value, read.submission);
  if (isForm) return formAnswer(deps, request, opened.value, read.submission, outcome);
  return outcome.ok ? json(200, outcome.value) : refused(outcome.refusal);
}

async function sign(deps: SignOffDeps, opened: OpenedStep, submission: Submission): Promise<Outcome<Recorded>> {
  if (submission.pin === undefined) {
    return refuse('unauthenticated', 'Signing takes user id and PIN: got no pin.');
  }
  const member = await deps.staff.authenticate(submission.signer, submission.pin, deps.now());
  if (!member.ok) return member;
  const { id, roles, site } = member.value;
  const linkKey = await deps.linkKey();
  // The PIN has done its work; from here on nothing knows it.
  const { pin: _pin, ...signed } = submission;
  const submitted = {
    ...signed,
    nonceFits: (version: number) => isNonce(linkKey, opened.hash, version, deps.now(), submission.nonce),
  };
  return changeJourney(deps, opened.stored.state.id, (scribe) => {
    const recorded = recordSignOff(scribe, opened.ref, submitted, { id, roles, site, assurance: 'pin' });
    return recorded.ok ? ok({ value: recorded.value }) : recorded;
  });
}

function readJson({ body }: Request): Read {
  const invalid = (message: string): Read => ({ problem: { message }, message });
  let given: unknown;
  try {
    given = JSON.parse(body.toString('utf8'));
  } catch {
    return invalid('Body: expected JSON as described by GET with Accept: application/json');
  }
  const parsed = submissionSchema.safeParse(given);
  return parsed.success ? { submission: parsed.data } : invalid(`Submission: ${z.prettifyError(parsed.error)}`);
}

function readForm({ body }: Request, { step, stored }: OpenedStep): Read {
  const schemas = evidenceSchemas(step.step) as Readonly<Record<string, JsonSchema>>;
  const form = parseSignOffForm(body.toString('utf8'), schemas, stored.state.site.zone);
  if (!form.ok) return { problem: form.problem, message: form.problem.message };
  const parsed = submissionSchema.safeParse(form.submission);
  const message = parsed.success ? '' : z.prettifyError(parsed.error);
  return parsed.success ? { submission: parsed.data } : { problem: { message }, message };
}

/** After a form: a page that says what was recorded, or the form again with what to mend. */
async function formAnswer(
  deps: SignOffDeps,
  request: Request,
  opened: OpenedStep,
  submission: Submission,
  outcome: Outcome<Recorded>,
): Promise<Response> {
  const language = languageOf(deps, request, opened.stored.state.site.id);
  if (outcome.ok) {
    // A checklist goes on: the next event is recorded on the same page.
    if (submission.decision === RECORD) {
      const again = await openLink(deps, request.parameters.token);
      return again.ok ? showPage(deps, request, again.value) : outcomePage(again.refusal, language);
    }
    return page(200, renderOutcomePage({ status: 'recorded', language, journeyId: outcome.value.journeyId }));
  }
  const { code, message, detail } = outcome.refusal;
  if (code === 'invalid' || code === 'unauthenticated' || code === 'forbidden') {
    const form = new URLSearchParams(request.body.toString('utf8'));
    form.delete('pin');
    const values: Record<string, string[]> = {};
    for (const name of new Set(form.keys())) values[name] = form.getAll(name);
    const path = typeof detail?.path === 'string' ? detail.path : undefined;
    const status = code === 'invalid' ? 422 : code === 'unauthenticated' ? 401 : 403;
    return showPage(
      deps,
      request,
      opened,
      { message, values, ...(path === undefined ? {} : { fieldErrors: { [path]: message } }) },
      status,
    );
  }
  return outcomePage(outcome.refusal, language, `?lang=${language}`);
}

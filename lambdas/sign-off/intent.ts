import { type Outcome, ok, type Refusal, refuse } from '../domain/outcome.ts';
import type { Person, Signer } from '../domain/sign-off/permission.ts';
import { evidenceIn, intentOf, type SigningIntent } from '../domain/sign-off/signing-intent.ts';
import type { Submission } from '../domain/sign-off/submission.ts';
import { userId } from '../domain/sign-off/user-id.ts';
import { ROLES } from '../domain/vocabulary.ts';
import { json, type Request, type Response, refused, STATUS } from '../middleware/http.ts';
import type { SessionDeps } from '../session/signed-in.ts';
import { addressOf } from './address.ts';
import { openedBy } from './opened-by.ts';
import { type LinkDeps, type OpenedStep, openLink } from './opened-step.ts';
import { isForm, readForm, readJson } from './read-submission.ts';
import { intendedNow } from './sign.ts';

/**
 * What a passkey is to sign of a form or of JSON, before anybody proved who they are: every check of a signature that is not about
 * a person, and nothing stored. No credentials are named (the authenticator finds those of its owner), so that the answer is the
 * same for every user id. Why something would not be recorded can be clinical: who is not signed in is told only that it would not.
 */
export async function showIntent(deps: IntentDeps, request: Request): Promise<Response> {
  const opened = await openLink(deps, request.parameters.token);
  if (!opened.ok) return refused(opened.refusal);
  const isAsked = (await openedBy(deps, request, opened.value)).who === 'asked';
  if (isForm(request) && !isAsked) return refused(SIGNED_OUT.refusal);
  const read = isForm(request) ? readForm(request, opened.value) : readJson(request);
  if (!read.ok) return json(STATUS.invalid, { code: 'invalid', problem: read.problem });
  const asked = intentFor(deps, opened.value, read.submission);
  if (!asked.ok) return refused(isAsked ? asked.refusal : withoutReason(asked.refusal));
  return json(200, { ...asked.value, allowCredentials: [], rpId: addressOf(deps.publicUrl).rpId });
}

interface IntentDeps extends LinkDeps, SessionDeps {
  readonly staff: LinkDeps['staff'] & SessionDeps['staff'];
  readonly publicUrl: string;
}

const SIGNED_OUT = refuse('unauthenticated', 'Form: expected a session of somebody the step is asked of. Sign in.');

/** A refusal for somebody who proved nothing yet. */
export const withoutReason = ({ code }: Refusal): Refusal => ({
  code,
  message: 'This would not be recorded. Sign in and open the step to read why.',
});

interface Asked {
  readonly intent: SigningIntent;
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** What would be signed by whoever may sign this. */
export function intentFor(deps: LinkDeps, opened: OpenedStep, submission: Submission): Outcome<Asked> {
  const event = intendedNow(deps, opened, submission, anybody(opened), performerIn(opened, submission));
  if (!event.ok) return event;
  const intent = { ...intentOf(event.value, submission.nonce), signer: userId(submission.signer) };
  return ok({ intent, evidence: evidenceIn(event.value) });
}

/** Stands for a person who is not known yet, and may everything: whether they may is asked when they have signed. */
const anybody = ({ step, stored }: OpenedStep): Signer => ({
  id: step.assignedTo ?? 'anybody',
  roles: ROLES,
  site: stored.state.site.id,
  assurance: 'passkey',
});

/** Who did what is entered from paper is not looked up for somebody who is not known: the answer would say which ids there are. */
const performerIn = ({ stored }: OpenedStep, { paper }: Submission): Person | undefined =>
  paper === undefined ? undefined : { id: userId(paper.doneBy), roles: ROLES, site: stored.state.site.id };

import { type Outcome, ok, type Refusal, refuse } from '../domain/outcome.ts';
import type { Person, Signer } from '../domain/sign-off/permission.ts';
import { evidenceIn, intentOf, type SigningIntent } from '../domain/sign-off/signing-intent.ts';
import type { Submission } from '../domain/sign-off/submission.ts';
import { userId } from '../domain/sign-off/user-id.ts';
import { ROLES } from '../domain/vocabulary.ts';
import { isForm, json, type Request, type Response, refused, STATUS } from '../middleware/http.ts';
import type { SessionDeps } from '../session/signed-in.ts';
import { addressOf } from './address.ts';
import { attachmentsNotKept } from './attachments-kept.ts';
import { openedBy } from './opened-by.ts';
import { type LinkDeps, type OpenedStep, openLink } from './opened-step.ts';
import { readForm, readJson } from './read-submission.ts';
import { intendedNow, type Named, type RestsOn, readBefore } from './sign.ts';

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
  // What is saved of a form is clinical: somebody else would learn by trying which values stand there.
  const restsOn = await readBefore(deps, opened.value, read.submission, isAsked);
  const asked = await intentOffered(deps, opened.value, read.submission, restsOn);
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
export async function intentOffered(
  deps: Pick<LinkDeps, 'now' | 'release' | 'attachments'>,
  opened: OpenedStep,
  submission: Submission,
  restsOn: RestsOn,
): Promise<Outcome<Asked>> {
  const asked = intentFor(deps, opened, submission, restsOn);
  const notKept = asked.ok ? await attachmentsNotKept(deps, opened, submission) : null;
  return notKept === null ? asked : { ok: false, refusal: notKept };
}

/** The same, whatever it attaches: a signature over it is checked for that when it is recorded. */
export function intentFor(
  deps: Pick<LinkDeps, 'now' | 'release'>,
  opened: OpenedStep,
  submission: Submission,
  restsOn: RestsOn,
): Outcome<Asked> {
  const named = { ...namedBy(opened, submission), ...restsOn };
  const event = intendedNow(deps, opened, submission, anybody(opened, submission), named);
  if (!event.ok) return event;
  const intent = { ...intentOf(event.value, submission.nonce), signer: userId(submission.signer) };
  return ok({ intent, evidence: evidenceIn(event.value) });
}

/** Stands for a person who is not known yet, and may everything: whether they may is asked when they have signed. */
const anybody = (opened: OpenedStep, submission: Submission): Signer => ({
  ...mayEverything(opened, submission, 'anybody'),
  assurance: 'passkey',
});

/** Whom a submission names is not looked up for somebody who is not known: the answer would say which ids there are. */
function namedBy(opened: OpenedStep, submission: Submission): Named {
  const { paper, onBehalfOf } = submission;
  return {
    isOfAnybody: true,
    performer: paper === undefined ? undefined : mayEverything(opened, submission, userId(paper.doneBy)),
    delegator: onBehalfOf === undefined ? undefined : mayEverything(opened, submission, onBehalfOf),
  };
}

/** Somebody who holds every role, to whom the person named in the submission has handed over everything. */
function mayEverything({ stored }: OpenedStep, { onBehalfOf: by }: Submission, id: string): Person {
  const site = stored.state.site.id;
  if (by === undefined) return { id, roles: ROLES, site };
  const always = { scope: { kind: 'all' }, from: '', until: '9999', reason: '', madeBy: by, madeAt: '' } as const;
  const delegations = ROLES.map((role) => ({ ...always, id: role, by, to: id, role, as: role, site }));
  return { id, roles: ROLES, site, calendar: { delegations, absences: [] } };
}

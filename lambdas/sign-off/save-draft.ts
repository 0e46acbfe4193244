import { isNonce } from '../adapters/link-token.ts';
import { firstPeople } from '../domain/journey/first-people.ts';
import { markOf, savedDraft } from '../domain/sign-off/draft.ts';
import { formSchemas } from '../domain/sign-off/evidence-schemas.ts';
import { type Request, type Response, STATUS } from '../middleware/http.ts';
import { readDraft } from '../pages/form/read-draft.ts';
import type { JsonSchema } from '../pages/views.ts';
import { isFromOurPages, type SignedIn } from '../session/signed-in.ts';
import { languageOf, seeOther } from './answer.ts';
import { keptInDraft, shownDraft } from './kept-in-draft.ts';
import type { OpenedStep, SignOffDeps } from './opened-step.ts';
import { typedIn } from './read-submission.ts';
import { showPage } from './show.ts';

/**
 * Keeps what was filled in of a decision, for whoever goes on with it: who is signed in is who entered it. Nothing is signed, decided or
 * judged. The nonce of the page shows that the form was sent from there.
 */
export async function saveDraft(
  deps: SignOffDeps,
  request: Request,
  reader: SignedIn,
  opened: OpenedStep,
): Promise<Response> {
  const { hash, nonceKey, step, stored } = opened;
  const { id: journeyId, site } = stored.state;
  const problem = (message: string, status = STATUS.invalid) =>
    showPage(deps, request, opened, reader, { message, values: typedIn(request) }, status);
  const schemas = formSchemas(step.step) as Readonly<Record<string, JsonSchema>>;
  const draft = readDraft(request.body.toString('utf8'), schemas, site.zone);
  if (draft === undefined || request.query.paper === '1') return problem('not-readable');
  // Who is signed in is who entered it: a page elsewhere could send values of its own in their name.
  if (!isFromOurPages(deps.publicUrl, request)) return problem('changed');
  if (step.status !== 'open' || !isNonce(nonceKey, hash, step.version, deps.now(), draft.nonce))
    return problem('changed');
  // Who signs here reads and judges for themselves what the first person signed.
  if (firstPeople(stored.state, step).some(({ by }) => by === reader.member.id))
    return problem('same-person', STATUS.forbidden);
  const isKept = keptInDraft(opened, draft.decision);
  const typed = Object.fromEntries(Object.entries(draft.typed).filter(([name]) => isKept(name)));
  const now = deps.now();
  await deps.drafts.save(
    journeyId,
    opened.ref,
    draft.decision,
    (before) => {
      const isAsShown = draft.shown === markOf(shownDraft(opened, draft.decision, before));
      return savedDraft(before, { typed, values: draft.values, isAsShown }, reader.member.id, now);
    },
    now,
  );
  return seeOther(`?lang=${languageOf(deps, request, site.id)}#decision-title`);
}

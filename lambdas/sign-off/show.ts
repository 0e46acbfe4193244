import { nonce } from '../adapters/link-token.ts';
import { deadlineOf } from '../domain/clocks/deadline.ts';
import { toAcknowledge } from '../domain/clocks/unseen.ts';
import { contentHash, contentOf } from '../domain/journey/content.ts';
import { isHeld } from '../domain/journey/state.ts';
import { evidenceSchemas } from '../domain/sign-off/evidence-schemas.ts';
import { steps } from '../domain/steps/index.ts';
import { json, type Request, type Response, refused } from '../middleware/http.ts';
import { renderSignOffPage } from '../pages/sign-off-page.ts';
import type { Problem } from '../pages/views.ts';
import { languageOf, outcomePage, page, wantsJson } from './answer.ts';
import { type OpenedStep, openLink, type SignOffDeps } from './opened-step.ts';
import { stepView } from './step-view.ts';

/** The step as a page, or as JSON for integrators. Stores nothing. */
export async function showSignOff(deps: SignOffDeps, request: Request): Promise<Response> {
  const opened = await openLink(deps, request.parameters.token);
  if (!opened.ok)
    return wantsJson(request) ? refused(opened.refusal) : outcomePage(opened.refusal, languageOf(deps, request));
  return wantsJson(request) ? json(200, await asJson(deps, opened.value)) : showPage(deps, request, opened.value);
}

/** The page of a step, with the problem of the last try when there was one. */
export async function showPage(
  deps: SignOffDeps,
  request: Request,
  opened: OpenedStep,
  problem?: Problem,
  status = 200,
): Promise<Response> {
  const fresh = await nonceOf(deps, opened);
  const language = languageOf(deps, request, opened.stored.state.site.id);
  return page(status, renderSignOffPage(stepView(deps, opened, fresh, language), language, problem));
}

export const nonceOf = async (deps: SignOffDeps, { hash, step }: OpenedStep): Promise<string> =>
  nonce(await deps.linkKey(), hash, step.version, deps.now());

async function asJson(deps: SignOffDeps, opened: OpenedStep): Promise<unknown> {
  const { stored, step, protocol, expiresAt } = opened;
  const content = contentOf(stored.state, step, protocol);
  const urgent = toAcknowledge(step);
  const decisions = Object.keys(steps[step.step].decisions);
  return {
    journeyId: stored.state.id,
    phase: step.phase,
    round: step.round,
    step: step.step,
    title: step.step,
    // The meaning belongs to the decision; the first is the one by which the step goes on.
    meaning: content.meanings[decisions[0] ?? ''],
    meanings: content.meanings,
    role: steps[step.step].role,
    assurance: 'pin',
    facts: content.facts,
    contentHash: contentHash(content),
    nonce: await nonceOf(deps, opened),
    decisions,
    evidenceSchema: evidenceSchemas(step.step),
    checklist: steps[step.step].checklist?.items.map(({ item }) => ({
      item,
      recordedAt: step.checklist[item]?.occurredAt.at ?? null,
    })),
    urgent: urgent === undefined ? null : { rung: urgent.rung, toldAt: urgent.at },
    dueAt: deadlineOf(stored.state, step, protocol).at,
    expiresAt,
    status: step.status === 'open' && isHeld(stored.state) ? 'held' : step.status,
    decided:
      step.decision === undefined
        ? undefined
        : { decision: step.decision.decision, by: step.decision.by.id, at: step.decision.recordedAt },
  };
}

import { type Command, changeJourney } from '../domain/journey/change-journey.ts';
import { ok } from '../domain/outcome.ts';
import { claimNow, claimStep, mayTakeOver, unclaimStep } from '../domain/sign-off/claim-step.ts';
import { asLine, isAsked } from '../domain/worklist/reader.ts';
import type { Request, Response } from '../middleware/http.ts';
import type { ClaimView } from '../pages/views.ts';
import { type SignedIn, tokenFor } from '../session/signed-in.ts';
import { outcomePage, seeOther } from './answer.ts';
import type { OpenedStep, SignOffDeps } from './opened-step.ts';
import { postedForm } from './posted-form.ts';

/** `POST /sign-offs/{token}/claim`: who is signed in sees to the step, gives it back, or takes it over. Signs nothing. */
export async function claim(deps: SignOffDeps, request: Request): Promise<Response> {
  const posted = await postedForm(deps, request);
  if ('answer' in posted) return posted.answer;
  const { first, language, here } = posted;
  const { ref, stored } = posted.opened;
  const { member } = posted.reader;
  const reason = first('reason').slice(0, MOST_REASON);
  const claiming = {
    claimant: member,
    ...(first('do') === 'take-over' && reason !== '' ? { takesOverBecause: reason } : {}),
  };
  const command: Command<undefined> = (scribe) => {
    const outcome = first('do') === 'give-back' ? unclaimStep(scribe, ref, member) : claimStep(scribe, ref, claiming);
    return outcome.ok ? ok({ value: undefined }) : outcome;
  };
  const outcome = await changeJourney(deps, stored.state.id, command);
  // Whoever was slower reads on the page who was first.
  if (!outcome.ok && outcome.refusal.code === 'forbidden') return outcomePage(outcome.refusal, language);
  return seeOther(`${here}?lang=${language}`);
}

const MOST_REASON = 500;

/** Who sees to a step, and what the reader can do about it. */
export function claimOf(
  deps: Pick<SignOffDeps, 'now'>,
  { stored, step }: OpenedStep,
  token: string,
  reader: SignedIn,
): ClaimView {
  const { member } = reader;
  const held = claimNow(step, deps.now());
  const isOwn = held?.by === member.id;
  const isFree = held === undefined && isAsked(member, stored.state.id, asLine(stored.state, step));
  const canTakeOver = mayTakeOver(member, step, deps.now());
  return {
    ...(held === undefined ? {} : { held }),
    isOwn,
    may: isOwn ? 'give-back' : isFree ? 'claim' : canTakeOver ? 'take-over' : 'read',
    action: `/sign-offs/${token}/claim`,
    formToken: tokenFor(reader),
  };
}

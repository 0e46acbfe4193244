import { type Command, changeJourney } from '../domain/journey/change-journey.ts';
import { ok } from '../domain/outcome.ts';
import { claimNow, claimStep, mayTakeOver, unclaimStep } from '../domain/sign-off/claim-step.ts';
import { asLine, isAsked } from '../domain/worklist/reader.ts';
import type { Request, Response } from '../middleware/http.ts';
import { log } from '../middleware/log.ts';
import { readPosted } from '../pages/form/posted.ts';
import type { ClaimView } from '../pages/views.ts';
import { isFromOurPages, isOwnForm, type SignedIn, tokenFor } from '../session/signed-in.ts';
import { languageOf, outcomePage, seeOther } from './answer.ts';
import { openedBy } from './opened-by.ts';
import { type OpenedStep, openLink, type SignOffDeps } from './opened-step.ts';

/** `POST /sign-offs/{token}/claim`: who is signed in sees to the step, gives it back, or takes it over. Signs nothing. */
export async function claim(deps: SignOffDeps, request: Request): Promise<Response> {
  const { token } = request.parameters;
  const opened = await openLink(deps, token);
  if (!opened.ok) return outcomePage(opened.refusal, languageOf(deps, request));
  const by = await openedBy(deps, request, opened.value);
  const { ref, stored } = opened.value;
  const language = languageOf(deps, request, stored.state.site.id);
  const here = `/sign-offs/${token ?? ''}`;
  if (by.who === 'nobody') return seeOther(`/sign-in?lang=${language}&next=${here}`);
  const posted = readPosted(request.body.toString('utf8'));
  const first = (name: string): string => (posted.ok ? (posted.values.get(name)?.[0] ?? '') : '');
  const { member } = by.reader;
  if (!isFromOurPages(deps.publicUrl, request) || !isOwnForm(by.reader, first('form'))) {
    log('warn', 'form refused', { by: member.id });
    return outcomePage({ code: 'forbidden', message: 'Form: expected one of this session' }, language);
  }
  // What somebody may not see is answered as what is not there.
  if (by.who === 'another') {
    return outcomePage({ code: 'not-found', message: 'This step was not found.' }, language);
  }
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

import { newLinkToken, newNonceKey, tokenHash } from '../adapters/link-token.ts';
import { parseJourneyId } from '../domain/identifiers/journey-id.ts';
import type { JourneyState, StepState } from '../domain/journey/state.ts';
import { mayTakeOver } from '../domain/sign-off/claim-step.ts';
import { signedFor } from '../domain/sign-off/correctable.ts';
import { type Instant, plus } from '../domain/time.ts';
import { asLine, isAsked, maySeeState } from '../domain/worklist/reader.ts';
import type { Request, Response } from '../middleware/http.ts';
import { log } from '../middleware/log.ts';
import { readPosted } from '../pages/form/posted.ts';
import { CORRECTING } from '../pages/parts/correcting.ts';
import { isFromOurPages, isOwnForm, type SignedIn } from '../session/signed-in.ts';
import { languageOf, outcomePage, seeOther } from '../sign-off/answer.ts';
import type { WorklistDeps } from './worklist-deps.ts';

/** A link that was asked for is used at once; a shift later the list gives another. */
const LINK_LIFE = 'PT12H';

/**
 * `POST /worklist/steps`: makes a link to a step the reader is asked and leads there. Kept of a link is only its hash, so that
 * none can be shown again; and reading must write nothing, so that a list holds no links but forms.
 */
export async function openStep(deps: WorklistDeps, request: Request, reader: SignedIn): Promise<Response> {
  const { member } = reader;
  const language = languageOf(deps, request, member.site);
  const posted = readPosted(request.body.toString('utf8'));
  const first = (name: string): string | undefined => (posted.ok ? posted.values.get(name)?.[0] : undefined);
  if (!isFromOurPages(deps.publicUrl, request) || !isOwnForm(reader, first('form'))) {
    log('warn', 'form refused', { by: member.id });
    return outcomePage({ code: 'forbidden', message: 'Form: expected one of this session' }, language);
  }
  const journeyId = parseJourneyId(first('journey') ?? '');
  const stored = journeyId.ok ? await deps.store.load(journeyId.value) : undefined;
  const step = stored === undefined ? undefined : stepIn(stored.state, first('step'));
  // What somebody may not see is answered as what is not there.
  if (
    stored === undefined ||
    step === undefined ||
    !maySeeState(member, stored.state) ||
    !mayBeOpened(member, stored.state, step, deps.now())
  ) {
    return outcomePage({ code: 'not-found', message: 'This step was not found.' }, language);
  }
  const token = newLinkToken(deps.randomBytes);
  await deps.links.put(tokenHash(token), {
    journeyId: stored.state.id,
    phase: step.phase,
    round: step.round,
    step: step.step,
    linkSeq: stored.state.seq,
    expiresAt: plus(deps.now(), LINK_LIFE, 'UTC'),
    nonceKey: newNonceKey(deps.randomBytes),
  });
  log('info', 'step opened from the worklist', { by: member.id, journeyId: stored.state.id, step: step.key });
  const toCorrect = first('to') === CORRECTING ? `&open=${CORRECTING}#${CORRECTING}` : '';
  return seeOther(`/sign-offs/${token}?lang=${language}${toCorrect}`);
}

const stepIn = (state: JourneyState, key: string | undefined): StepState | undefined =>
  Object.values(state.steps).find((step) => step.key === key);

/** An open step by who is asked or may take it over; one with something signed by who may ask to have it corrected. */
const mayBeOpened = (member: SignedIn['member'], state: JourneyState, step: StepState, now: Instant): boolean =>
  (step.status === 'open' && (isAsked(member, state.id, asLine(state, step)) || mayTakeOver(member, step, now))) ||
  signedFor(state, step, member).length > 0;

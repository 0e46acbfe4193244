import { changeJourney } from '../domain/journey/change-journey.ts';
import { ok, type Refusal } from '../domain/outcome.ts';
import { askCorrection } from '../domain/sign-off/ask-correction.ts';
import { signedFor, valuesOf } from '../domain/sign-off/correctable.ts';
import { type Request, type Response, STATUS } from '../middleware/http.ts';
import { log } from '../middleware/log.ts';
import { readStated } from '../pages/form/stated-text.ts';
import { seeOther } from './answer.ts';
import { idOf } from './correcting-view.ts';
import type { SignOffDeps } from './opened-step.ts';
import { postedForm } from './posted-form.ts';
import { readinessThenOf } from './registers-read.ts';
import { showPage } from './show.ts';
import { personOf } from './sign.ts';

/**
 * `POST /sign-offs/{token}/correction`: who is signed in, and proves it once more by PIN, has one value corrected. Nothing is taken back;
 * what it changes is signed again by whoever signs the step.
 */
export async function correct(deps: SignOffDeps, request: Request): Promise<Response> {
  const posted = await postedForm(deps, request);
  if ('answer' in posted) return posted.answer;
  const { opened, reader, language, here, first } = posted;
  const { ref, stored, step } = opened;
  const { member } = reader;
  const again = (key: string, status: number, message?: string): Promise<Response> =>
    showPage(deps, request, opened, reader, undefined, status, {
      key,
      ...(message === undefined ? {} : { message }),
    });
  const values = signedFor(stored.state, step, personOf(member)).flatMap(valuesOf);
  const wrong = values.find((one) => idOf(one) === first('value'));
  const place = { zone: stored.state.site.zone, language };
  const to = wrong === undefined ? undefined : readStated(first('to'), wrong.value, place);
  const reason = first('why').slice(0, MOST_REASON).toWellFormed();
  if (reason === '') return again('say-why', STATUS.invalid);
  if (wrong === undefined) return again('changed', STATUS.changed);
  if (to === undefined) return again('unreadable', STATUS.invalid);
  const proof = await deps.staff.authenticate(member.id, first('pin'), deps.now());
  if (!proof.ok) return again('wrong-credential', STATUS.unauthenticated);
  const { alongside, lost } = proof.value;
  const person = personOf(proof.value.member);
  const readinessAt = await readinessThenOf(deps, stored, wrong.seq);
  const outcome = await changeJourney(
    deps,
    stored.state.id,
    (scribe, { events }) => {
      const asked = { seq: wrong.seq, path: wrong.path, to, reason };
      const corrected = askCorrection(scribe, events, ref, asked, person, readinessAt);
      return corrected.ok ? ok({ value: corrected.value }) : corrected;
    },
    { alongside, lost },
  );
  if (outcome.ok) return seeOther(`${here}?lang=${language}`);
  note(member.id, stored.state.id, outcome.refusal);
  return again('refused', STATUS[outcome.refusal.code], outcome.refusal.message);
}

const MOST_REASON = 2000;

function note(by: string, journeyId: string, { code }: Refusal): void {
  log('warn', 'correction refused', { by, journeyId, code });
}

import { isGuessable } from '../domain/staff/guessable-pin.ts';
import { type Request, type Response, STATUS } from '../middleware/http.ts';
import { readPosted } from '../pages/form/posted.ts';
import { frameDictionary } from '../pages/i18n/frame-dictionary.ts';
import { renderOutcomePage } from '../pages/outcome-page.ts';
import { type PinProblem, renderPinPage } from '../pages/pin-page.ts';
import { languageOf, page } from '../sign-off/answer.ts';
import { type EnrolmentDeps, openTicket } from './enrolment-deps.ts';
import { ticketOver } from './ticket-over.ts';

const PIN = /^\d{6,12}$/;

/** Sets the PIN that the owner of a ticket typed twice, and uses the ticket up. */
export async function setPin(deps: EnrolmentDeps, request: Request): Promise<Response> {
  const language = languageOf(deps, request);
  const ticket = await openTicket(deps, request.parameters.ticket);
  if (!ticket.ok || ticket.value.gives !== 'pin') return ticketOver(language);
  const { staff } = ticket.value;
  const typed = typedIn(request);
  if (!typed.ok) return page(STATUS.invalid, renderPinPage(staff, language, typed.problem));
  if ((await deps.setPin(ticket.value, typed.pin)) !== 'done') return ticketOver(language);
  const { pinSet } = frameDictionary(language).passkey;
  return page(200, renderOutcomePage({ status: 'recorded', language, ...pinSet }));
}

type Typed = { readonly ok: true; readonly pin: string } | { readonly ok: false; readonly problem: PinProblem };

function typedIn({ body }: Request): Typed {
  const posted = readPosted(body.toString('utf8'));
  const [pin = '', again = ''] = (posted.ok ? posted.values.get('pin') : undefined) ?? [];
  if (!PIN.test(pin)) return { ok: false, problem: 'not-digits' };
  if (pin !== again) return { ok: false, problem: 'differ' };
  return isGuessable(pin) ? { ok: false, problem: 'guessable' } : { ok: true, pin };
}

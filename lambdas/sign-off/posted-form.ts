import type { Request, Response } from '../middleware/http.ts';
import { log } from '../middleware/log.ts';
import { readPosted } from '../pages/form/posted.ts';
import type { Language } from '../pages/views.ts';
import { isFromOurPages, isOwnForm, type SignedIn } from '../session/signed-in.ts';
import { languageOf, outcomePage, seeOther } from './answer.ts';
import { openedBy } from './opened-by.ts';
import { type OpenedStep, openLink, type SignOffDeps } from './opened-step.ts';

/** A form of the page of a step, posted by somebody signed in whom the step is asked of. */
export interface PostedForm {
  readonly opened: OpenedStep;
  readonly reader: SignedIn;
  readonly language: Language;
  /** Path of the page. */
  readonly here: string;
  /** What stands in a control; empty where there is none. */
  first(name: string): string;
}

/** Reads a form that signs nothing by itself. Whoever may not post it gets the answer that is not a form. */
export async function postedForm(
  deps: SignOffDeps,
  request: Request,
): Promise<PostedForm | { readonly answer: Response }> {
  const { token = '' } = request.parameters;
  const opened = await openLink(deps, token);
  if (!opened.ok) return { answer: outcomePage(opened.refusal, languageOf(deps, request)) };
  const by = await openedBy(deps, request, opened.value);
  const language = languageOf(deps, request, opened.value.stored.state.site.id);
  const here = `/sign-offs/${token}`;
  if (by.who === 'nobody') return { answer: seeOther(`/sign-in?lang=${language}&next=${here}`) };
  const posted = readPosted(request.body.toString('utf8'));
  const first = (name: string): string => (posted.ok ? (posted.values.get(name)?.[0] ?? '') : '');
  if (!isFromOurPages(deps.publicUrl, request) || !isOwnForm(by.reader, first('form'))) {
    log('warn', 'form refused', { by: by.reader.member.id });
    return { answer: outcomePage({ code: 'forbidden', message: 'Form: expected one of this session' }, language) };
  }
  // What somebody may not see is answered as what is not there.
  return by.who === 'another'
    ? { answer: outcomePage({ code: 'not-found', message: 'This step was not found.' }, language) }
    : { opened: opened.value, reader: by.reader, language, here, first };
}

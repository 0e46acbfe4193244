import type { Refusal, RefusalCode } from '../domain/outcome.ts';
import type { Broken } from '../middleware/api-handler.ts';
import { json, type Request, type Response, STATUS } from '../middleware/http.ts';
import { pickLanguage } from '../pages/i18n/language.ts';
import { renderOutcomePage } from '../pages/outcome-page.ts';
import { PAGE_HEADERS, SCRIPTED_PAGE_HEADERS } from '../pages/parts/document.ts';
import type { Language, OutcomeStatus } from '../pages/views.ts';
import type { SignOffDeps } from './opened-step.ts';

export const page = (status: number, html: string): Response => ({ status, headers: PAGE_HEADERS, body: html });

/** A page that loads the script for passkeys. */
export const scriptedPage = (status: number, html: string): Response => ({
  status,
  headers: SCRIPTED_PAGE_HEADERS,
  body: html,
});

/** Sends a browser on to read `location` (relative to where it posted), after a post that recorded something. */
export const seeOther = (location: string): Response => ({ status: 303, headers: { location }, body: '' });

/** True for a caller that asks for JSON and not for a page. */
export const wantsJson = ({ headers }: Request): boolean => {
  const accept = headers.accept ?? '';
  return accept.includes('application/json') && !accept.includes('text/html');
};

export const languageOf = (deps: Pick<SignOffDeps, 'sites'>, { query, headers }: Request, site?: string): Language =>
  pickLanguage(
    query.lang,
    headers['accept-language'],
    deps.sites.find(({ id }) => id === site)?.language ?? deps.sites[0]?.language ?? 'en',
  );

const PAGES: Readonly<Record<RefusalCode, OutcomeStatus>> = {
  invalid: 'failed',
  unauthenticated: 'not-permitted',
  forbidden: 'not-permitted',
  'not-found': 'not-found',
  conflict: 'already-decided',
  changed: 'changed',
  expired: 'expired',
  'too-large': 'failed',
  parked: 'failed',
};

/** A refusal as a page a person can act on: what a link no longer opens, the worklist opens anew. */
export const outcomePage = ({ code }: Refusal, language: Language, backTo?: string): Response =>
  page(
    STATUS[code],
    renderOutcomePage({
      status: PAGES[code],
      language,
      toList: code === 'expired',
      ...(backTo === undefined ? {} : { backTo }),
    }),
  );

/** What broke, as JSON for programs and as a page for people. */
export const brokenPage = (
  deps: Pick<SignOffDeps, 'sites'>,
  { status, code, message }: Broken,
  request: Request,
): Response =>
  wantsJson(request) || (request.headers['content-type'] ?? '').includes('json')
    ? json(status, { code, message })
    : page(status, renderOutcomePage({ status: 'failed', language: languageOf(deps, request) }));

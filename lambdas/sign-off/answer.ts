import { createHash } from 'node:crypto';
import type { Refusal, RefusalCode } from '../domain/outcome.ts';
import { type Request, type Response, STATUS } from '../middleware/http.ts';
import { STYLE } from '../pages/design/style.ts';
import { pickLanguage } from '../pages/i18n/language.ts';
import { renderOutcomePage } from '../pages/outcome-page.ts';
import type { Language, OutcomeStatus } from '../pages/views.ts';
import type { SignOffDeps } from './opened-step.ts';

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** No script, no frame, no other origin: the page is one document with one known style. */
const CONTENT_SECURITY_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

export const page = (status: number, html: string): Response => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CONTENT_SECURITY_POLICY },
  body: html,
});

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

/** A refusal as a page a person can act on. */
export const outcomePage = ({ code }: Refusal, language: Language, backTo?: string): Response =>
  page(STATUS[code], renderOutcomePage({ status: PAGES[code], language, ...(backTo === undefined ? {} : { backTo }) }));

import { type Response, STATUS } from '../middleware/http.ts';
import { frameDictionary } from '../pages/i18n/frame-dictionary.ts';
import { renderOutcomePage } from '../pages/outcome-page.ts';
import type { Language } from '../pages/views.ts';
import { page } from '../sign-off/answer.ts';

/** One page for every ticket that no longer does, whatever it was for. */
export function ticketOver(language: Language): Response {
  const { over } = frameDictionary(language).passkey;
  return page(STATUS.expired, renderOutcomePage({ status: 'expired', language, ...over }));
}

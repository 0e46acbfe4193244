import { isReviewed } from '../../domain/language.ts';
import { type ComponentChildren, h } from '../element.ts';
import { type Dictionary, dictionary } from '../i18n/dictionary.ts';
import type { Language } from '../views.ts';

/**
 * What a signature means. The English sentence is the one that is recorded, so it stands beneath a translation that nobody
 * who answers for it has reviewed.
 */
export function meaningText(meaning: (texts: Dictionary) => string, language: Language): ComponentChildren {
  const read = meaning(dictionary(language));
  if (isReviewed(language)) return read;
  return [read, h('span', { class: 'recorded', lang: 'en' }, meaning(dictionary('en')))];
}

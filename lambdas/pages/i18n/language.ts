import { LANGUAGES, type Language } from '../views.ts';

/** Each language in its own words, without loading it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
};

const isLanguage = (text: string): text is Language => LANGUAGES.some((language) => language === text);

/**
 * The language of a page: `?lang=` if it is one we speak, else the first of `Accept-Language` that is (in the order
 * browsers send them), else `fallback`, the language of the site.
 */
export function pickLanguage(
  lang: string | undefined,
  acceptLanguage: string | undefined,
  fallback: Language,
): Language {
  if (lang !== undefined && isLanguage(lang)) return lang;
  const accepted = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((range) => range.trim().slice(0, 2).toLowerCase());
  return accepted.find(isLanguage) ?? fallback;
}

import type { Language } from '../domain/language.ts';
import { ceremony as de } from '../pages/i18n/de/ceremony.ts';
import { ceremony as en } from '../pages/i18n/en/ceremony.ts';
import { ceremony as es } from '../pages/i18n/es/ceremony.ts';
import { ceremony as fr } from '../pages/i18n/fr/ceremony.ts';
import { failed } from './offer.ts';

/** Words of one ceremony in the language of the page, by key. */
export type Texts = (key: string) => string;

const languages: Readonly<Record<Language, typeof en>> = { en, de, fr, es };

export function textsOf(name: keyof typeof en): Texts {
  const language = document.documentElement.lang as Language;
  const texts: Readonly<Record<string, string>> = (languages[language] ?? en)[name];
  return (key) => texts[key] ?? failed();
}

import { ceremony as german, offer as germanOffer } from '../pages/i18n/de/ceremony.ts';
import { ceremony as english, offer as englishOffer } from '../pages/i18n/en/ceremony.ts';

/** Words of one ceremony in the language of the page, by key. */
export type Texts = (key: string) => string;

export function textsOf(name: keyof typeof english): Texts {
  const isGerman = document.documentElement.lang === 'de';
  const texts: Readonly<Record<string, string>> = (isGerman ? german : english)[name];
  const offers: Readonly<Record<string, { readonly failed: string }>> = isGerman ? germanOffer : englishOffer;
  const failed = texts.failed ?? offers[name]?.failed ?? '';
  return (key) => texts[key] ?? failed;
}

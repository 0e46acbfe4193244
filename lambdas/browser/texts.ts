import { ceremony as german } from '../pages/i18n/de/ceremony.ts';
import { ceremony as english } from '../pages/i18n/en/ceremony.ts';

/** Words of one ceremony in the language of the page, by key. */
export type Texts = (key: string) => string;

export function textsOf(name: keyof typeof english): Texts {
  const texts: Readonly<Record<string, string>> = (document.documentElement.lang === 'de' ? german : english)[name];
  return (key) => texts[key] ?? texts.failed ?? key;
}

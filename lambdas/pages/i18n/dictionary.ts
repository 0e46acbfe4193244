import type { Language } from '../views.ts';
import { de } from './de.ts';
import { en } from './en.ts';

/** German has every key of English: the compiler and a test hold it to that. */
export type Dictionary = typeof en;

const dictionaries: Readonly<Record<Language, Dictionary>> = { en, de };

export const dictionary = (language: Language): Dictionary => dictionaries[language];

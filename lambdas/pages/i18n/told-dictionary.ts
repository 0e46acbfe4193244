import type { Language } from '../views.ts';
import { told as german } from './de/told.ts';
import { told as english } from './en/told.ts';

/** The part of the dictionary that is told outside of forms; whoever shows no form loads no more than this. */
export type ToldDictionary = typeof english;

const told: Readonly<Record<Language, ToldDictionary>> = { en: english, de: german };

export const toldDictionary = (language: Language): ToldDictionary => told[language];

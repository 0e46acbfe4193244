import { createRequire } from 'node:module';
import { remembered } from '../../domain/remembered.ts';
import type { Language } from '../views.ts';
import type { Dictionary } from './dictionary.ts';
import type { en } from './en.ts';

/** In a bundle, how the files of languages beside it end (ADR 0051); elsewhere nothing, and they are sources. */
declare const LANGUAGE_FILES: string | undefined;

const load = createRequire(import.meta.url);
const ending = typeof LANGUAGE_FILES === 'string' ? LANGUAGE_FILES : 'ts';

/** The texts of a language, loaded when something is first said in it. */
export const languageFile = remembered(
  (language: Language) =>
    (load(`./${language}.${ending}`) as Readonly<Record<Language, Dictionary | typeof en>>)[language],
);

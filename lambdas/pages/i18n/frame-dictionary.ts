import type { Language } from '../views.ts';
import type { en } from './en.ts';
import { languageFile } from './language-file.ts';

/** What a language says without the domain: all but the steps, whose English meanings are the domain’s. */
export type FrameDictionary = Omit<typeof en, 'steps'>;

/** For the frame of every page; whoever shows no step loads no domain for it. */
export const frameDictionary = (language: Language): FrameDictionary => languageFile(language);

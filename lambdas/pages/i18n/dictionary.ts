import { remembered } from '../../domain/remembered.ts';
import { meaningsOf } from '../../domain/steps/meanings.ts';
import type { StepName } from '../../domain/vocabulary.ts';
import type { Language } from '../views.ts';
import type { StepTexts } from './en/step-texts.ts';
import type { FrameDictionary } from './frame-dictionary.ts';
import { languageFile } from './language-file.ts';

/** Every language has every key of English: the compiler and a test hold it to that. */
export type Dictionary = FrameDictionary & { readonly steps: Readonly<Record<StepName, StepTexts>> };

export const dictionary = remembered((language: Language): Dictionary => {
  const texts = languageFile(language);
  return { ...texts, steps: withMeanings(texts.steps) };
});

/** The sentences of the domain are English: what is shown is what is written. Other languages translate them. */
const withMeanings = (steps: Readonly<Record<StepName, Omit<StepTexts, 'meanings'> & Partial<StepTexts>>>) =>
  Object.fromEntries(
    Object.entries(steps).map(([step, own]) => [step, { meanings: meaningsOf(step as StepName), ...own }]),
  ) as Record<StepName, StepTexts>;

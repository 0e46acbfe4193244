import type { StepName } from '../../domain/vocabulary.ts';
import { h, type VNode } from '../element.ts';
import { isInstant } from '../fact-text.ts';
import { labelOf } from '../form/form-context.ts';
import { dictionary } from '../i18n/dictionary.ts';
import { say } from '../i18n/texts.ts';
import { instantText } from '../time-text.ts';
import type { CorrectionNote, Language, StepView } from '../views.ts';
import { banner } from './banner.ts';

/** What of a step was corrected since it was signed: the old value, the new one, who, when, why, and whether it was signed again. */
export function correctionNotes(view: StepView, language: Language): VNode | null {
  const { corrections = [] } = view;
  if (corrections.length === 0) return null;
  const { page } = dictionary(language);
  const isSigned = corrections.every(({ signedAgain }) => signedAgain);
  return banner(
    isSigned ? 'good' : 'warn',
    isSigned ? page.correctedTitle : page.correctedUnsignedTitle,
    corrections.flatMap((one) => [h('p', {}, noteText(one, view, language)), h('p', { class: 'hint' }, one.reason)]),
  );
}

/** What of a step a value belongs to, and which value it is. */
export function valueName({ what, path }: Pick<CorrectionNote, 'what' | 'path'>, step: StepName, language: Language) {
  const texts = dictionary(language);
  const [item = '', ...container] = what.split('#');
  const decisions: Readonly<Record<string, string>> = texts.steps[step].decisions;
  const done = Object.hasOwn(decisions, item) ? say(decisions, item) : say(texts.items, item);
  return [done, ...container, path === undefined ? texts.page.occurredAt : labelOf(texts, path)].join(', ');
}

function noteText(note: CorrectionNote, view: StepView, language: Language) {
  const { from, to, by, at, signedAgain } = note;
  const texts = dictionary(language);
  const shown = (value: string): string => (isInstant(value) ? instantText(value, view.zone, language) : value);
  return texts.page.corrected({
    what: valueName(note, view.step, language),
    from: shown(from),
    to: shown(to),
    by,
    at: instantText(at, view.zone, language),
    signedAgain,
  });
}

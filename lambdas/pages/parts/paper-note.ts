import { inLanguage } from '../design/safe.ts';
import { h, type VNode } from '../element.ts';
import { dictionary } from '../i18n/dictionary.ts';
import type { Language, StepView } from '../views.ts';
import { banner } from './banner.ts';

/** Says that what follows is entered from paper, or leads to where it can be. */
export function paperNote({ fromPaper, otherWay }: StepView, language: Language): VNode | null {
  if (otherWay === undefined) return null;
  const { page } = dictionary(language);
  const link = h('a', { href: inLanguage(otherWay, language) }, fromPaper ? page.signNow : page.enterFromPaper);
  return fromPaper
    ? banner('warn', page.paperTitle, [h('p', {}, page.paperText), h('p', {}, link)])
    : h('p', { class: 'hint' }, link);
}

import { inLanguage } from '../design/safe.ts';
import { h, type VNode } from '../element.ts';
import { dictionary } from '../i18n/dictionary.ts';
import type { EntryView } from '../register-views.ts';
import { localText } from '../time-text.ts';
import type { Language } from '../views.ts';

/** Open steps that are closed while an entry may not be used, what is due first. */
export function waitingSteps(
  { steps, unseen }: NonNullable<EntryView['waiting']>,
  { zone }: Pick<EntryView, 'zone'>,
  language: Language,
): VNode {
  const { registerActs, steps: stepTexts } = dictionary(language);
  const isNone = steps.length === 0 && unseen === 0;
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'waiting-title' },
    h('h2', { id: 'waiting-title' }, registerActs.waitingTitle),
    h('p', { class: 'hint' }, isNone ? registerActs.waitingNone : registerActs.waitingNote),
    ...steps.map(({ journeyId, step, dueAt }) =>
      h(
        'p',
        {},
        h('a', { class: 'inline', href: inLanguage(`/worklist/journeys/${journeyId}`, language) }, journeyId),
        `: ${registerActs.waitingBy(stepTexts[step].title, localText(dueAt, zone, language))}`,
      ),
    ),
    unseen === 0 ? null : h('p', {}, registerActs.unseen(unseen)),
  );
}

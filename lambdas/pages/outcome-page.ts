import { inLanguage } from './design/safe.ts';
import { h } from './element.ts';
import { frameDictionary } from './i18n/frame-dictionary.ts';
import { banner } from './parts/banner.ts';
import { renderDocument } from './parts/document.ts';
import type { OutcomeStatus, OutcomeView } from './views.ts';

const KINDS: Readonly<Record<OutcomeStatus, 'good' | 'warn' | 'bad'>> = {
  recorded: 'good',
  'already-decided': 'warn',
  expired: 'warn',
  'not-found': 'warn',
  'not-permitted': 'bad',
  changed: 'warn',
  held: 'warn',
  withdrawn: 'warn',
  failed: 'bad',
};

/** What became of a link or a signature, as a complete HTML document. */
export function renderOutcomePage({
  status,
  language,
  title,
  message,
  journeyId,
  backTo,
  toList,
}: OutcomeView): string {
  const texts = frameDictionary(language);
  const heading = title ?? texts.outcomes[status].title;
  return renderDocument({
    title: heading,
    language,
    body: [
      h(
        'div',
        { class: 'head' },
        journeyId === undefined
          ? null
          : h('p', { class: 'where' }, `${texts.page.journey} `, h('span', { class: 'code' }, journeyId)),
        h('h1', {}, heading),
      ),
      banner(KINDS[status], '', message ?? texts.outcomes[status].message),
      backTo === undefined
        ? null
        : h('p', {}, h('a', { class: 'button', href: inLanguage(backTo, language) }, texts.back)),
      toList === true
        ? h('p', {}, h('a', { class: 'button', href: inLanguage('/worklist', language) }, texts.worklist.title))
        : null,
    ],
  });
}

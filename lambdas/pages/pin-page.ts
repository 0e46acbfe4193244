import { h } from './element.ts';
import { frameDictionary } from './i18n/frame-dictionary.ts';
import { banner } from './parts/banner.ts';
import { renderDocument } from './parts/document.ts';
import type { Language } from './views.ts';

export type PinProblem = 'not-digits' | 'differ' | 'guessable';

/** Where somebody with a ticket sets their PIN. Shows the user id it is for and nothing else of the person. */
export function renderPinPage(signer: string, language: Language, problem?: PinProblem): string {
  const { passkey } = frameDictionary(language);
  const { pin } = passkey;
  const field = (id: string, label: string, hint?: string) =>
    h(
      'div',
      { class: 'field' },
      h('label', { for: id }, label),
      hint === undefined ? null : h('p', { class: 'hint', id: `${id}-hint` }, hint),
      h('input', {
        id,
        name: 'pin',
        class: 'code',
        type: 'password',
        inputmode: 'numeric',
        autocomplete: 'off',
        required: true,
        minlength: 6,
        maxlength: 12,
        'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
      }),
    );
  return renderDocument({
    title: pin.title,
    language,
    body: [
      h('div', { class: 'head' }, h('h1', {}, pin.title)),
      h('p', { class: 'lead' }, pin.lead),
      h('dl', { class: 'facts' }, h('dt', {}, passkey.signer), h('dd', { class: 'code' }, signer)),
      h('p', {}, passkey.notYours),
      problem === undefined ? null : banner('bad', '', pin.problems[problem]),
      h(
        'form',
        { class: 'card', method: 'post', action: `?lang=${language}`, autocomplete: 'off' },
        field('pin', pin.first, pin.hint),
        field('again', pin.again),
        h('button', { type: 'submit' }, pin.button),
      ),
    ],
  });
}

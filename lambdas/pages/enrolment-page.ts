import { h } from './element.ts';
import { frameDictionary } from './i18n/frame-dictionary.ts';
import { renderDocument } from './parts/document.ts';
import type { Language } from './views.ts';

/** Where the script puts what adds a passkey. */
export const ADD_HERE = 'add-passkey';

/** Where somebody with a ticket adds a passkey. Shows the user id it is for and nothing else of the person. */
export function renderEnrolmentPage(signer: string, language: Language): string {
  const { passkey } = frameDictionary(language);
  return renderDocument({
    title: passkey.title,
    language,
    passkey: 'adding',
    body: [
      h('div', { class: 'head' }, h('h1', {}, passkey.title)),
      h('p', { class: 'lead' }, passkey.lead),
      h('dl', { class: 'facts' }, h('dt', {}, passkey.signer), h('dd', { class: 'code' }, signer)),
      h('p', {}, passkey.notYours),
      h('p', {}, passkey.once),
      h('noscript', {}, h('p', { class: 'banner warn' }, passkey.needsScript)),
      h('div', { id: ADD_HERE, hidden: true }),
    ],
  });
}

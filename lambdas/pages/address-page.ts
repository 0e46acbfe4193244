import { inLanguage } from './design/safe.ts';
import { h } from './element.ts';
import { frameDictionary } from './i18n/frame-dictionary.ts';
import { renderDocument } from './parts/document.ts';
import type { Language } from './views.ts';

/** Where somebody confirms that they read a test mail. Shows the user id it is for and nothing else of the person. */
export function renderAddressPage(person: string, language: Language): string {
  const { address, passkey } = frameDictionary(language);
  return renderDocument({
    title: address.title,
    language,
    body: [
      h('div', { class: 'head' }, h('h1', {}, address.title)),
      h('p', { class: 'lead' }, address.lead),
      h('dl', { class: 'facts' }, h('dt', {}, passkey.signer), h('dd', { class: 'code' }, person)),
      h('p', {}, address.notYours),
      h(
        'form',
        // Posts to the address of the page itself, which is a secret and stands nowhere else.
        { class: 'card', method: 'post', action: inLanguage('', language) },
        h('button', { type: 'submit' }, address.button),
      ),
    ],
  });
}

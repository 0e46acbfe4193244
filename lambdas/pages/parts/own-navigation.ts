import { inLanguage } from '../design/safe.ts';
import { h, type VNode } from '../element.ts';
import { dictionary } from '../i18n/dictionary.ts';
import { REGISTERS_PATH } from '../register-address.ts';
import type { Language } from '../views.ts';
import type { OwnPage } from '../worklist-views.ts';

/** Where somebody who signed in can go, who they are, and out. */
export function ownNavigation({ reader, formToken }: OwnPage, language: Language): VNode {
  const { worklist, away, registers } = dictionary(language);
  const link = (path: string, text: string): VNode => h('a', { href: inLanguage(path, language) }, text);
  return h(
    'nav',
    { class: 'nav', 'aria-label': worklist.navigation },
    link('/worklist', worklist.title),
    link('/board', worklist.board),
    link('/worklist/away', away.title),
    link(REGISTERS_PATH, registers.title),
    h('span', {}, worklist.reader(reader)),
    h(
      'form',
      { method: 'post', action: inLanguage('/sign-out', language) },
      h('input', { type: 'hidden', name: 'form', value: formToken }),
      h('button', { class: 'plain', type: 'submit' }, worklist.signOut),
    ),
  );
}

import { inLanguage } from './design/safe.ts';
import { h } from './element.ts';
import { dictionary } from './i18n/dictionary.ts';
import { banner } from './parts/banner.ts';
import { renderDocument } from './parts/document.ts';
import type { Language } from './views.ts';

export type SignInProblem = 'wrong-credential' | 'from-elsewhere';

/** The page where somebody signs in to read; `next` is one of our own paths. */
export function renderSignInPage(
  { next, offersOidc = false }: { next: string; offersOidc?: boolean },
  language: Language,
  problem?: SignInProblem,
): string {
  const { worklist, page, oidc } = dictionary(language);
  const text = { type: 'text', autocapitalize: 'off', spellcheck: false, autocomplete: 'username' };
  const pin = { type: 'password', inputmode: 'numeric', autocomplete: 'off' };
  const field = (name: string, label: string, attributes: object, hint?: string) =>
    h(
      'div',
      { class: 'field' },
      h('label', { for: name }, label),
      hint === undefined ? null : h('p', { class: 'hint', id: `${name}-hint` }, hint),
      h('input', {
        id: name,
        name,
        class: 'code',
        required: true,
        maxlength: 64,
        'aria-describedby': hint === undefined ? undefined : `${name}-hint`,
        ...attributes,
      }),
    );
  return renderDocument({
    title: worklist.signInTitle,
    language,
    kept: `&next=${encodeURIComponent(next)}`,
    body: [
      h('div', { class: 'head' }, h('h1', {}, worklist.signInTitle), h('p', { class: 'ask' }, worklist.signInLead)),
      problem === undefined ? null : banner('bad', '', worklist.problems[problem]),
      h(
        'form',
        { class: 'card', method: 'post', action: inLanguage('/sign-in', language), autocomplete: 'off' },
        h('input', { type: 'hidden', name: 'next', value: next }),
        field('signer', page.signer, text),
        field('pin', page.pin, pin, worklist.pinHint),
        h('button', { type: 'submit' }, worklist.signInButton),
        offersOidc
          ? h(
              'button',
              { type: 'submit', formaction: inLanguage('/oidc/sign-in', language), formnovalidate: true },
              oidc.signIn,
            )
          : null,
      ),
    ],
  });
}

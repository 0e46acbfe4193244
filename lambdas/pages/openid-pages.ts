import { inLanguage } from './design/safe.ts';
import { h, type VNode } from './element.ts';
import { frameDictionary } from './i18n/frame-dictionary.ts';
import { banner } from './parts/banner.ts';
import { renderDocument } from './parts/document.ts';
import type { Language } from './views.ts';

/** Leads to the provider; `url` is where somebody logs in. */
export function renderGoingPage(url: string, language: Language): string {
  const { oidc } = frameDictionary(language);
  return document(language, oidc.goingTitle, [
    h('p', { class: 'lead' }, oidc.goingText),
    h('p', {}, h('a', { class: 'button', href: url }, oidc.go)),
  ]);
}

/** What somebody brings back from the provider, and what they were about to do. */
export interface Returned {
  readonly code: string;
  readonly state: string;
  /** Of what is signed; without it somebody signs in. */
  readonly journeyId?: string | undefined;
  readonly meaning?: string | undefined;
}

/** Coming back does nothing: a button signs. Shows the sentence that is signed and nothing about a patient. */
export function renderReturnPage({ code, state, journeyId, meaning }: Returned, language: Language): string {
  const { oidc, page } = frameDictionary(language);
  const signs = meaning !== undefined;
  return document(language, signs ? oidc.confirmTitle : oidc.enterTitle, [
    journeyId === undefined
      ? null
      : h('p', { class: 'where' }, `${page.journey} `, h('span', { class: 'code' }, journeyId)),
    h('p', { class: 'lead' }, signs ? oidc.confirmText : oidc.enterText),
    signs
      ? h('p', { class: 'meaning' }, h('strong', {}, page.meaningLabel), ' ', h('span', { lang: 'en' }, meaning))
      : null,
    h(
      'form',
      { class: 'card', method: 'post', action: inLanguage('/oidc/callback', language) },
      h('input', { type: 'hidden', name: 'code', value: code }),
      h('input', { type: 'hidden', name: 'state', value: state }),
      h('button', { type: 'submit' }, signs ? oidc.confirm : oidc.enter),
    ),
  ]);
}

export type OpenIdProblem = keyof ReturnType<typeof frameDictionary>['oidc']['problems'];

/** Why nothing was signed, with the way back to the step where the browser knows it. */
export function renderOpenIdProblem(problem: OpenIdProblem, language: Language, backTo?: string): string {
  const { oidc } = frameDictionary(language);
  const { title, message } = oidc.problems[problem];
  return document(language, title, [
    banner('bad', '', message),
    backTo === undefined
      ? null
      : h('p', {}, h('a', { class: 'button', href: inLanguage(backTo, language) }, oidc.toStep)),
  ]);
}

const document = (language: Language, title: string, body: readonly (VNode | null)[]): string =>
  renderDocument({ title, language, body: [h('div', { class: 'head' }, h('h1', {}, title)), ...body] });

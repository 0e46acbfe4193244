import { createHash } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import { isReviewed } from '../../domain/language.ts';
import { LIST_STYLE } from '../design/list-style.ts';
import { PASSKEY_SCRIPT_PATH } from '../design/passkey-script.ts';
import { STYLE } from '../design/style.ts';
import { type ComponentChildren, h, type VNode } from '../element.ts';
import { type FrameDictionary, frameDictionary } from '../i18n/frame-dictionary.ts';
import { LANGUAGE_NAMES } from '../i18n/language.ts';
import { LANGUAGES, type Language } from '../views.ts';

const hashOf = (style: string): string => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/**
 * What a browser may do with our pages: show them with the styles they carry and post back to where they came from.
 * No script (but where passkeys are used), no picture, no frame, nothing from elsewhere.
 */
const POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(STYLE)} ${hashOf(LIST_STYLE)}`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];
export const CONTENT_SECURITY_POLICY = POLICY.join('; ');

/** Where passkeys are used: the one script of ours, and asking the place the page came from. */
const SCRIPTED_POLICY = [...POLICY, "script-src 'self'", "connect-src 'self'"].join('; ');

/** Headers that go with every page. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
};

/** Headers of a page with `passkey`. */
export const SCRIPTED_PAGE_HEADERS = { ...PAGE_HEADERS, 'content-security-policy': SCRIPTED_POLICY };

interface DocumentProps {
  readonly title: string;
  readonly language: Language;
  readonly body: ComponentChildren;
  /** What the page offers to do with a passkey; without it no script is loaded. */
  readonly passkey?: keyof FrameDictionary['offer'] | undefined;
  /** A page of lists: with their style, and as wide as the screen. */
  readonly wide?: boolean;
  /** What the address keeps when the language is changed, e.g. `&next=%2Fboard`. */
  readonly kept?: string;
}

/** A complete HTML document with our header and footer around `body`. */
export function renderDocument({ title, language, body, passkey, wide = false, kept = '' }: DocumentProps): string {
  const texts = frameDictionary(language);
  const page = h(
    'html',
    { lang: language },
    h(
      'head',
      {},
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('meta', { name: 'robots', content: 'noindex, nofollow' }),
      h('title', {}, `${title} – ${texts.product}`),
      // Text of a style element is not escaped by browsers; STYLE is a constant of ours.
      h('style', { dangerouslySetInnerHTML: { __html: STYLE } }),
      passkey === undefined
        ? null
        : h('script', { type: 'module', src: PASSKEY_SCRIPT_PATH, ...offered(texts.offer[passkey]) }),
      wide ? h('style', { dangerouslySetInnerHTML: { __html: LIST_STYLE } }) : null,
    ),
    h(
      'body',
      { class: wide ? 'wide' : undefined },
      h('a', { class: 'skip', href: '#content' }, texts.page.skip),
      h('header', { class: 'top' }, h('span', { class: 'brand' }, texts.product), languageLinks(language, kept)),
      h('main', { id: 'content', tabindex: -1 }, unreviewedNote(language, kept), body),
      h('footer', {}, h('p', {}, texts.page.disclaimer)),
    ),
  );
  return `<!doctype html>${renderToString(page)}`;
}

/** What the script for passkeys says, where it reads it. */
const offered = (texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [`data-${name}`, text]));

function languageLinks(language: Language, kept: string): VNode {
  const others = LANGUAGES.filter((one) => one !== language);
  return h(
    'span',
    { class: 'languages' },
    others.map((one) => h('a', { href: `?lang=${one}${kept}`, hreflang: one, lang: one }, LANGUAGE_NAMES[one])),
  );
}

/** A translation that nobody who answers for it has reviewed says so, and leads to the text that counts. */
function unreviewedNote(language: Language, kept: string): VNode | null {
  if (isReviewed(language)) return null;
  const { page } = frameDictionary(language);
  return h(
    'p',
    { class: 'unreviewed' },
    page.unreviewed,
    ' ',
    h('a', { href: `?lang=en${kept}`, hreflang: 'en' }, page.readInEnglish),
  );
}

import { renderToString } from 'preact-render-to-string';
import { isReviewed } from '../../domain/language.ts';
import { palettes } from '../design/palette.ts';
import { headerText, safeLink } from '../design/safe.ts';
import { type ComponentChildren, h, type VNode } from '../element.ts';
import { type Dictionary, dictionary } from '../i18n/dictionary.ts';
import type { ToldAs } from '../mail-views.ts';
import type { Language } from '../views.ts';

const { light } = palettes;

export type MailRow = readonly [term: string, value: string];

/** What every mail is made of. Text and HTML are drawn from the same parts, so that they say the same. */
export interface MailParts {
  readonly language: Language;
  readonly title: string;
  readonly urgent?: string | undefined;
  readonly paragraphs: readonly string[];
  readonly rows: readonly MailRow[];
  /** The one thing to do. */
  readonly action?: { readonly label: string; readonly link: string } | undefined;
  readonly small: readonly string[];
}

/** Where the whole list is, in words and not as a link: a mail has one thing to press. */
export const wholeList = ({ mail }: Dictionary, listAt: string | undefined): readonly string[] =>
  listAt === undefined ? [] : [mail.wholeList(safeLink(listAt))];

/** Why somebody gets a mail that others would get another time. */
export const toldAs = ({ onBehalfOf, onCall, team }: ToldAs, { mail }: Dictionary): readonly string[] => [
  ...(onBehalfOf === undefined ? [] : [mail.inPlaceOf(onBehalfOf.map((id) => headerText(id, 'user id')).join(', '))]),
  ...(onCall === true ? [mail.onCall] : []),
  ...(team === undefined ? [] : [mail.toTeam(headerText(team, 'team'))]),
];

export function mailText(parts: MailParts): string {
  const { title, urgent, paragraphs, rows, action } = parts;
  const blocks = [
    urgent === undefined ? title : `${urgent}: ${title}`,
    ...paragraphs,
    rows.map(([term, value]) => `${term}: ${value}`).join('\n'),
    action === undefined ? '' : `${action.label}:\n${action.link}`,
    '-- ',
    smallOf(parts).join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/**
 * The HTML part: one column, no table, no picture, inline style, because mail programs drop style sheets. Body text keeps
 * the reader's own colours, and only the button and the mark of urgency bring both of theirs; so it reads on a dark screen too.
 */
export function mailHtml(parts: MailParts): string {
  const { language, title, urgent, paragraphs, rows, action } = parts;
  const body = [
    urgent === undefined ? null : paragraph(h('strong', { style: style(urgentMark) }, urgent)),
    h('h1', { style: 'font-size:22px;line-height:1.25;margin:0 0 14px' }, title),
    ...paragraphs.map((text) => paragraph(text)),
    rows.map(([term, value]) => h('p', { style: 'margin:0 0 6px' }, `${term}: `, h('strong', {}, value))),
    action === undefined ? null : button(action.label, action.link),
    h('hr', { style: 'border:0;border-top:1px solid #8a949d;margin:22px 0 12px' }),
    smallOf(parts).map((text) => h('p', { style: 'margin:0 0 8px;font-size:14px' }, text)),
  ];
  const page = h(
    'html',
    { lang: language },
    h(
      'head',
      {},
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'supported-color-schemes', content: 'light dark' }),
      h('title', {}, title),
    ),
    h('body', { style: 'margin:0;padding:0' }, h('div', { style: FRAME }, body)),
  );
  return `<!doctype html>${renderToString(page)}`;
}

/** A translation that nobody who answers for it has reviewed says so first. */
const smallOf = ({ language, small }: MailParts): readonly string[] =>
  isReviewed(language) ? small : [dictionary(language).page.unreviewed, ...small];

const FRAME =
  'max-width:560px;margin:0 auto;padding:24px 18px;font:16px/1.5 system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif';

const style = (properties: Readonly<Record<string, string>>): string =>
  Object.entries(properties)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');

const urgentMark = {
  background: light.bad,
  color: light['on-accent'],
  padding: '3px 10px',
  'border-radius': '4px',
  'letter-spacing': '.04em',
};

const buttonStyle = {
  display: 'inline-block',
  background: light.accent,
  color: light['on-accent'],
  padding: '13px 24px',
  'border-radius': '7px',
  'font-weight': '600',
  'text-decoration': 'none',
};

const paragraph = (children: ComponentChildren): VNode => h('p', { style: 'margin:0 0 14px' }, children);

const button = (label: string, link: string): VNode =>
  h('p', { style: 'margin:22px 0' }, h('a', { href: link, style: style(buttonStyle) }, label));

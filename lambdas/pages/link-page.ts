import type { Instant } from '../domain/time.ts';
import type { Role, StepName } from '../domain/vocabulary.ts';
import { inLanguage } from './design/safe.ts';
import { type ComponentChildren, h, type VNode } from './element.ts';
import { type Dictionary, dictionary } from './i18n/dictionary.ts';
import { banner } from './parts/banner.ts';
import { renderDocument } from './parts/document.ts';
import { instantText } from './time-text.ts';
import type { Language } from './views.ts';

/** What a link shows to whoever holds it: nothing of the patient. */
export interface LinkView {
  readonly journeyId: string;
  readonly step: StepName;
  readonly role: Role;
  /** Name of the site. */
  readonly site: string;
  readonly dueAt?: Instant | undefined;
  readonly zone: string;
  /** The path of the link. */
  readonly path: string;
  /** The person the step was given to, masked. */
  readonly givenTo?: string;
  /** Somebody signed in whom the step is not asked of. */
  readonly reader?: { readonly name: string; readonly seesTimeline: boolean };
}

/** Where the script puts what signs in by passkey. */
export const OPEN_HERE = 'open-here';

/** Whether the page has the script for passkeys. */
export const takesPasskeys = ({ reader }: LinkView): boolean => reader === undefined;

/** The page of a link before sign-in, and for somebody the step is none of. `posted`: something was sent, and not recorded. */
export function renderLinkPage(view: LinkView, language: Language, posted: boolean): string {
  const texts = dictionary(language);
  const { link } = texts;
  return renderDocument({
    title: posted ? `${texts.page.problemTitle}: ${texts.steps[view.step].title}` : texts.steps[view.step].title,
    language,
    passkey: takesPasskeys(view) ? 'opening' : undefined,
    body: [
      h(
        'div',
        { class: 'head' },
        h('p', { class: 'where' }, `${texts.page.journey} `, h('span', { class: 'code' }, view.journeyId)),
        h('h1', {}, texts.steps[view.step].title),
      ),
      posted
        ? banner('bad', texts.page.problemTitle, view.reader === undefined ? link.signedOut : link.nothingRecorded)
        : null,
      view.reader === undefined ? null : notYours(view, view.reader, texts),
      about(view, texts, language),
      view.reader === undefined ? h('p', {}, link.lead) : null,
      ways(view, texts, language),
    ],
  });
}

const notYours = (view: LinkView, { name }: NonNullable<LinkView['reader']>, { link, roles }: Dictionary): VNode =>
  banner('warn', link.otherTitle, [
    h('p', {}, link.otherText(name, roles[view.role])),
    h('p', {}, link.askForIt(view.site)),
  ]);

function about(view: LinkView, texts: Dictionary, language: Language): VNode {
  const { link, page } = texts;
  const rows: readonly (VNode | null)[] = [
    row(link.site, view.site),
    row(page.askedOf, texts.roles[view.role]),
    view.givenTo === undefined ? null : row(link.givenTo, view.givenTo),
    view.dueAt === undefined ? null : row(page.due, instantText(view.dueAt, view.zone, language)),
  ];
  return h('section', { class: 'card facts', 'aria-label': page.aboutStep }, h('dl', {}, rows));
}

const row = (term: string, value: ComponentChildren): VNode => h('div', {}, h('dt', {}, term), h('dd', {}, value));

/** Where the holder can go on. */
function ways(
  { path, reader, journeyId }: LinkView,
  { link, worklist }: Dictionary,
  language: Language,
): readonly VNode[] {
  const signIn = inLanguage(`/sign-in?next=${encodeURIComponent(path)}`, language);
  if (reader === undefined) {
    return [
      h('p', {}, h('a', { class: 'button', href: signIn }, link.signIn)),
      h('div', { id: OPEN_HERE, class: 'field', hidden: true }),
    ];
  }
  const further = (href: string, text: string): VNode =>
    h('p', {}, h('a', { class: 'inline', href: inLanguage(href, language) }, text));
  return [
    further('/worklist', worklist.title),
    ...(reader.seesTimeline ? [further(`/worklist/journeys/${journeyId}`, worklist.timelineOf(journeyId))] : []),
    further(signIn, link.signInAsOther),
  ];
}

import { SHOWN } from '../domain/registers/listed.ts';
import { inLanguage } from './design/safe.ts';
import { h, type VNode } from './element.ts';
import { dictionary } from './i18n/dictionary.ts';
import { renderDocument } from './parts/document.ts';
import { ownNavigation } from './parts/own-navigation.ts';
import { mirrorText, nextDayText, ownerName, standingText } from './parts/register-texts.ts';
import { stackedTable } from './parts/stacked-table.ts';
import { entryPath, REGISTERS_PATH, registerPath } from './register-address.ts';
import type { Listed, RegisterView } from './register-views.ts';
import { instantText } from './time-text.ts';
import type { Language } from './views.ts';

/** The entries of one register: what may not be used first, then by the next day that ends. */
export function renderRegisterPage(view: RegisterView, language: Language): string {
  const { registers } = dictionary(language);
  const title = registers.names[view.register];
  return renderDocument({
    title,
    language,
    wide: true,
    kept: `${view.page > 1 ? `&page=${view.page}` : ''}${view.shown === undefined ? '' : `&show=${view.shown}`}`,
    body: [
      ownNavigation(view, language),
      h(
        'div',
        { class: 'head' },
        h('p', {}, h('a', { class: 'inline', href: inLanguage(REGISTERS_PATH, language) }, registers.title)),
        h('h1', { id: 'register-title' }, title),
        h('p', { class: 'where' }, `${registers.count(view.entries)}. ${view.entries > 0 ? registers.order : ''}`),
        h('p', { class: 'where' }, registers.asOf(instantText(view.now, view.zone, language))),
      ),
      view.entries === 0 ? null : filterForm(view, language),
      view.lines.length === 0
        ? h('p', {}, view.entries === 0 ? registers.empty : registers.noneShown)
        : stackedTable(
            [registers.entry, registers.standing, registers.nextDay, registers.owner, registers.mirror],
            view.lines.map((line) => rowOf(line, view, language)),
            'register-title',
          ),
      pageLinks(view, language),
    ],
  });
}

function rowOf(line: Listed, view: RegisterView, language: Language) {
  const { registers } = dictionary(language);
  const { entry } = line;
  const { register, id } = entry;
  return {
    head: [
      h('a', { class: 'inline', href: inLanguage(entryPath(register, id), language) }, entry.name),
      h('p', { class: 'where' }, h('span', { class: 'code' }, id), ` · ${registers.version(entry.version)}`),
    ],
    cells: [
      standingText(line, view.zone, language),
      nextDayText(line, language),
      ownerName(entry, language),
      mirrorText(entry, view.now, language),
    ],
  };
}

/** Reads, and so is no form that is posted. */
function filterForm({ register, shown }: RegisterView, language: Language): VNode {
  const { registers, worklist } = dictionary(language);
  return h(
    'form',
    { class: 'card filter', method: 'get', action: registerPath(register), 'aria-label': registers.filter },
    h('input', { type: 'hidden', name: 'lang', value: language }),
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'show' }, registers.filter),
      h(
        'select',
        { id: 'show', name: 'show' },
        [['', worklist.filterAll] as const, ...SHOWN.map((one) => [one, registers.shown[one]] as const)].map(
          ([value, text]) => h('option', { value, selected: value === (shown ?? '') }, text),
        ),
      ),
    ),
    h('button', { type: 'submit' }, worklist.filterButton),
  );
}

function pageLinks({ register, page, pages, shown }: RegisterView, language: Language): VNode | null {
  if (pages <= 1) return null;
  const { registers } = dictionary(language);
  const link = (to: number, text: string): VNode | null =>
    to < 1 || to > pages
      ? null
      : h(
          'a',
          {
            class: 'inline',
            href: inLanguage(
              `${registerPath(register)}?page=${to}${shown === undefined ? '' : `&show=${shown}`}`,
              language,
            ),
          },
          text,
        );
  return h(
    'nav',
    { class: 'doing', 'aria-label': registers.pageOf(page, pages) },
    link(page - 1, registers.before),
    h('span', {}, registers.pageOf(page, pages)),
    link(page + 1, registers.after),
  );
}

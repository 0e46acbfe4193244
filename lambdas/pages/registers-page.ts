import { SOON_DAYS } from '../domain/registers/listed.ts';
import { inLanguage } from './design/safe.ts';
import { h } from './element.ts';
import { dictionary } from './i18n/dictionary.ts';
import { renderDocument } from './parts/document.ts';
import { ownNavigation } from './parts/own-navigation.ts';
import { stackedTable } from './parts/stacked-table.ts';
import { COMPETENCE_PATH, registerPath } from './register-address.ts';
import type { RegistersView } from './register-views.ts';
import { instantText } from './time-text.ts';
import type { Language } from './views.ts';

/** The registers of the quality system of one site, each in one line. */
export function renderRegistersPage(view: RegistersView, language: Language): string {
  const { registers, competence } = dictionary(language);
  const title = registers.titleOf(view.site);
  return renderDocument({
    title,
    language,
    wide: true,
    body: [
      ownNavigation(view, language),
      h(
        'div',
        { class: 'head' },
        h('h1', { id: 'registers-title' }, title),
        h('p', { class: 'lead' }, registers.lead),
        h('p', {}, h('a', { class: 'inline', href: inLanguage(COMPETENCE_PATH, language) }, competence.title)),
        h('p', { class: 'where' }, registers.asOf(instantText(view.now, view.zone, language))),
      ),
      stackedTable(
        [registers.register, registers.entries, registers.closedNow, registers.soon(SOON_DAYS)],
        view.counts.map(({ register, entries, closed, soon }) => ({
          head: h(
            'a',
            { class: 'inline', href: inLanguage(registerPath(register), language) },
            registers.names[register],
          ),
          cells: [
            String(entries),
            closed === 0 ? '0' : h('strong', { class: 'clock late' }, String(closed)),
            soon === 0 ? '0' : h('strong', {}, String(soon)),
          ],
        })),
        'registers-title',
      ),
    ],
  });
}

import { COURSE_PHASES } from '../domain/vocabulary.ts';
import { inLanguage } from './design/safe.ts';
import { type ComponentChildren, h, type VNode } from './element.ts';
import { dictionary } from './i18n/dictionary.ts';
import { banner } from './parts/banner.ts';
import { clockText } from './parts/clock-text.ts';
import { renderDocument } from './parts/document.ts';
import { ownNavigation } from './parts/own-navigation.ts';
import { patientBanner } from './parts/patient-banner.ts';
import { dayText, instantText, localText } from './time-text.ts';
import type { Language } from './views.ts';
import type { BoardPhase, BoardRow, BoardView } from './worklist-views.ts';

const COLUMNS: readonly BoardPhase[] = [...COURSE_PHASES, 'FollowUp'];

/** All patients of a site by phase: for the weekly meeting, on screen and on paper. */
export function renderBoardPage(view: BoardView, language: Language): string {
  const { worklist, phases, page } = dictionary(language);
  const name = (phase: BoardPhase): string => (phase === 'FollowUp' ? worklist.followUp : phases[phase]);
  const head = [page.journey, ...COLUMNS.map(name), worklist.nextDate];
  return renderDocument({
    title: worklist.boardTitle(view.site),
    language,
    wide: true,
    body: [
      ownNavigation(view, language),
      h(
        'div',
        { class: 'head' },
        h('h1', { id: 'board-title' }, worklist.boardTitle(view.site)),
        h('p', { class: 'where' }, worklist.boardAt(instantText(view.now, view.zone, language))),
      ),
      ...doubtful(view, language),
      view.rows.length === 0
        ? h('p', {}, worklist.noJourneys)
        : h(
            'div',
            { class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'board-title' },
            h(
              'table',
              {},
              h('thead', {}, h('tr', {}, ...head.map((title) => h('th', { scope: 'col' }, title)))),
              h('tbody', {}, ...view.rows.map((row) => rowOf(row, view, language))),
            ),
          ),
    ],
  });
}

function doubtful({ doubtful: people }: BoardView, language: Language): readonly VNode[] {
  const { worklist } = dictionary(language);
  if (people.length === 0) return [];
  const named = people.map(({ id, standing }) => `${id} (${worklist.addresses[standing]})`);
  return [banner('warn', '', worklist.doubtful(named.join(', ')))];
}

function rowOf(row: BoardRow, view: BoardView, language: Language): VNode {
  const { worklist, plan } = dictionary(language);
  const place = row.phase === undefined ? COLUMNS.length : COLUMNS.indexOf(row.phase);
  return h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row' },
      patientBanner(row.journeyId, row.patient, language),
      h(
        'p',
        { class: 'where' },
        h(
          'a',
          { href: inLanguage(`/worklist/journeys/${row.journeyId}`, language) },
          worklist.timelineOf(row.journeyId),
        ),
        ` · ${row.protocol}${row.held ? ` · ${worklist.onHold}` : ''}`,
      ),
    ),
    ...COLUMNS.map((_, index) =>
      index === place
        ? h('td', { class: 'now' }, stepsOf(row, view, language))
        : h('td', { class: 'gone' }, index < place ? worklist.passed : ''),
    ),
    h(
      'td',
      {},
      row.next === undefined ? '' : `${dayText(row.next.from, view.zone, language)}: ${plan.items[row.next.item]}`,
    ),
  );
}

function stepsOf({ steps }: BoardRow, { zone }: BoardView, language: Language): ComponentChildren {
  const { worklist, steps: texts, roles, claims } = dictionary(language);
  if (steps.length === 0) return worklist.here;
  return steps.flatMap(({ step, role, assignedTo, claim, clock }) => [
    h('p', {}, h('strong', {}, texts[step].title), ` (${assignedTo ?? roles[role]})`),
    claim === undefined ? null : h('p', {}, claims.short(claim.by, localText(claim.at, zone, language))),
    clockText(clock, zone, language),
  ]);
}

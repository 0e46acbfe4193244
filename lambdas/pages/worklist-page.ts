import { isPast } from '../domain/worklist/clock-that-matters.ts';
import { inLanguage } from './design/safe.ts';
import { h, type VNode } from './element.ts';
import { dictionary } from './i18n/dictionary.ts';
import { clockText } from './parts/clock-text.ts';
import { renderDocument } from './parts/document.ts';
import { ownNavigation } from './parts/own-navigation.ts';
import { patientBanner } from './parts/patient-banner.ts';
import { localText } from './time-text.ts';
import type { Language } from './views.ts';
import type { WorklistLine, WorklistView } from './worklist-views.ts';

/** Everything that waits for one person, over all journeys of their site. */
export function renderWorklistPage(view: WorklistView, language: Language): string {
  const { worklist } = dictionary(language);
  return renderDocument({
    title: worklist.title,
    language,
    wide: true,
    body: [
      ownNavigation(view, language),
      h(
        'div',
        { class: 'head' },
        h('h1', {}, worklist.title),
        h('p', { class: 'where' }, `${worklist.shown(view.lines.length, view.all)} · ${view.zone}`),
      ),
      filterForm(view, language),
      view.lines.length === 0
        ? h('p', {}, worklist.nothing)
        : h(
            'ul',
            { class: 'lines' },
            view.lines.map((line) => lineItem(view, line, language)),
          ),
    ],
  });
}

function filterForm({ filter, roles, protocols }: WorklistView, language: Language): VNode {
  const { worklist, roles: names } = dictionary(language);
  const select = (name: string, label: string, chosen: string | undefined, options: readonly [string, string][]) =>
    h(
      'div',
      { class: 'field' },
      h('label', { for: name }, label),
      h(
        'select',
        { id: name, name },
        [['', worklist.filterAll] as const, ...options].map(([value, text]) =>
          h('option', { value, selected: value === (chosen ?? '') }, text),
        ),
      ),
    );
  return h(
    'form',
    { class: 'card filter', method: 'get', action: '/worklist', 'aria-label': worklist.filterTitle },
    h('input', { type: 'hidden', name: 'lang', value: language }),
    select(
      'role',
      worklist.filterRole,
      filter.role,
      roles.map((role) => [role, names[role]]),
    ),
    select(
      'protocol',
      worklist.filterProtocol,
      filter.protocol,
      protocols.map((id) => [id, id]),
    ),
    h(
      'div',
      { class: 'choice' },
      h('input', { id: 'overdue', type: 'checkbox', name: 'overdue', value: 'yes', checked: filter.overdue }),
      h('label', { for: 'overdue' }, worklist.filterOverdue),
    ),
    h('button', { type: 'submit' }, worklist.filterButton),
  );
}

function lineItem({ formToken, zone }: WorklistView, line: WorklistLine, language: Language): VNode {
  const { worklist, steps, phases, roles, page, claims } = dictionary(language);
  const { claim, journeyId, step, phase, round, assignedTo } = line;
  const title = steps[step].title;
  const where = `${line.protocol} · ${phases[phase]}${round > 1 ? `, ${page.round(round)}` : ''}`;
  return h(
    'li',
    { class: isPast(line.clock) ? 'card past' : 'card' },
    patientBanner(journeyId, line.patient, language),
    h('h2', {}, title),
    clockText(line.clock, zone, language),
    h(
      'p',
      { class: 'where' },
      [
        where,
        worklist.heldBy(assignedTo ?? roles[line.role]),
        ...(claim === undefined ? [] : [claims.short(claim.by, localText(claim.at, zone, language))]),
        ...(line.handedOverBy ?? []).map((id) => worklist.handedOver(id)),
        ...(line.held ? [worklist.onHold] : []),
      ].join(' · '),
    ),
    h(
      'div',
      { class: 'doing' },
      h(
        'form',
        { method: 'post', action: inLanguage('/worklist/steps', language) },
        h('input', { type: 'hidden', name: 'form', value: formToken }),
        h('input', { type: 'hidden', name: 'journey', value: journeyId }),
        h('input', { type: 'hidden', name: 'step', value: `${phase}.${round}.${step}` }),
        h('button', { type: 'submit', 'aria-label': worklist.open(title, journeyId) }, worklist.openShort),
      ),
      h(
        'a',
        {
          class: 'inline',
          href: inLanguage(`/worklist/journeys/${journeyId}`, language),
          'aria-label': worklist.timelineOf(journeyId),
        },
        worklist.timeline,
      ),
    ),
  );
}

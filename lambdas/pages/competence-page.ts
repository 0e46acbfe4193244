import { TASKS } from '../domain/competence/tasks.ts';
import type { CompetenceLine, CompetenceOfView, CompetenceRecord, CompetenceView } from './competence-views.ts';
import { cut } from './cut.ts';
import { inLanguage } from './design/safe.ts';
import { h, type VNode } from './element.ts';
import { dictionary } from './i18n/dictionary.ts';
import { find } from './i18n/texts.ts';
import { banner } from './parts/banner.ts';
import { renderDocument } from './parts/document.ts';
import { problemNote } from './parts/entry-acts.ts';
import { ownNavigation } from './parts/own-navigation.ts';
import { pinInput } from './parts/pin-input.ts';
import { stackedTable } from './parts/stacked-table.ts';
import { COMPETENCE_PATH, competencePath, REGISTERS_PATH } from './register-address.ts';
import { dateText, localText } from './time-text.ts';
import type { Language } from './views.ts';

/** Who may do which task until when, what lapses first. */
export function renderCompetencePage(view: CompetenceView, language: Language): string {
  const { competence } = dictionary(language);
  return renderDocument({
    title: competence.title,
    language,
    wide: true,
    ...(view.task === undefined ? {} : { kept: `&task=${view.task}` }),
    body: [
      ownNavigation(view, language),
      h(
        'div',
        { class: 'head' },
        toRegisters(language),
        h('h1', { id: 'competence-title' }, competence.title),
        h('p', { class: 'where' }, view.ofAll ? competence.lead : competence.leadOwn),
      ),
      filterForm(view, language),
      view.lines.length === 0 ? h('p', {}, competence.none) : table(view.lines, language),
      view.left === 0 ? null : h('p', { class: 'hint' }, competence.left(view.left)),
    ],
  });
}

/** What one person may do, everything that was recorded of it, and where it is taken back. */
export function renderCompetenceOfPage(view: CompetenceOfView, language: Language): string {
  const { competence } = dictionary(language);
  const { person, lines, isDone } = view;
  const texts = view.records.map((record) => textsOf(record, view.zone, language));
  const { shown, left } = cut(texts, MOST_BYTES, (text) => text);
  return renderDocument({
    title: `${person.name} – ${competence.title}`,
    language,
    wide: true,
    body: [
      ownNavigation(view, language),
      h(
        'div',
        { class: 'head' },
        toRegisters(
          language,
          h('a', { class: 'inline', href: inLanguage(COMPETENCE_PATH, language) }, competence.title),
        ),
        h('h1', { id: 'competence-title' }, person.name),
        h('p', { class: 'where' }, h('span', { class: 'code' }, person.id)),
      ),
      isDone ? banner('good', '', competence.done) : null,
      view.problem === undefined ? null : problemNote(view.problem, language),
      lines.length === 0 ? h('p', {}, competence.none) : table(lines, language),
      view.revocable.length === 0 ? null : revokeForm(view, language),
      h(
        'section',
        { class: 'facts', 'aria-labelledby': 'records-title' },
        h('h2', { id: 'records-title' }, competence.records),
        h(
          'ol',
          { class: 'lines', reversed: true },
          shown.map((text) => h('li', { class: 'card' }, ...text.map((line) => h('p', {}, line)))),
        ),
        left === 0 ? null : h('p', { class: 'hint' }, competence.left(left)),
      ),
    ],
  });
}

/** Of a page of 60 kB, what the records of one person may take. */
const MOST_BYTES = 25_000;

const toRegisters = (language: Language, more?: VNode): VNode =>
  h(
    'p',
    {},
    h('a', { class: 'inline', href: inLanguage(REGISTERS_PATH, language) }, dictionary(language).registers.title),
    ...(more === undefined ? [] : [' › ', more]),
  );

function table(lines: readonly CompetenceLine[], language: Language): VNode {
  const { competence } = dictionary(language);
  return stackedTable(
    [competence.person, competence.task, competence.standing, competence.until, competence.training],
    lines.map(({ person, name, task, how, standing }) => ({
      head: [
        h('a', { class: 'inline', href: inLanguage(competencePath(person), language) }, name),
        h('p', { class: 'where' }, h('span', { class: 'code' }, person)),
      ],
      cells: [
        taskText(task, language),
        how === 'may' ? competence.how.may : h('strong', { class: 'clock late' }, competence.how[how]),
        dateText(standing.validUntil, language),
        standing.training,
      ],
    })),
    'competence-title',
  );
}

function filterForm({ task }: CompetenceView, language: Language): VNode {
  const { competence, worklist } = dictionary(language);
  return h(
    'form',
    { class: 'card filter', method: 'get', action: COMPETENCE_PATH, 'aria-label': competence.task },
    h('input', { type: 'hidden', name: 'lang', value: language }),
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'task' }, competence.task),
      h(
        'select',
        { id: 'task', name: 'task' },
        [['', worklist.filterAll] as const, ...TASKS.map((one) => [one, taskText(one, language)] as const)].map(
          ([value, text]) => h('option', { value, selected: value === (task ?? '') }, text),
        ),
      ),
    ),
    h('button', { type: 'submit' }, worklist.filterButton),
  );
}

function revokeForm(view: CompetenceOfView, language: Language): VNode {
  const { competence, registerActs, page } = dictionary(language);
  const { typed = {}, person, revocable } = view;
  const typedIn = (name: string): string => find(typed, name)?.[0] ?? '';
  const field = (id: string, label: string, control: VNode): VNode =>
    h('div', { class: 'field' }, h('label', { for: id }, label), control);
  return h(
    'details',
    { class: 'card', open: view.problem !== undefined },
    h('summary', {}, h('h2', {}, competence.revoke)),
    h(
      'form',
      { method: 'post', action: inLanguage(competencePath(person.id), language), autocomplete: 'off' },
      h('p', { class: 'hint' }, competence.revokeHint),
      h('input', { type: 'hidden', name: 'form', value: view.formToken }),
      field(
        'task',
        competence.task,
        h(
          'select',
          { id: 'task', name: 'task', required: true },
          revocable.map((one) =>
            h('option', { value: one, selected: one === typedIn('task') }, taskText(one, language)),
          ),
        ),
      ),
      field(
        'because',
        registerActs.because,
        h('input', {
          ...{ id: 'because', name: 'because', type: 'text', required: true, maxlength: 300 },
          ...{ autocomplete: 'off', value: typedIn('because') },
        }),
      ),
      h('p', { class: 'meaning' }, h('strong', {}, page.meaningLabel), ' ', competence.meaning),
      field('revoke-pin', registerActs.ownPin(view.reader), pinInput('revoke-pin')),
      h('button', { type: 'submit' }, competence.button),
    ),
  );
}

function textsOf(record: CompetenceRecord, zone: string, language: Language): readonly string[] {
  const { competence, registers } = dictionary(language);
  const day = (date: string): string => dateText(date, language);
  return [
    `${taskText(record.task, language)}: ${said()}`,
    `${localText(record.at, zone, language)}. ${registers.by(record.by)}`,
    record.why,
  ];

  function said(): string {
    switch (record.what) {
      case 'assessed':
        return competence.assessed(record.training, record.assessor, day(record.assessedOn), day(record.validUntil));
      case 'read':
        return competence.read(record.procedure.id, record.procedure.version, day(record.readOn));
      case 'revoked':
        return competence.how.revoked;
    }
  }
}

const taskText = (task: CompetenceLine['task'], language: Language): string => dictionary(language).mail.tasks[task];

import { cut } from './cut.ts';
import { inLanguage } from './design/safe.ts';
import { h, type VNode } from './element.ts';
import { dictionary } from './i18n/dictionary.ts';
import { banner } from './parts/banner.ts';
import { headcountText } from './parts/coverage-texts.ts';
import { renderDocument } from './parts/document.ts';
import { actsNote, entryActs } from './parts/entry-acts.ts';
import { ownNavigation } from './parts/own-navigation.ts';
import { countsTexts, ownerName, pathText, standingText, valueText } from './parts/register-texts.ts';
import { registerVersions } from './parts/register-versions.ts';
import { waitingSteps } from './parts/waiting-steps.ts';
import { entryPath, REGISTERS_PATH, registerPath } from './register-address.ts';
import type { EntryView, Listed } from './register-views.ts';
import { dateText, localText } from './time-text.ts';
import type { Language } from './views.ts';

/** Of a page of 60 kB, what the values of an entry may take; its versions take the rest. */
const MOST_BYTES = 14_000;

/** One entry of a register: how it stands, what it says, and every version of it. */
export function renderRegisterEntryPage(view: EntryView, language: Language): string {
  const { registers } = dictionary(language);
  const { register, id, line, asOf, problem } = view;
  return renderDocument({
    title: `${line?.entry.name ?? id} – ${registers.names[register]}`,
    language,
    wide: true,
    ...(asOf === undefined ? {} : { kept: `&asOf=${asOf}` }),
    body: [
      ownNavigation(view, language),
      h(
        'div',
        { class: 'head' },
        h(
          'p',
          {},
          h('a', { class: 'inline', href: inLanguage(REGISTERS_PATH, language) }, registers.title),
          ' › ',
          h('a', { class: 'inline', href: inLanguage(registerPath(register), language) }, registers.names[register]),
        ),
        h('h1', {}, line?.entry.name ?? id),
        h(
          'p',
          { class: 'where' },
          h('span', { class: 'code' }, id),
          ...(line === undefined
            ? []
            : [` · ${registers.version(line.entry.version)} · ${registers.owner}: ${ownerName(line.entry, language)}`]),
        ),
      ),
      problem === undefined ? null : banner('warn', '', registers.problems[problem]),
      view.acting === undefined ? null : actsNote(view.acting, language),
      asOf === undefined ? null : banner('warn', '', registers.pastNote(dateText(asOf, language))),
      line === undefined ? null : standingCard(line, view, language),
      view.waiting === undefined ? null : waitingSteps(view.waiting, view, language),
      view.acting === undefined ? null : entryActs(view.acting, view, language),
      line === undefined ? null : contents(view, language),
      asOfForm(view, language),
      registerVersions(view, language),
    ],
  });
}

function standingCard(line: Listed, { zone, headcount = [] }: EntryView, language: Language): VNode {
  const { registers } = dictionary(language);
  const { entry } = line;
  const counts = countsTexts(entry, language);
  const { restsOn = [], serves = [], mirror } = entry;
  const links = restsOn.map(({ register, id }) =>
    h(
      'p',
      {},
      h('a', { class: 'inline', href: inLanguage(entryPath(register, id), language) }, id),
      ` (${registers.names[register]})`,
    ),
  );
  const rows: readonly (readonly [string, VNode | readonly VNode[] | string])[] = [
    ...(counts.length === 0 ? [] : [[registers.validity, counts.map((text) => h('p', {}, text))] as const]),
    ...(headcount.length === 0
      ? []
      : [[registers.headcount, headcount.map((one) => h('p', {}, headcountText(one, language)))] as const]),
    ...(links.length === 0 ? [] : [[registers.restsOn, links] as const]),
    ...(serves.length === 0 ? [] : [[registers.serves, serves.join(', ')] as const]),
    [
      registers.mirror,
      mirror === undefined
        ? registers.here
        : registers.mirrorOf(mirror.system, mirror.id, localText(mirror.asOf, zone, language)),
    ],
  ];
  return h(
    'section',
    { class: 'card facts', 'aria-labelledby': 'standing-title' },
    h('h2', { id: 'standing-title' }, registers.standing),
    standingText(line, zone, language),
    h('dl', {}, ...rows.map(([term, text]) => h('div', {}, h('dt', {}, term), h('dd', {}, text)))),
  );
}

function contents({ leaves, zone }: EntryView, language: Language): VNode {
  const { registers } = dictionary(language);
  const rows = leaves.map((leaf) => [pathText(leaf.path, language), valueText(leaf, zone, language)] as const);
  const { shown, left } = cut(rows, MOST_BYTES, (row) => row);
  return h(
    'section',
    { class: 'card facts', 'aria-labelledby': 'contents-title' },
    h('h2', { id: 'contents-title' }, registers.contents),
    h('dl', {}, ...shown.map(([term, text]) => h('div', {}, h('dt', {}, term), h('dd', {}, text)))),
    left === 0 ? null : h('p', { class: 'hint' }, registers.cut(left)),
  );
}

/** Reads, and so is no form that is posted. */
function asOfForm({ register, id, asOf, today }: EntryView, language: Language): VNode {
  const { registers } = dictionary(language);
  const address = entryPath(register, id);
  return h(
    'form',
    { class: 'card filter doing', method: 'get', action: address, 'aria-label': registers.pastTitle },
    h('input', { type: 'hidden', name: 'lang', value: language }),
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'as-of' }, registers.pastTitle),
      h('p', { class: 'hint', id: 'as-of-hint' }, registers.dayHint),
      h('input', {
        id: 'as-of',
        name: 'asOf',
        type: 'date',
        class: 'time',
        required: true,
        max: today,
        value: asOf ?? '',
        'aria-describedby': 'as-of-hint',
      }),
    ),
    h('button', { type: 'submit' }, registers.show),
    asOf === undefined ? null : h('a', { class: 'inline', href: inLanguage(address, language) }, registers.toNow),
  );
}

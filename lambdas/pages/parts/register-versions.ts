import { cut } from '../cut.ts';
import { h, type VNode } from '../element.ts';
import { dictionary } from '../i18n/dictionary.ts';
import type { Difference, EntryView, VersionView } from '../register-views.ts';
import { dateText, localText } from '../time-text.ts';
import type { Language } from '../views.ts';
import { pathText, valueText } from './register-texts.ts';

/** Of a page of 60 kB, what all versions of an entry may take; older ones are left out first. */
const MOST_BYTES = 18_000;
/** What one version may take of it. */
const MOST_OF_ONE = 6_000;

/** Every version of an entry, newest first: who entered it, why, and what it says otherwise than the one before. */
export function registerVersions({ versions, zone }: EntryView, language: Language): VNode {
  const { registers } = dictionary(language);
  const texts = versions.map((version) => textsOf(version, zone, language));
  const { shown, left } = cut(texts, MOST_BYTES, ({ head, changes }) => [...head, ...changes.shown.flat()]);
  return h(
    'section',
    { class: 'facts', 'aria-labelledby': 'versions-title' },
    h('h2', { id: 'versions-title' }, registers.versions),
    h(
      'ol',
      { class: 'lines', reversed: true },
      shown.map(({ version, head, changes }) => versionItem(version, head, changes, language)),
    ),
    left === 0 ? null : h('p', { class: 'hint' }, registers.cut(left)),
  );
}

type Row = readonly [what: string, was: string, is: string];
interface Cut {
  readonly shown: readonly Row[];
  readonly left: number;
}

function textsOf(version: VersionView, zone: string, language: Language) {
  const { registers, registerActs } = dictionary(language);
  const { by, second, why, mirror, at, evidence = version.confirmedBy } = version;
  const said = (path: readonly string[], value: string | undefined): string =>
    value === undefined ? registers.nothing : valueText({ path, value }, zone, language);
  const rows = version.differences.map(
    ({ path, before, after }: Difference): Row => [pathText(path, language), said(path, before), said(path, after)],
  );
  const head = [
    registers.versionTitle(version.version, localText(at, zone, language)),
    second === undefined ? registers.by(by) : registers.bySecond(by, second),
    ...(version.signed === undefined ? [] : [registerActs.signed[version.signed]]),
    ...(why === evidence?.reference ? [] : [why]),
    ...(evidence === undefined ? [] : [evidenceText(evidence, language)]),
    ...(mirror === undefined
      ? []
      : [registers.mirrorOf(mirror.system, mirror.id, localText(mirror.asOf, zone, language))]),
  ];
  return { version, head, changes: cut(rows, MOST_OF_ONE, (row) => row) };
}

function evidenceText({ reference, on }: NonNullable<VersionView['evidence']>, language: Language): string {
  const { registerActs } = dictionary(language);
  return registerActs.evidence(reference, on === undefined ? undefined : dateText(on, language));
}

function versionItem(
  { version }: VersionView,
  [title, ...lines]: readonly string[],
  { shown, left }: Cut,
  language: Language,
): VNode {
  const { registers } = dictionary(language);
  return h(
    'li',
    { class: 'card' },
    h('h3', { id: `version-${version}` }, title),
    ...lines.map((line) => h('p', {}, line)),
    shown.length > 0
      ? h(
          'dl',
          {},
          ...shown.map(([what, was, is]) =>
            h('div', {}, h('dt', {}, what), h('dd', {}, changeText(was, is, language))),
          ),
        )
      : h('p', { class: 'where' }, version === 1 ? registers.first : registers.unchanged),
    left === 0 ? null : h('p', { class: 'hint' }, registers.cut(left)),
  );
}

function changeText(was: string, is: string, language: Language) {
  const { registers } = dictionary(language);
  return [h('span', { class: 'where' }, `${registers.was}: ${was}`), ' → ', `${registers.is}: ${is}`];
}

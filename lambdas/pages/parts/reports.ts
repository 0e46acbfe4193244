import { REPORT } from '../../domain/sign-off/submission.ts';
import { reportOf } from '../../domain/steps/meanings.ts';
import { h, type VNode } from '../element.ts';
import { fieldsOf } from '../form/fields.ts';
import type { FormContext } from '../form/form-context.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import { say } from '../i18n/texts.ts';
import { instantText } from '../time-text.ts';
import type { Language, ReportLine, StepView } from '../views.ts';
import { openLink, reportId } from './open-link.ts';
import { signForm } from './sign-form.ts';
import { occurredAtField } from './signature.ts';
import { signerText } from './signer-text.ts';

/** What anybody involved can report from this page, closed until somebody wants to; above it what was reported so far. */
export function reportSection(
  view: StepView,
  language: Language,
  contextOf: (report: string) => FormContext,
  chosen: string | undefined,
): VNode | null {
  const reports = view.reports ?? [];
  const isChosen = ({ report }: ReportLine): boolean => reportId(report) === chosen;
  if (reports.length === 0) return null;
  const { texts } = contextOf('');
  const most = Math.max(...reports.map(({ roles }) => roles.length));
  const made = madeSoFar(reports, view, texts, language);
  if (made === null && !view.takesReports) return null;
  const lines = (some: readonly ReportLine[]): readonly VNode[] =>
    some.map((line) =>
      isChosen(line)
        ? reportForm(line, view, language, contextOf(line.report), line.roles.length < most)
        : openLink({ view, language, id: reportId(line.report), ...styleOf(line) }, say(texts.reports, line.report)),
    );
  const anywhere = reports.filter(({ isWayPast }) => isWayPast === undefined);
  // One that is no way on any more is shown to whoever has just posted it, with what became of it.
  const ways = reports.filter((line) => line.isWayPast === true || (line.isWayPast === false && isChosen(line)));
  return h(
    'section',
    { 'aria-labelledby': 'reports-title' },
    view.takesReports && ways.length > 0
      ? h(
          'div',
          { class: 'card' },
          h('h3', {}, texts.page.waysPastTitle),
          h('p', { class: 'hint' }, texts.page.waysPastHint),
          h('div', { class: 'container' }, lines(ways)),
        )
      : null,
    h('h2', { id: 'reports-title' }, texts.page.reportsTitle),
    made,
    view.takesReports
      ? h(
          'details',
          { class: 'card more', open: anywhere.some(isChosen) },
          h('summary', {}, h('span', {}, texts.page.reportsHint)),
          lines(anywhere),
        )
      : null,
  );
}

/** Those within the list are styled by it. */
const styleOf = ({ isWayPast }: ReportLine): { readonly class?: string } =>
  isWayPast === undefined ? {} : { class: 'card line' };

function madeSoFar(
  reports: readonly ReportLine[],
  { zone }: StepView,
  texts: Dictionary,
  language: Language,
): VNode | null {
  const made = reports
    .flatMap(({ report, made: records }) => records.map((record) => ({ ...record, report })))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1));
  if (made.length === 0) return null;
  const text = (one: (typeof made)[number]): string =>
    texts.page.madeBy(say(texts.reports, one.report), signerText(texts, one), instantText(one.at, zone, language));
  return h(
    'div',
    { class: 'card' },
    h('h3', {}, texts.page.reportsMade),
    h(
      'ul',
      {},
      made.map((one) => h('li', {}, text(one))),
    ),
  );
}

const reportForm = (
  { report, schema, roles, isWayPast }: ReportLine,
  view: StepView,
  language: Language,
  context: FormContext,
  /** Not everybody may report it, so it is said who may. */
  saysWho: boolean,
): VNode =>
  h(
    'details',
    { class: 'card', id: reportId(report), open: true },
    h('summary', {}, h('h3', {}, say(context.texts.reports, report))),
    saysWho
      ? h(
          'div',
          { class: 'notes' },
          h(
            'p',
            { class: 'hint' },
            context.texts.page.recordedByRoles(roles.map((role) => context.texts.roles[role]).join(' / ')),
          ),
        )
      : null,
    signForm({
      view,
      language,
      context,
      decision: REPORT,
      meaning: reportOf(report),
      fields: fieldsOf(schema, 'evidence'),
      // What lets somebody go on counts from when it is signed.
      more: isWayPast === undefined ? occurredAtField(context, false) : null,
      button: context.texts.page.signReport,
    }),
  );

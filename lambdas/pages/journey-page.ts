import { stretchOf } from '../domain/plan/stretch.ts';
import type { StepName } from '../domain/vocabulary.ts';
import type { Happened, Waiting } from '../domain/worklist/timeline.ts';
import { inLanguage } from './design/safe.ts';
import { h, type VNode } from './element.ts';
import { isInstant } from './fact-text.ts';
import { type Dictionary, dictionary } from './i18n/dictionary.ts';
import { say } from './i18n/texts.ts';
import { attachedFiles } from './parts/attached-files.ts';
import { CORRECTING } from './parts/correcting.ts';
import { readLines } from './parts/correction-notes.ts';
import { renderDocument } from './parts/document.ts';
import { ownNavigation } from './parts/own-navigation.ts';
import { patientBanner } from './parts/patient-banner.ts';
import { signerText } from './parts/signer-text.ts';
import { dayText, localText } from './time-text.ts';
import type { Language } from './views.ts';
import type { JourneyView } from './worklist-views.ts';

/** One journey: who holds it, what comes, and what happened, newest first. */
export function renderJourneyPage(view: JourneyView, language: Language): string {
  const { worklist } = dictionary(language);
  const { waiting, coming, happened } = view.timeline;
  const { zone } = view;
  return renderDocument({
    title: `${view.journeyId} ${worklist.timeline}`,
    language,
    wide: true,
    body: [
      ownNavigation(view, language),
      patientBanner(view.journeyId, view.patient, language),
      h(
        'div',
        { class: 'head' },
        h('h1', {}, worklist.journeyTitle),
        h('p', { class: 'where' }, `${view.protocol} · ${zone}`),
      ),
      part('waiting', worklist.waitingTitle, worklist.noneWaiting, waiting, (one) => waitingText(one, view, language)),
      ...waiting.flatMap((one) => takingOver(one, view, language)),
      part('coming', worklist.comingTitle, worklist.noneComing, coming, (item) => {
        const { plan } = dictionary(language);
        const { item: name, number, basis, visit } = item;
        const { from } = stretchOf(item, zone);
        const label = visit === undefined ? plan.items[name] : `${plan.items[name]} ${visit.name}`;
        const again = number > 1 && visit === undefined ? ` (${plan.again(number)})` : '';
        return [dayText(from, zone, language), `${label}${again}, ${worklist.bases[basis]}`];
      }),
      attachedFiles(view, language),
      part('happened', worklist.happenedTitle, worklist.nothing, happened, (one) => [
        localText(one.at, zone, language),
        happenedText(one, view, language),
      ]),
      correcting(view, language),
    ],
  });
}

function part<T>(
  id: string,
  title: string,
  none: string,
  items: readonly T[],
  textOf: (item: T) => readonly [when: string, what: string],
): VNode {
  return h(
    'section',
    { class: 'card facts', 'aria-labelledby': `${id}-title` },
    h('h2', { id: `${id}-title` }, title),
    items.length === 0
      ? h('p', {}, none)
      : h(
          'dl',
          {},
          items.map((item) => {
            const [when, what] = textOf(item);
            return h('div', {}, h('dt', {}, when), h('dd', {}, what));
          }),
        ),
  );
}

function waitingText(
  { step, role, assignedTo, claim, dueAt }: Waiting,
  { zone, now }: JourneyView,
  language: Language,
) {
  const { worklist, steps, roles, claims } = dictionary(language);
  const isClaimed = claim !== undefined && now < claim.until;
  const claimed = isClaimed ? ` (${claims.short(claim.by, localText(claim.at, zone, language))})` : '';
  const kind = dueAt <= now ? 'overdue' : 'due';
  const when = worklist.clocks[kind](localText(dueAt, zone, language));
  return [when, `${steps[step].title}. ${worklist.heldBy(assignedTo ?? roles[role])}${claimed}`] as const;
}

/** Where a coordinator takes over what somebody has claimed. */
function takingOver({ key, step, claim }: Waiting, view: JourneyView, language: Language): readonly VNode[] {
  if (!view.takesOver || claim === undefined || view.now >= claim.until) return [];
  const { claims, steps } = dictionary(language);
  return [
    h(
      'form',
      { class: 'doing', method: 'post', action: inLanguage('/worklist/steps', language) },
      h('input', { type: 'hidden', name: 'form', value: view.formToken }),
      h('input', { type: 'hidden', name: 'journey', value: view.journeyId }),
      h('input', { type: 'hidden', name: 'step', value: key }),
      h('button', { class: 'plain', type: 'submit' }, `${claims.takeOver}: ${steps[step].title}`),
    ),
  ];
}

/** Where a step is opened to have a value of it corrected. */
function correcting({ correctable, journeyId, formToken }: JourneyView, language: Language): VNode | null {
  if (correctable.length === 0) return null;
  const { correcting: texts, steps, page } = dictionary(language);
  return h(
    'form',
    { class: 'doing', method: 'post', action: inLanguage('/worklist/steps', language) },
    h('input', { type: 'hidden', name: 'form', value: formToken }),
    h('input', { type: 'hidden', name: 'journey', value: journeyId }),
    h('input', { type: 'hidden', name: 'to', value: CORRECTING }),
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'correct-step' }, texts.steps),
      h(
        'select',
        { id: 'correct-step', name: 'step', required: true },
        correctable.map(({ key, step, round }) =>
          h('option', { value: key }, round > 1 ? `${steps[step].title}, ${page.round(round)}` : steps[step].title),
        ),
      ),
    ),
    h('button', { class: 'plain', type: 'submit' }, texts.open),
  );
}

function happenedText(one: Happened, { zone }: JourneyView, language: Language): string {
  const texts = dictionary(language);
  const { worklist, phases, page, steps, reports, deviations, journeyOutcomes } = texts;
  switch (one.what) {
    case 'phase':
      return worklist.phaseEntered(
        `${phases[one.phase]}${one.round > 1 && one.phase !== 'FollowUpVisit' ? `, ${page.round(one.round)}` : ''}`,
      );
    case 'decided':
      return (
        worklist.decidedBy(
          steps[one.step].title,
          say(steps[one.step].decisions, one.decision),
          signerText(texts, one),
        ) + sinceText(one.correctedSince ?? [], texts)
      );
    case 'reported':
      return worklist.reportedBy(say(reports, one.report), signerText(texts, one));
    case 'deviation':
      return worklist.deviation(say(deviations, one.kind));
    case 'corrected': {
      const shown = (value: string): string => (isInstant(value) ? localText(value, zone, language) : value);
      const text = worklist.corrected(steps[one.step].title, shown(one.from), shown(one.to));
      const said = one.signedAgain ? text : `${text} (${worklist.notSignedAgain})`;
      return [said, ...readLines(one, language)].join('. ');
    }
    case 'closed':
      return worklist.closed(journeyOutcomes[one.outcome]);
    default:
      return worklist[one.what];
  }
}

const sinceText = (since: readonly StepName[], texts: Dictionary): string =>
  since.length === 0
    ? ''
    : ` (${texts.correcting.readBy.since}: ${since.map((step) => texts.steps[step].title).join(', ')})`;

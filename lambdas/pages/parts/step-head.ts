import { type ComponentChildren, h, type VNode } from '../element.ts';
import { factText } from '../fact-text.ts';
import { labelOf } from '../form/form-context.ts';
import { type Dictionary, dictionary } from '../i18n/dictionary.ts';
import { say } from '../i18n/texts.ts';
import { instantText } from '../time-text.ts';
import type { Fact, Language, StepView } from '../views.ts';

const IDENTIFIERS = new Set(['chainOfIdentity', 'donationNumber', 'batch', 'containers', 'protocol']);

/** Title, what is wanted, by whom and until when. */
export function stepHead(view: StepView, language: Language): VNode {
  const texts = dictionary(language);
  const round = view.round > 1 ? `, ${texts.page.round(view.round)}` : '';
  const where = `${texts.phases[view.phase]}${round}`;
  return h(
    'div',
    { class: 'head' },
    h('p', { class: 'where' }, `${texts.page.journey} `, h('span', { class: 'code' }, view.journeyId), ` · ${where}`),
    h('h1', {}, texts.steps[view.step].title),
    view.status === 'open' || view.status === 'held' ? h('p', { class: 'ask' }, texts.steps[view.step].ask) : null,
  );
}

/** Everything the signature binds to, as a list of terms. */
export function factList(view: StepView, language: Language): VNode {
  const texts = dictionary(language);
  const due = view.facts.find(({ label }) => label === 'dueAt')?.value ?? view.dueAt;
  const rows = [
    ...view.facts
      .filter(({ label }) => label !== 'dueAt')
      .map((fact) => row(termOf(fact, texts), shown(fact, view, language))),
    row(texts.page.askedOf, texts.roles[view.role]),
    due === undefined ? null : row(texts.page.due, instantText(due, view.zone, language)),
    view.status === 'open' ? row(texts.page.linkValidUntil, instantText(view.expiresAt, view.zone, language)) : null,
  ];
  return h(
    'section',
    { class: 'card facts', 'aria-labelledby': 'facts-title' },
    h(
      'h2',
      { id: 'facts-title' },
      view.status === 'decided' || view.status === 'withdrawn' ? texts.page.aboutStep : texts.page.whatYouSign,
    ),
    h('dl', {}, rows),
  );
}

/** A value that is compared is named as the form named it that took it. */
const termOf = ({ label, of }: Fact, texts: Dictionary): string =>
  label === 'transcribedValue' && of !== undefined
    ? `${say(texts.facts, label)}: ${labelOf(texts, of)}`
    : say(texts.facts, label);

function shown(fact: Fact, view: StepView, language: Language): ComponentChildren {
  const text = fact.kind === 'field' ? labelOf(dictionary(language), fact.value) : factText(fact, view.zone, language);
  const isIdentifier = fact.kind === 'identifier' || (fact.kind === undefined && IDENTIFIERS.has(fact.label));
  return isIdentifier ? h('span', { class: 'code' }, text) : text;
}

const row = (term: string, value: ComponentChildren): VNode => h('div', {}, h('dt', {}, term), h('dd', {}, value));

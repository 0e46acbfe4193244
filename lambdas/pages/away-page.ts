import { rolesOfStep } from '../domain/journey/parts-in-care.ts';
import type { Delegation } from '../domain/staff/delegation.ts';
import { steps as definitions } from '../domain/steps/index.ts';
import { STEPS } from '../domain/vocabulary.ts';
import { inLanguage } from './design/safe.ts';
import { h, type VNode } from './element.ts';
import { dictionary } from './i18n/dictionary.ts';
import { find } from './i18n/texts.ts';
import { awayForm, awayField as field } from './parts/away-form.ts';
import { banner } from './parts/banner.ts';
import { renderDocument } from './parts/document.ts';
import { ownNavigation } from './parts/own-navigation.ts';
import { localText } from './time-text.ts';
import type { Language } from './views.ts';
import type { AwayView } from './worklist-views.ts';

/** Where somebody hands steps over to a colleague, and says when they are away. */
export function renderAwayPage(view: AwayView, language: Language): string {
  const { away } = dictionary(language);
  const { id, delegations, problem } = view;
  return renderDocument({
    title: away.title,
    language,
    wide: true,
    body: [
      ownNavigation(view, language),
      h('div', { class: 'head' }, h('h1', {}, away.title), h('p', { class: 'ask' }, away.lead)),
      problem === undefined ? null : banner('bad', '', find(away.problems, problem) ?? away.problems.required),
      list(
        'yours',
        away.yours,
        delegations.filter(({ by }) => by === id).map((one) => handed(one, view, language)),
      ),
      list(
        'theirs',
        away.theirs,
        delegations.filter(({ to }) => to === id).map((one) => handed(one, view, language)),
      ),
      handOverForm(view, language),
      list(
        'absences',
        away.absences,
        view.absences.map((one) => absent(one, view, language)),
      ),
      absenceForm(view, language),
    ],
  });

  function list(name: string, title: string, items: readonly VNode[]): VNode {
    return h(
      'section',
      { class: 'card', 'aria-labelledby': `${name}-title` },
      h('h2', { id: `${name}-title` }, title),
      items.length === 0 ? h('p', {}, away.none) : items,
    );
  }
}

function handed(one: Delegation, view: AwayView, language: Language): VNode {
  const { away, roles, steps } = dictionary(language);
  const { scope, by, to, role, from, until, reason } = one;
  const whom = by === view.id ? away.handedTo(roles[role], to) : away.handedBy(roles[role], by);
  const only =
    scope.kind === 'journey'
      ? [away.ofJourney(scope.journeyId)]
      : scope.kind === 'steps'
        ? [away.ofSteps(scope.steps.map((step) => steps[step].title).join(', '))]
        : [];
  const period = away.period(localText(from, view.zone, language), localText(until, view.zone, language));
  const text = [whom, ...only, period, reason].join(' · ');
  return ending(text, '/worklist/delegations/end', one.id, view, language);
}

function absent(one: AwayView['absences'][number], view: AwayView, language: Language): VNode {
  const { away } = dictionary(language);
  const text = away.period(localText(one.from, view.zone, language), localText(one.until, view.zone, language));
  return ending(text, '/worklist/absences/end', one.id, view, language);
}

/** What stands, and the form that ends it. */
function ending(text: string, action: string, id: string, view: AwayView, language: Language): VNode {
  const { away } = dictionary(language);
  return h(
    'form',
    { class: 'doing', method: 'post', action: inLanguage(action, language) },
    h('p', {}, text),
    h('input', { type: 'hidden', name: 'form', value: view.formToken }),
    h('input', { type: 'hidden', name: 'id', value: id }),
    h('button', { class: 'plain', type: 'submit', 'aria-label': away.endOf(text) }, away.end),
  );
}

function handOverForm(view: AwayView, language: Language): VNode {
  const { away, roles, steps } = dictionary(language);
  if (view.colleagues.length === 0) return h('p', { class: 'card' }, away.nobody);
  const own = STEPS.filter((step) => rolesOfStep(definitions[step]).some((role) => view.roles.includes(role)));
  return awayForm(view, language, {
    action: '/worklist/delegations',
    title: away.handOver,
    button: away.button,
    fields: [
      field(view, language, { name: 'role', label: away.role, options: view.roles.map((role) => [role, roles[role]]) }),
      field(view, language, {
        name: 'to',
        label: away.to,
        options: view.colleagues.map(({ id, name }) => [id, `${name} (${id})`]),
      }),
      field(view, language, { name: 'journey', label: away.journey, hint: away.journeyHint, optional: true }),
      field(view, language, {
        name: 'steps',
        label: away.steps,
        hint: away.stepsHint,
        optional: true,
        many: true,
        options: own.map((step) => [step, steps[step].title]),
      }),
      ...period(view, language),
      field(view, language, { name: 'reason', label: away.reason, maxlength: 500 }),
    ],
  });
}

function absenceForm(view: AwayView, language: Language): VNode {
  const { away } = dictionary(language);
  return awayForm(view, language, {
    action: '/worklist/absences',
    title: away.sayAway,
    hint: away.sayAwayHint,
    button: away.awayButton,
    fields: period(view, language, 'away'),
  });
}

const period = (view: AwayView, language: Language, prefix = ''): readonly VNode[] => {
  const { away } = dictionary(language);
  const hint = away.fromHint(view.zone);
  return [
    field(view, language, { name: 'from', label: away.from, hint, optional: true, time: true, prefix }),
    field(view, language, { name: 'until', label: away.until, time: true, prefix }),
  ];
};

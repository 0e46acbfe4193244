import { inLanguage } from '../design/safe.ts';
import { h, type VNode } from '../element.ts';
import { dictionary } from '../i18n/dictionary.ts';
import { find } from '../i18n/texts.ts';
import { entryPath } from '../register-address.ts';
import type { ActName, ActsView, EntryView } from '../register-views.ts';
import type { Language } from '../views.ts';
import { banner } from './banner.ts';
import { pinInput } from './pin-input.ts';
import { ownerName, whatText } from './register-texts.ts';

/** What came of what was signed, or why it was not taken. */
export function actsNote({ done, problem }: ActsView, language: Language): VNode | null {
  const { registerActs } = dictionary(language);
  if (problem !== undefined) return problemNote(problem, language);
  return done === undefined ? null : banner('good', '', registerActs.done[done]);
}

/** Why a change of a register was not taken. */
export function problemNote(problem: NonNullable<ActsView['problem']>, language: Language): VNode {
  const { registerActs } = dictionary(language);
  const said = find<string>(registerActs.problems, problem.key) ?? registerActs.problems.refused;
  const { message } = problem;
  return banner('bad', '', [
    h('p', {}, said),
    // The register says in English what of an entry cannot be so.
    message === undefined ? null : h('p', { lang: 'en' }, message),
  ]);
}

/** What the reader can sign of an entry: each a form of its own that is opened when it is needed. */
export function entryActs(acting: ActsView, view: EntryView, language: Language): VNode | null {
  const { registerActs } = dictionary(language);
  const { acts, byOthers } = acting;
  const { entry } = view.line ?? {};
  if (entry === undefined || (acts.length === 0 && !byOthers)) return null;
  const { mirror } = entry;
  return h(
    'section',
    { 'aria-labelledby': 'acts-title', class: 'facts' },
    h('h2', { id: 'acts-title' }, registerActs.title),
    mirror === undefined ? null : h('p', {}, registerActs.elsewhere(mirror.system)),
    ...acts.map((act) => actForm(act, acting, view, language)),
    byOthers ? h('p', { class: 'hint' }, registerActs.byOthers(ownerName(entry, language))) : null,
  );
}

function actForm(act: ActName, acting: ActsView, view: EntryView, language: Language): VNode {
  const { registerActs, page } = dictionary(language);
  const texts = registerActs.acts[act];
  const { typed = {} } = acting;
  const isPosted = find(typed, 'do')?.[0] === act;
  return h(
    'details',
    { class: 'card', id: act, open: isPosted },
    h('summary', {}, h('h3', {}, texts.title)),
    h(
      'form',
      { method: 'post', action: inLanguage(entryPath(view.register, view.id), language), autocomplete: 'off' },
      h('p', { class: 'hint' }, texts.hint),
      ...[
        ['form', view.formToken],
        ['seen', acting.seen],
        ['do', act],
      ].map(([name, value]) => h('input', { type: 'hidden', name, value })),
      ...fieldsOf(act, acting, view, language),
      h('p', { class: 'meaning' }, h('strong', {}, page.meaningLabel), ' ', texts.meaning),
      field(act, 'pin', registerActs.ownPin(view.reader), (id) => pinInput(id)),
      ...(act === 'release' ? secondSigner(acting, language) : []),
      h('button', { type: 'submit' }, texts.button),
    ),
  );
}

function fieldsOf(act: ActName, acting: ActsView, { today }: EntryView, language: Language): readonly VNode[] {
  const { registerActs } = dictionary(language);
  const text = (name: string, label: string, more: object = {}): VNode =>
    field(act, name, label, (id) => h('input', { ...TEXT, id, name, value: typedIn(acting, act, name), ...more }));
  const day = (name: string, label: string, more: object): VNode => text(name, label, { ...DAY, ...more });
  const hintId = `${act}-reference-hint`;
  const reference = field(
    act,
    'reference',
    registerActs.reference,
    () => h('p', { class: 'hint', id: hintId }, registerActs.referenceHint),
    (id) =>
      h('input', {
        ...{ ...TEXT, id, name: 'reference', value: typedIn(acting, act, 'reference') },
        'aria-describedby': hintId,
      }),
  );
  switch (act) {
    case 'quarantine':
      return [text('because', registerActs.because)];
    case 'release':
      return [text('because', registerActs.found), reference];
    case 'confirmation':
      return [reference];
    case 'renewal':
      return [
        field(act, 'part', registerActs.part, (id) =>
          h(
            'select',
            { id, name: 'part', required: true },
            acting.parts.map((part) =>
              h('option', { value: part, selected: typedIn(acting, act, 'part') === part }, whatText(part, language)),
            ),
          ),
        ),
        day('on', registerActs.on, { max: today }),
        day('next', registerActs.next, { min: today }),
        reference,
      ];
  }
}

const secondSigner = (acting: ActsView, language: Language): readonly VNode[] => {
  const { registerActs } = dictionary(language);
  return [
    field('release', 'second', registerActs.second, (id) =>
      h('input', {
        ...{ ...TEXT, id, name: 'second', value: typedIn(acting, 'release', 'second') },
        ...{ class: 'code', maxlength: 64, autocapitalize: 'none' },
      }),
    ),
    field('release', 'second-pin', registerActs.secondPin, (id) => pinInput(id)),
  ];
};

const TEXT = { type: 'text', required: true, maxlength: 160, autocomplete: 'off' } as const;
const DAY = { type: 'date', class: 'time', maxlength: undefined } as const;

/** One control; ids are kept apart where two forms ask the same. */
const field = (act: ActName, name: string, label: string, ...parts: readonly ((id: string) => VNode)[]): VNode => {
  const id = `${act}-${name}`;
  return h('div', { class: 'field' }, h('label', { for: id }, label), ...parts.map((part) => part(id)));
};

/** What was typed, in the form that was posted. */
const typedIn = ({ typed = {} }: ActsView, act: ActName, name: string): string =>
  find(typed, 'do')?.[0] === act ? (find(typed, name)?.[0] ?? '') : '';

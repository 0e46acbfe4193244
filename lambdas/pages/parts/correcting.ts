import { inLanguage } from '../design/safe.ts';
import { h, type VNode } from '../element.ts';
import { dictionary } from '../i18n/dictionary.ts';
import { find, say } from '../i18n/texts.ts';
import type { Language, StepView } from '../views.ts';
import { valueName } from './correction-notes.ts';
import { openLink } from './open-link.ts';
import { pinInput } from './pin-input.ts';

/** What a page shows open when it is asked to correct something. */
export const CORRECTING = 'correct';

/** Where who may sign the step, or has signed it, asks for the correction of one value. */
export function correctingForm(view: StepView, language: Language): VNode | null {
  const { correcting } = view;
  if (correcting === undefined || correcting.values.length === 0) return null;
  const { correcting: texts } = dictionary(language);
  if (view.opened !== CORRECTING && correcting.problem === undefined)
    return h('p', {}, openLink({ view, language, id: CORRECTING, class: 'inline' }, texts.title));
  return h(
    'section',
    { class: 'card', id: CORRECTING, 'aria-labelledby': 'correct-title' },
    h('h2', { id: 'correct-title' }, texts.title),
    h('p', {}, texts.intro),
    problemNote(view, language),
    correcting.pinIsTooLittle === true ? h('p', {}, texts.pinIsTooLittle) : asking(view, language),
  );
}

function asking(view: StepView, language: Language): VNode | null {
  const { correcting } = view;
  if (correcting === undefined) return null;
  const { correcting: texts } = dictionary(language);
  return h(
    'form',
    { class: 'doing', method: 'post', action: inLanguage(correcting.action, language) },
    h('input', { type: 'hidden', name: 'form', value: correcting.formToken }),
    field('correct-value', texts.which, whichValue(view, language)),
    field(
      'correct-to',
      texts.to,
      h('p', { class: 'hint', id: 'correct-to-hint' }, texts.toHint),
      h('input', { ...INPUT, id: 'correct-to', name: 'to', maxlength: 2000, 'aria-describedby': 'correct-to-hint' }),
    ),
    field('correct-why', texts.why, h('input', { ...INPUT, id: 'correct-why', name: 'why', maxlength: 2000 })),
    field('correct-pin', dictionary(language).page.pin, pinInput('correct-pin')),
    h('button', { class: 'plain', type: 'submit' }, texts.ask),
  );
}

const INPUT = { type: 'text', required: true, autocomplete: 'off' } as const;

const field = (id: string, label: string, ...control: VNode[]): VNode =>
  h('div', { class: 'field' }, h('label', { for: id }, label), ...control);

const whichValue = ({ step, correcting }: StepView, language: Language): VNode =>
  h(
    'select',
    { id: 'correct-value', name: 'value', required: true },
    (correcting?.values ?? []).map((one) =>
      h('option', { value: one.id }, `${valueName(one, step, language)}: ${one.text.slice(0, MOST_SHOWN)}`),
    ),
  );

/** A long text is known by how it begins. */
const MOST_SHOWN = 80;

function problemNote({ correcting }: StepView, language: Language): VNode | null {
  if (correcting?.problem === undefined) return null;
  const { key, message } = correcting.problem;
  const { problems } = dictionary(language).correcting;
  const said = find(problems, key) === undefined ? problems.refused : say(problems, key);
  return h('p', { class: 'error', role: 'alert' }, message === undefined ? said : `${said} ${message}`);
}

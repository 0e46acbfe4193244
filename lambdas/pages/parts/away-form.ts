import { inLanguage } from '../design/safe.ts';
import { h, type VNode } from '../element.ts';
import { dictionary } from '../i18n/dictionary.ts';
import { find } from '../i18n/texts.ts';
import type { Language } from '../views.ts';
import type { AwayView } from '../worklist-views.ts';
import { pinInput } from './pin-input.ts';

interface FormProps {
  readonly action: string;
  readonly title: string;
  readonly hint?: string;
  readonly button: string;
  readonly fields: readonly VNode[];
}

/** A form that is signed with the PIN of who is signed in. */
export function awayForm(
  view: AwayView,
  language: Language,
  { action, title, hint, button, fields }: FormProps,
): VNode {
  const { page } = dictionary(language);
  const id = `pin-${action.replaceAll('/', '-')}`;
  return h(
    'form',
    { class: 'card', method: 'post', action: inLanguage(action, language), autocomplete: 'off' },
    h('h2', {}, title),
    hint === undefined ? null : h('p', { class: 'hint' }, hint),
    h('input', { type: 'hidden', name: 'form', value: view.formToken }),
    fields,
    h('div', { class: 'field' }, h('label', { for: id }, page.pin), pinInput(id)),
    h('button', { type: 'submit' }, button),
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  /** Keeps ids apart where two forms ask the same. */
  readonly prefix?: string;
  readonly maxlength?: number;
  readonly time?: boolean;
  readonly many?: boolean;
  readonly options?: readonly (readonly [value: string, text: string])[];
}

/** One control, with what was typed when the form was not taken. */
export function awayField({ typed = {} }: AwayView, language: Language, props: FieldProps): VNode {
  const { page } = dictionary(language);
  const { name, label, hint, optional = false, prefix = '', options, many, time, maxlength = 64 } = props;
  const id = prefix === '' ? name : `${prefix}-${name}`;
  const values = find(typed, name) ?? [];
  const own = { id, name, required: !optional, 'aria-describedby': hint === undefined ? undefined : `${id}-hint` };
  const control =
    options === undefined
      ? h('input', {
          ...own,
          type: time === true ? 'datetime-local' : 'text',
          class: time === true ? 'time' : undefined,
          maxlength: time === true ? undefined : maxlength,
          autocomplete: 'off',
          value: values[0] ?? '',
        })
      : h(
          'select',
          { ...own, multiple: many === true, size: many === true ? 6 : undefined },
          options.map(([value, text]) => h('option', { value, selected: values.includes(value) }, text)),
        );
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label, optional ? h('span', { class: 'optional' }, ` (${page.optional})`) : null),
    hint === undefined ? null : h('p', { class: 'hint', id: `${id}-hint` }, hint),
    control,
  );
}

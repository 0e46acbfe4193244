import { type ComponentChildren, h, type VNode } from '../element.ts';
import { find } from '../i18n/texts.ts';
import { instantText } from '../time-text.ts';
import { errorOf, type FormContext, idOf } from './form-context.ts';

export interface FrameProps {
  readonly name: string;
  readonly label: string;
  readonly optional?: boolean;
  readonly hint?: string | undefined;
}

/** Ids of the texts that belong to a control, for `aria-describedby`; and whether it is in error. */
export function described(
  context: FormContext,
  { name, hint }: FrameProps,
): Record<string, string | boolean | undefined> {
  const id = idOf(context, name);
  const inError = errorOf(context, name) !== undefined;
  const ids = [hint === undefined ? '' : `${id}-hint`, inError ? `${id}-error` : ''].filter((one) => one !== '');
  return {
    'aria-describedby': ids.length === 0 ? undefined : ids.join(' '),
    'aria-invalid': inError ? 'true' : undefined,
  };
}

/** Hint and error of a control, in the order in which they are read out. */
export function notes(context: FormContext, { name, hint }: FrameProps): readonly (VNode | null)[] {
  const id = idOf(context, name);
  const error = errorOf(context, name);
  return [
    enteredNote(context, name),
    hint === undefined ? null : h('p', { class: 'hint', id: `${id}-hint` }, hint),
    error === undefined ? null : h('p', { class: 'error', id: `${id}-error` }, error),
  ];
}

/** Who filled in a control before, where it was saved. */
export function enteredNote({ draft, zone, texts, language }: FormContext, name: string): VNode | null {
  const saved = find(draft, name);
  if (saved === undefined) return null;
  const { by, at } = saved;
  const said = texts.page.filledIn(by, instantText(at, zone, language));
  return h('p', { class: 'hint', 'data-entered': `${name} ${by} ${at}` }, said);
}

export const labelText = (
  context: FormContext,
  { label, optional }: FrameProps,
): readonly (VNode | string | null)[] => [
  label,
  optional === true ? h('span', { class: 'optional' }, ` (${context.texts.page.optional})`) : null,
];

export const classOf = (context: FormContext, name: string): string =>
  errorOf(context, name) === undefined ? 'field' : 'field in-error';

/** A label above one control. */
export const labelled = (context: FormContext, props: FrameProps, control: ComponentChildren): VNode =>
  h(
    'div',
    { class: classOf(context, props.name) },
    h('label', { for: idOf(context, props.name) }, labelText(context, props)),
    notes(context, props),
    control,
  );

/** A legend above several controls. */
export const grouped = (context: FormContext, props: FrameProps, controls: ComponentChildren): VNode =>
  h(
    'fieldset',
    { class: classOf(context, props.name), id: idOf(context, props.name), tabindex: -1, ...described(context, props) },
    h('legend', {}, labelText(context, props)),
    notes(context, props),
    controls,
  );

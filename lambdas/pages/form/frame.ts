import { everFilledIn } from '../../domain/sign-off/draft.ts';
import { type ComponentChildren, h, type VNode } from '../element.ts';
import { find } from '../i18n/texts.ts';
import { instantText } from '../time-text.ts';
import { errorOf, type FormContext, idOf } from './form-context.ts';

export interface FrameProps {
  readonly name: string;
  readonly label: string;
  readonly optional?: boolean;
  readonly hint?: string | undefined;
  /** Name of the field below whose label the hint stands, where that is another one. */
  readonly hintedAt?: string;
}

/** Ids of the texts that belong to a control, for `aria-describedby`; and whether it is in error. */
export function described(
  context: FormContext,
  { name, hint, hintedAt = name }: FrameProps,
): Record<string, string | boolean | undefined> {
  const id = idOf(context, name);
  const inError = errorOf(context, name) !== undefined;
  const ids = [hint === undefined ? '' : `${idOf(context, hintedAt)}-hint`, inError ? `${id}-error` : ''].filter(
    (one) => one !== '',
  );
  return {
    'aria-describedby': ids.length === 0 ? undefined : ids.join(' '),
    'aria-invalid': inError ? 'true' : undefined,
  };
}

/** Hint and error of a control, in the order in which they are read out. */
export function notes(context: FormContext, { name, hint, hintedAt = name }: FrameProps): readonly (VNode | null)[] {
  const id = idOf(context, name);
  const error = errorOf(context, name);
  return [
    ...filledIn(context, name),
    hint === undefined || hintedAt !== name ? null : h('p', { class: 'hint', id: `${id}-hint` }, hint),
    error === undefined ? null : h('p', { class: 'error', id: `${id}-error` }, error),
  ];
}

/** Who had filled it in, newest first; nothing of it is hidden from who signs. */
export function filledIn({ draft, zone, texts, language }: FormContext, name: string): readonly VNode[] {
  const field = find(draft, name);
  return (field === undefined ? [] : everFilledIn(field)).map(({ by, at }) => {
    const text = at === field?.at ? texts.page.filledIn : texts.page.filledInEarlier;
    return h('p', { class: 'hint', 'data-entered': `${name} ${by} ${at}` }, text(by, instantText(at, zone, language)));
  });
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

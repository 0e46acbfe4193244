import { h, type VNode } from '../element.ts';
import { findByEnd, say } from '../i18n/texts.ts';
import { SENTENCES } from './as-typed.ts';
import { type Field, type RowsField, rowFields } from './fields.ts';
import { fileControl } from './file-control.ts';
import { type FormContext, firstOf, idOf, labelOf, valuesOf } from './form-context.ts';
import { classOf, described, type FrameProps, grouped, labelled, labelText, notes } from './frame.ts';
import { inFirstRow, rowCount } from './rows.ts';

const RADIOS_UP_TO = 4;

/** The control of one field. `demanded` is false inside an optional group, which may be left empty as a whole. */
export function control(field: Field, context: FormContext, demanded = true): VNode | null {
  const props = frameOf(field, context, demanded);
  const required = demanded && field.required && !field.nullable;
  switch (field.kind) {
    case 'group':
      return grouped(
        context,
        props,
        h(
          'div',
          { class: 'nest' },
          field.fields.map((one) => control(one, context, demanded && field.required)),
        ),
      );
    case 'offered':
      // Not demanded: the value may be corrected instead.
      return isOffered(field, context)
        ? grouped(
            context,
            props,
            h(
              'div',
              { class: 'nest' },
              field.fields.map((one) => control(one, context, false)),
            ),
          )
        : null;
    case 'file':
      return fileControl(context, props);
    case 'rows':
      return rows(field, context, props, required);
    case 'constant':
      return h('input', { type: 'hidden', name: field.name, value: String(field.value) });
    case 'confirm':
      return confirmation(field, context, props, required);
    case 'yes-no':
      return choices(field, context, props, required, 'radio', [
        ['true', context.texts.yes],
        ['false', context.texts.no],
      ]);
    case 'choices':
      return choices(field, context, props, false, 'checkbox', optionsOf(field, context));
    case 'choice':
      return field.options.length <= RADIOS_UP_TO
        ? choices(field, context, props, required, 'radio', optionsOf(field, context))
        : selection(field, context, props, required);
    case 'lines':
      return area(field, context, props, required, 4);
    case 'text':
      return field.multiline ? area(field, context, props, required, 3) : line(field, context, props, required);
    default:
      return line(field, context, props, required);
  }
}

const isOffered = ({ name }: Field, { values, errors }: FormContext): boolean =>
  [
    ...Object.entries(values).flatMap(([key, [first = '']]) => (first === '' ? [] : [key])),
    ...Object.keys(errors),
  ].some((key) => key === name || key.startsWith(`${name}.`));

function frameOf(field: Field, { texts, zone }: FormContext, demanded: boolean): FrameProps {
  const label = labelOf(texts, field.name);
  const own = findByEnd(texts.hints, field.name);
  const added =
    field.kind === 'date-time' ? texts.page.timeHint(zone) : field.kind === 'lines' ? texts.page.linesHint : '';
  const hint = [own, added].filter((part) => part !== undefined && part !== '').join(' ');
  const mayBeEmpty = !field.required && field.kind !== 'choices';
  return {
    name: field.name,
    label: field.unit === undefined ? label : `${label} (${say(texts.units, field.unit)})`,
    optional: demanded && mayBeEmpty,
    hint: hint === '' ? undefined : hint,
    hintedAt: inFirstRow(field.name),
  };
}

const optionsOf = (
  { options }: Field & { kind: 'choice' | 'choices' },
  { texts }: FormContext,
): readonly (readonly [string, string])[] => options.map((one) => [String(one), say(texts.options, String(one))]);

/** Blank rows beyond those filled in: enough for most, and more come with the next answer of the server. */
const BLANK_ROWS = 3;

/** The rows typed so far, or one blank one; below them a few more in a part that opens. Blank rows are left out when read. */
function rows(field: RowsField, context: FormContext, props: FrameProps, required: boolean): VNode {
  const typed = rowCount(field.name, Object.keys(context.values));
  const open = Math.min(Math.max(typed, 1), field.maxRows);
  const more = Math.min(BLANK_ROWS, field.maxRows - open);
  const row = (place: number): VNode =>
    h(
      'fieldset',
      { class: 'row' },
      h('legend', {}, context.texts.page.row(place + 1)),
      h(
        'div',
        { class: 'nest' },
        rowFields(field, place).map((one) => control(one, context, required && typed === 0 && place === 0)),
      ),
    );
  const places = (from: number, count: number): readonly VNode[] =>
    Array.from({ length: count }, (_, index) => row(from + index));
  return grouped(context, props, [
    places(0, open),
    more === 0
      ? null
      : h('details', { class: 'more' }, h('summary', {}, context.texts.page.moreRows), places(open, more)),
  ]);
}

/** Attributes of each kind of one-line input. Times are the site's; numbers are text, because browsers rewrite numbers. */
const INPUTS = {
  text: { type: 'text', class: 'code' },
  number: { type: 'text', class: 'code', inputmode: 'decimal' },
  date: { type: 'date', class: 'time' },
  'date-time': { type: 'datetime-local', class: 'time' },
} as const;

function line(field: Field, context: FormContext, props: FrameProps, required: boolean): VNode {
  const attributes = field.kind in INPUTS ? INPUTS[field.kind as keyof typeof INPUTS] : INPUTS.text;
  return labelled(
    context,
    props,
    h('input', {
      ...attributes,
      id: idOf(context, field.name),
      name: field.name,
      value: firstOf(context, field.name),
      required,
      maxlength: field.kind === 'text' ? field.maxLength : undefined,
      ...described(context, props),
    }),
  );
}

const area = (field: Field, context: FormContext, props: FrameProps, required: boolean, rows: number): VNode =>
  labelled(
    context,
    props,
    h(
      'textarea',
      {
        id: idOf(context, field.name),
        name: field.name,
        rows,
        required,
        ...(field.kind === 'lines' ? { class: 'code' } : SENTENCES),
        maxlength: field.kind === 'text' ? field.maxLength : undefined,
        ...described(context, props),
      },
      // A browser drops the first line end of a textarea, so one is added for it.
      `\n${firstOf(context, field.name)}`,
    ),
  );

function choices(
  field: Field,
  context: FormContext,
  props: FrameProps,
  required: boolean,
  type: 'radio' | 'checkbox',
  options: readonly (readonly [string, string])[],
): VNode {
  const chosen = valuesOf(context, field.name);
  const rows = options.map(([value, label]) => {
    const id = `${idOf(context, field.name)}-${value}`;
    const checked = chosen.includes(value);
    return h(
      'div',
      { class: 'choice' },
      h('input', { type, id, name: field.name, value, checked, required }),
      h('label', { for: id }, label),
    );
  });
  return grouped(context, props, rows);
}

function selection(
  field: Field & { kind: 'choice' },
  context: FormContext,
  props: FrameProps,
  required: boolean,
): VNode {
  const chosen = firstOf(context, field.name);
  const options = [['', context.texts.page.choose] as const, ...optionsOf(field, context)];
  return labelled(
    context,
    props,
    h(
      'select',
      { id: idOf(context, field.name), name: field.name, required, ...described(context, props) },
      options.map(([value, label]) => h('option', { value, selected: value === chosen }, label)),
    ),
  );
}

/** Something that must have been done: a box to tick, empty until a person ticks it. */
const confirmation = (field: Field, context: FormContext, props: FrameProps, required: boolean): VNode =>
  h(
    'div',
    { class: `${classOf(context, field.name)} tick` },
    notes(context, props),
    h(
      'div',
      { class: 'choice' },
      h('input', {
        type: 'checkbox',
        id: idOf(context, field.name),
        name: field.name,
        value: 'true',
        checked: firstOf(context, field.name) === 'true',
        required,
        ...described(context, props),
      }),
      h('label', { for: idOf(context, field.name) }, labelText(context, props)),
    ),
  );

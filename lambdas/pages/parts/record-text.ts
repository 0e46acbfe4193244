import { type Field, fieldsOf } from '../form/fields.ts';
import { labelOf } from '../form/form-context.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import { say } from '../i18n/texts.ts';
import { numberText } from '../number-text.ts';
import { dateText, localText } from '../time-text.ts';
import type { ChecklistRecord, JsonSchema, Language } from '../views.ts';

/** What is never shown again: a second person reads it off the label, not off the first person's entry. */
const READ_BY_EACH = ['chainOfIdentity', 'batch', 'container', 'containers', 'item', 'report'];

interface Shown {
  readonly texts: Dictionary;
  readonly zone: string;
  readonly language: Language;
}

/** The values of one record in words: `Grade: 2; What was done: …`. Empty where there is nothing to say. */
export function recordText({ values = {} }: ChecklistRecord, schema: JsonSchema, shown: Shown): string {
  const fields = fieldsOf(schema, 'evidence').filter(({ key }) => !READ_BY_EACH.includes(key));
  return parts(fields, values, shown).join('; ');
}

const parts = (fields: readonly Field[], values: Readonly<Record<string, unknown>>, shown: Shown): readonly string[] =>
  fields.flatMap((field): readonly string[] => {
    const value = values[field.key];
    if (value === undefined || value === null) return [];
    const label = labelOf(shown.texts, field.name);
    if (field.kind !== 'group') return [`${label.replace(/\s?\?$/, '')}: ${valueText(field, value, shown)}`];
    return parts(field.fields, value as Readonly<Record<string, unknown>>, shown).map((one) => `${label}, ${one}`);
  });

function valueText({ kind, unit }: Field, value: unknown, { texts, zone, language }: Shown): string {
  if (Array.isArray(value))
    return value.map((one) => (kind === 'choices' ? say(texts.options, String(one)) : one)).join(', ');
  switch (kind) {
    case 'yes-no':
    case 'confirm':
      return value === true ? texts.yes : texts.no;
    case 'choice':
      return say(texts.options, String(value));
    case 'date':
      return dateText(String(value), language);
    case 'date-time':
      return localText(String(value), zone, language);
    default: {
      const text = typeof value === 'number' ? numberText(value, language) : String(value);
      return unit === undefined ? text : `${text} ${say(texts.units, unit)}`;
    }
  }
}

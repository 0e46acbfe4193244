import type { JsonSchema } from '../views.ts';
import { isSchema, unwrap } from './schema.ts';

interface Named {
  /** Name of the control and key of its error: `evidence.chainOfIdentity.value`. */
  readonly name: string;
  /** Last part of the name: the key of the dictionaries. */
  readonly key: string;
  readonly required: boolean;
  /** The schema takes `null` for "known to be nothing"; an empty required field is then `null`. */
  readonly nullable: boolean;
  /** Unit shown after the label, from the schema's `unit`. */
  readonly unit?: string;
}

/** What a JSON Schema asks for, as controls of a form. Page and parser both walk this, so that they cannot disagree. */
export type Field = Named &
  (
    | { readonly kind: 'text'; readonly multiline: boolean; readonly maxLength: number }
    | { readonly kind: 'number'; readonly whole: boolean }
    | { readonly kind: 'choice'; readonly options: readonly (string | number)[] }
    | { readonly kind: 'choices'; readonly options: readonly (string | number)[]; readonly emptyList: boolean }
    /** One string per line. `emptyList`: the list must be there, but may be empty. */
    | { readonly kind: 'lines'; readonly emptyList: boolean }
    | { readonly kind: 'yes-no' | 'confirm' | 'date' | 'date-time' }
    | { readonly kind: 'constant'; readonly value: string | number }
    | { readonly kind: 'group'; readonly fields: readonly Field[] }
    /** What is asked only once there is a reason to: the deviation of a value outside its limits. */
    | { readonly kind: 'offered'; readonly fields: readonly Field[] }
    /** A file: what is known of it is filled in when it is stored. */
    | { readonly kind: 'file'; readonly fields: readonly Field[] }
    /** A list of objects: the same fields again in each row, named by its place (`rowFields`). */
    | { readonly kind: 'rows'; readonly row: JsonSchema; readonly maxRows: number; readonly emptyList: boolean }
  );

export type RowsField = Extract<Field, { kind: 'rows' }>;

/** More rows than this nobody types into a page. */
const MAX_ROWS = 50;
const DEFAULT_MAX_LENGTH = 2000;
const MULTILINE_FROM = 200;

/** The fields of an object schema; `prefix` is the name of the object, e.g. `evidence`. */
export function fieldsOf(schema: JsonSchema, prefix: string): readonly Field[] {
  const { properties, required } = schema;
  if (schema.type !== 'object' || (properties !== undefined && !isSchema(properties))) {
    throw notUnderstood(prefix, schema, 'an object with properties');
  }
  const names = Array.isArray(required) ? required : [];
  return Object.entries(properties ?? {}).map(([key, property]) => {
    // A dot would make two names of one, and __proto__ is nobody's field.
    if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(key) || !isSchema(property)) {
      throw notUnderstood(`${prefix}.${key}`, schema, 'a property named by letters, digits and hyphens');
    }
    return fieldOf(property, `${prefix}.${key}`, key, names.includes(key));
  });
}

function fieldOf(given: JsonSchema, name: string, key: string, required: boolean): Field {
  const { schema, nullable, options } = unwrap(given);
  const unit = typeof given.unit === 'string' ? { unit: given.unit } : {};
  const base = { name, key, required, nullable, ...unit };
  if (options !== undefined) return { ...base, kind: 'choice', options };
  if (schema.const !== undefined) return constantOf(schema, base);
  switch (schema.type) {
    case 'string':
      return textOf(schema, base);
    case 'boolean':
      return { ...base, kind: 'yes-no' };
    case 'integer':
    case 'number':
      return { ...base, kind: 'number', whole: schema.type === 'integer' };
    case 'array':
      return listOf(schema, base);
    case 'object':
      return { ...base, kind: groupKind(given.control), fields: fieldsOf(schema, name) };
    default:
      throw notUnderstood(name, schema, 'string, boolean, integer, number, object or a list of strings');
  }
}

const GROUPS = { attachment: 'file', deviation: 'offered' } as const;

const groupKind = (control: unknown): 'group' | 'file' | 'offered' =>
  control === 'attachment' || control === 'deviation' ? GROUPS[control] : 'group';

function constantOf(schema: JsonSchema, base: Named): Field {
  if (schema.const === true) return { ...base, kind: 'confirm' };
  if (typeof schema.const === 'string' || typeof schema.const === 'number') {
    return { ...base, kind: 'constant', value: schema.const };
  }
  throw notUnderstood(base.name, schema, 'a constant that is true, a string or a number');
}

function textOf(schema: JsonSchema, base: Named): Field {
  if (schema.format === 'date-time') return { ...base, kind: 'date-time' };
  if (schema.format === 'date') return { ...base, kind: 'date' };
  const maxLength = typeof schema.maxLength === 'number' ? schema.maxLength : undefined;
  return {
    ...base,
    kind: 'text',
    multiline: maxLength !== undefined && maxLength > MULTILINE_FROM,
    maxLength: maxLength ?? DEFAULT_MAX_LENGTH,
  };
}

function listOf(schema: JsonSchema, base: Named): Field {
  const items = isSchema(schema.items) ? unwrap(schema.items) : undefined;
  const some = typeof schema.minItems === 'number' && schema.minItems > 0;
  const list = { ...base, required: base.required && some, emptyList: base.required && !some };
  if (items?.options !== undefined) return { ...list, kind: 'choices', options: items.options };
  if (items?.schema.type === 'string' && !items.nullable) return { ...list, kind: 'lines' };
  if (items?.schema.type === 'object' && !items.nullable) {
    const most = typeof schema.maxItems === 'number' ? schema.maxItems : MAX_ROWS;
    fieldsOf(items.schema, `${base.name}.0`); // so that a schema without controls is refused before anybody adds a row
    return { ...list, kind: 'rows', row: items.schema, maxRows: Math.min(most, MAX_ROWS) };
  }
  throw notUnderstood(base.name, schema, 'a list of strings, of named values or of objects');
}

function notUnderstood(name: string, schema: JsonSchema, expected: string): Error {
  const keywords = Object.keys(schema).join(', ') || 'nothing';
  return new TypeError(
    `Form of ${name}: got a schema with ${keywords} (type ${String(schema.type)}), expected ${expected}.`,
  );
}

/** The fields of the row at this place, from 0: `evidence.accounts.0.batch`. */
export const rowFields = ({ name, row }: RowsField, place: number): readonly Field[] =>
  fieldsOf(row, `${name}.${place}`);

/** The one of these fields, or of a row or group of them, that has this name. */
export function fieldNamed(fields: readonly Field[], name: string): Field | undefined {
  for (const field of fields) {
    if (field.name === name) return field;
    if (!name.startsWith(`${field.name}.`)) continue;
    if ('fields' in field) return fieldNamed(field.fields, name);
    const place = /^\d+/.exec(name.slice(field.name.length + 1))?.[0];
    if (field.kind !== 'rows' || place === undefined || Number(place) >= field.maxRows) return undefined;
    return fieldNamed(rowFields(field, Number(place)), name);
  }
  return undefined;
}

export const hasName = (fields: readonly Field[], name: string): boolean => fieldNamed(fields, name) !== undefined;

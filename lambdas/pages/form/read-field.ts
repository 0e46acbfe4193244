import { isDay } from '../../domain/plain-date.ts';
import { type Field, type RowsField, rowFields } from './fields.ts';
import { localTime } from './local-time.ts';
import { writtenNumber } from './numbers.ts';
import { isText } from './posted.ts';
import { rowCount } from './rows.ts';

/** Where the values of one form are read from, and its problems go to. */
export interface Reading {
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly zone: string;
  readonly errors: Map<string, string>;
}

/** The one value of a name; none or an empty one is undefined. A name sent twice is a problem, not a choice. */
export function readOne({ values, errors }: Reading, name: string): string | undefined {
  const [value, ...more] = values.get(name) ?? [];
  if (more.length > 0) errors.set(name, 'repeated');
  else if (value !== undefined && !isText(value)) errors.set(name, 'not-text');
  else if (value !== '') return value;
  return undefined;
}

/** The JSON value of a field; undefined when it was left empty or could not be read (then there is an error). */
export function readField(field: Field, reading: Reading): unknown {
  if ('fields' in field) return readGroup(field, reading);
  if (field.kind === 'rows') return readRows(field, reading);
  if (field.kind === 'constant') return field.value;
  const value = field.kind === 'choices' ? readMany(field.name, reading) : readOne(reading, field.name);
  if (value === undefined || value.length === 0) {
    if ('emptyList' in field && field.emptyList) return field.nullable ? null : [];
    if (field.required && field.nullable) return null;
    if (field.required && !reading.errors.has(field.name)) reading.errors.set(field.name, emptyProblem(field));
    return undefined;
  }
  const read = readValue(field, value, reading.zone);
  if (read.ok) return read.value;
  reading.errors.set(field.name, read.problem);
  return undefined;
}

const emptyProblem = ({ kind }: Field): string =>
  kind === 'confirm'
    ? 'confirm'
    : kind === 'yes-no' || kind === 'choice' || kind === 'choices'
      ? 'choose-one'
      : 'required';

type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string };

function readValue(field: Field, given: string | readonly string[], zone: string): Read {
  const value = typeof given === 'string' ? given : '';
  switch (field.kind) {
    case 'text':
      if (!field.multiline && value.includes('\n')) return { ok: false, problem: 'not-text' };
      return value.length > field.maxLength ? { ok: false, problem: 'too-long' } : { ok: true, value };
    case 'number':
      return writtenNumber(value, field.whole);
    case 'yes-no':
      return value === 'true' || value === 'false' ? { ok: true, value: value === 'true' } : chooseOne;
    case 'confirm':
      return value === 'true' ? { ok: true, value: true } : { ok: false, problem: 'confirm' };
    case 'choice': {
      const option = field.options.find((one) => String(one) === value);
      return option === undefined ? chooseOne : { ok: true, value: option };
    }
    case 'choices': {
      const options = field.options.filter((one) => given.includes(String(one)));
      return options.length === given.length ? { ok: true, value: options } : chooseOne;
    }
    case 'date':
      return isDay(value) ? { ok: true, value } : { ok: false, problem: 'not-a-date' };
    case 'date-time':
      return localTime(value, zone);
    case 'lines':
      return {
        ok: true,
        value: value
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      };
    default:
      throw new TypeError(`Form: ${field.name} is read before it comes here, as ${field.kind}.`);
  }
}

const chooseOne: Read = { ok: false, problem: 'choose-one' };

function readMany(name: string, { values, errors }: Reading): readonly string[] {
  const many = values.get(name) ?? [];
  if (new Set(many).size < many.length) errors.set(name, 'repeated');
  return many;
}

/** An optional group of which nothing was filled in is left out whole, and then asks for nothing. */
function readGroup(group: Field & { kind: 'group' | 'file' | 'offered' }, reading: Reading): unknown {
  if (!group.required && !isTouched(group.fields, reading.values)) return undefined;
  return readFields(group.fields, reading);
}

/** Rows left blank are gone already (`posted.ts`); every other one is asked for whole. */
function readRows(field: RowsField, reading: Reading): unknown {
  const count = rowCount(field.name, [...reading.values.keys()]);
  if (count > 0) return Array.from({ length: count }, (_, place) => readFields(rowFields(field, place), reading));
  if (field.emptyList) return [];
  if (field.required) reading.errors.set(field.name, 'required');
  return undefined;
}

const isTouched = (fields: readonly Field[], values: Reading['values']): boolean =>
  fields.some((field) =>
    'fields' in field
      ? isTouched(field.fields, values)
      : field.kind === 'rows'
        ? rowCount(field.name, [...values.keys()]) > 0
        : field.kind !== 'constant' && (values.get(field.name) ?? []).some((value) => value !== ''),
  );

/** The object of several fields. Keys are those of our schema; nothing posted becomes a key. */
export function readFields(fields: readonly Field[], reading: Reading): Record<string, unknown> {
  const read = fields.map((field) => [field.key, readField(field, reading)] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

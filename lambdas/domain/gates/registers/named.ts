import type { EntryStanding } from '../../registers/standing.ts';

/** Text of a field, as it was given; undefined where none was. */
export function textIn(values: Readonly<Record<string, unknown>>, field: string): string | undefined {
  const value = values[field];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Whether an entry is what was scanned or typed: its id, or what people call it. */
export const isNamed = ({ id, name }: EntryStanding, given: string): boolean => same(id, given) || same(name, given);

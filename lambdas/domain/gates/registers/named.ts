import type { EntryStanding } from '../../registers/standing.ts';

/** Text of a field, as it was given; undefined where none was. */
export function textIn(values: Readonly<Record<string, unknown>>, field: string): string | undefined {
  const value = values[field];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The entry that was scanned or typed: by its id, else by what people call it; of several that are called so, one that is not closed. */
export function namedIn(entries: readonly EntryStanding[], given: string): EntryStanding | undefined {
  const called = entries.filter(({ name }) => same(name, given));
  return (
    entries.find(({ id }) => same(id, given)) ?? called.find((one) => one.closedBecause === undefined) ?? called[0]
  );
}

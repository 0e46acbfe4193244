/** Name of a field in a row: list, place, and the rest (`evidence.accounts`, 0, `batch`). */
const ROW = /^(.+?)\.(\d{1,3})\.(.+)$/;

/** How many rows of the list `name` there are: the last place that has a field, and those before it. */
export const rowCount = (name: string, names: readonly string[]): number =>
  Math.max(
    0,
    ...names.flatMap((one) => {
      const [, list, place] = ROW.exec(one) ?? [];
      return list === name ? [Number(place) + 1] : [];
    }),
  );

/** The same names and values without the rows that were left blank; those that follow move up, as they do in the evidence. */
export function withoutBlankRows(
  values: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  const filled = new Map<string, Set<number>>();
  for (const [name, given] of values) {
    const [, list = '', place] = ROW.exec(name) ?? [];
    if (place === undefined || given.every((value) => value === '')) continue;
    filled.set(list, (filled.get(list) ?? new Set()).add(Number(place)));
  }
  const kept = [...values].flatMap(([name, given]) => {
    const [, list = '', place, rest] = ROW.exec(name) ?? [];
    if (place === undefined) return [[name, given] as const];
    const places = [...(filled.get(list) ?? [])].toSorted((one, other) => one - other);
    const now = places.indexOf(Number(place));
    return now === -1 ? [] : [[`${list}.${now}.${rest}`, given] as const];
  });
  return new Map(kept);
}

/** The same field in the first row, whose hint stands for all of them. */
export function inFirstRow(name: string): string {
  const [, list, , rest] = ROW.exec(name) ?? [];
  return list === undefined ? name : `${list}.0.${rest}`;
}

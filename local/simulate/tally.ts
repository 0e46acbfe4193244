/** How many of what, by name. */
export type Counts = Readonly<Record<string, number>>;

/** Counts by name; what is counted is not kept. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(name: string, more = 1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + more);
  }

  addAll(counts: Counts): void {
    for (const [name, count] of Object.entries(counts)) this.add(name, count);
  }

  /** In the order of the names, so that the same figures read the same. */
  get counts(): Counts {
    return Object.fromEntries([...this.#counts].sort(([one], [other]) => (one < other ? -1 : 1)));
  }
}

/** Values of a tally of whole numbers, e.g. of hours: the least that `share` of them do not exceed. */
export function quantile(counts: Counts, share: number): number | null {
  const values = Object.entries(counts)
    .map(([value, count]) => [Number(value), count] as const)
    .sort(([one], [other]) => one - other);
  const wanted = share * values.reduce((sum, [, count]) => sum + count, 0);
  let passed = 0;
  for (const [value, count] of values) {
    passed += count;
    if (passed >= wanted) return value;
  }
  return null;
}

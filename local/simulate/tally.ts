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

/** Tallies by name. */
export class Tallies {
  readonly #tallies = new Map<string, Tally>();

  of(name: string): Tally {
    const tally = this.#tallies.get(name) ?? new Tally();
    this.#tallies.set(name, tally);
    return tally;
  }

  addAll(all: Readonly<Record<string, Counts>>): void {
    for (const [name, counts] of Object.entries(all)) this.of(name).addAll(counts);
  }

  /** In the order of the names. */
  get counts(): Readonly<Record<string, Counts>> {
    const tallies = [...this.#tallies].sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(tallies.map(([name, tally]) => [name, tally.counts]));
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

/** One value of an entry, by its way from the top: `['hazards', '2', 'severity']`. */
export interface Leaf {
  readonly path: readonly string[];
  readonly value: string;
}

/** What one version of an entry says otherwise than the one before. */
export interface Difference {
  readonly path: readonly string[];
  readonly before?: string;
  readonly after?: string;
}

/** Every value of an entry in a row; of a list, places count from 1. */
export function leavesOf(value: unknown, path: readonly string[] = []): readonly Leaf[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) {
    const isFlat = value.every((one) => typeof one !== 'object');
    if (isFlat) return value.length === 0 ? [] : [{ path, value: value.join(', ') }];
    return value.flatMap((one, place) => leavesOf(one, [...path, String(place + 1)]));
  }
  if (typeof value === 'object') return Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]));
  return [{ path, value: String(value) }];
}

/** What changed from one version to the next, in the order in which the newer says it; what is gone comes last. */
export function differences(before: unknown, after: unknown): readonly Difference[] {
  const old = byPath(before);
  const now = byPath(after);
  const changed = [...now].flatMap(([key, { path, value }]): readonly Difference[] => {
    const was = old.get(key)?.value;
    if (was === value) return [];
    return [{ path, after: value, ...(was === undefined ? {} : { before: was }) }];
  });
  const gone = [...old].flatMap(([key, { path, value }]) => (now.has(key) ? [] : [{ path, before: value }]));
  return [...changed, ...gone];
}

const byPath = (entry: unknown): ReadonlyMap<string, Leaf> =>
  new Map(leavesOf(entry).map((leaf) => [JSON.stringify(leaf.path), leaf]));

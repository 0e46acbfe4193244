/**
 * Gives as many places as can be to people who may have them, each person one at most: the largest matching, by augmenting paths
 * (Kuhn 1955). Of several that are as large, the one that fills the places named first.
 *
 * @returns for each place, in their order, who has it; undefined where nobody is left
 */
export function matched<P, X>(
  places: readonly P[],
  people: readonly X[],
  may: (person: X, place: P) => boolean,
): readonly (X | undefined)[] {
  interface Seat {
    readonly at: number;
    readonly place: P;
  }
  const seatOf = new Map<X, Seat>();

  /** Whether a place finds somebody, where those who have one already may move to another. */
  function find(seat: Seat, asked: Set<X>): boolean {
    const able = people.filter((person) => may(person, seat.place));
    const free = able.find((person) => !seatOf.has(person));
    if (free !== undefined) {
      seatOf.set(free, seat);
      return true;
    }
    for (const person of able) {
      const held = seatOf.get(person);
      if (held === undefined || asked.has(person)) continue;
      asked.add(person);
      if (find(held, asked)) {
        seatOf.set(person, seat);
        return true;
      }
    }
    return false;
  }

  for (const [at, place] of places.entries()) find({ at, place }, new Set());
  const found = new Map([...seatOf].map(([person, { at }]) => [at, person]));
  return places.map((_, at) => found.get(at));
}

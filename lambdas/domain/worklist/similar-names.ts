/** What a person is told apart by, where names alone are not enough. */
export interface Named {
  readonly journeyId: string;
  /** The same person in two journeys is no mix-up. */
  readonly patient: string;
  readonly name?: string | undefined;
  readonly birthDate?: string | undefined;
}

interface Compared extends Named {
  readonly spelled: string;
  readonly surname: string;
}

const TRANSCRIBED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe', å: 'aa' };

/** Parts of a name in small letters without accents, as passports transcribe them. */
const partsOf = (name: string): readonly string[] =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæøå]/g, (letter) => TRANSCRIBED[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '');

/** The part before a comma, else the last. */
const surnameOf = (name: string): string =>
  partsOf(name.includes(',') ? name.slice(0, name.indexOf(',')) : name).at(-1) ?? '';

/**
 * For each journey the others whose patient could be taken for its own: names the same in whatever order, or within one edit
 * (a letter more, less, another, or two swapped), or the same surname and year of birth. The rule is ours and errs towards
 * a flag too many: a flag asks two people to compare birth date and number, and stops nothing.
 */
export function similarNames(all: readonly Named[]): ReadonlyMap<string, readonly string[]> {
  const known = all.flatMap((one): Compared[] =>
    one.name === undefined
      ? []
      : [{ ...one, spelled: partsOf(one.name).toSorted().join(' '), surname: surnameOf(one.name) }],
  );
  return new Map(
    known.flatMap((one) => {
      const others = known.filter((other) => other.patient !== one.patient && areSimilar(one, other));
      return others.length === 0 ? [] : [[one.journeyId, others.map(({ journeyId }) => journeyId)] as const];
    }),
  );
}

function areSimilar(one: Compared, other: Compared): boolean {
  if (one.spelled === '' || other.spelled === '') return false;
  const year = one.birthDate?.slice(0, 4);
  const isNamesake = one.surname === other.surname && year !== undefined && other.birthDate?.slice(0, 4) === year;
  return isNamesake || isWithinOneEdit(one.spelled, other.spelled);
}

/** The same text, or one letter more, less or another, or two neighbours swapped. */
export function isWithinOneEdit(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [[...one], [...other]] : [[...other], [...one]];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = (letters: readonly string[], from: number): string => letters.slice(from).join('');
  if (short.length < long.length) return rest(short, start) === rest(long, start + 1);
  const isSwap = short[start] === long[start + 1] && short[start + 1] === long[start];
  return (
    rest(short, start + 1) === rest(long, start + 1) || (isSwap && rest(short, start + 2) === rest(long, start + 2))
  );
}

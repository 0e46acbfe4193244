/** A case that goes otherwise on the emulator than the suite says. */
export interface Difference {
  readonly emulator: string;
  readonly we: string;
}

/**
 * What is not as the list of differences says, in words: a difference that is not listed, one that is another by now, and
 * one that is listed but not there.
 *
 * @param seen for each case by its title the difference, or undefined where there is none
 */
export function unlisted(
  seen: ReadonlyMap<string, Difference | undefined>,
  listed: Readonly<Record<string, Difference>>,
): readonly string[] {
  const wrong: string[] = [];
  for (const [title, difference] of seen) {
    const known = listed[title];
    if (difference?.emulator === known?.emulator && difference?.we === known?.we) continue;
    wrong.push(`${title}: got ${text(difference)}, expected ${text(known)}`);
  }
  const gone = Object.keys(listed).filter((title) => !seen.has(title));
  return [...wrong, ...gone.map((title) => `${title}: listed, but no case that was played`)];
}

const text = (difference: Difference | undefined): string =>
  difference === undefined ? 'no difference' : `emulator "${difference.emulator}", we "${difference.we}"`;

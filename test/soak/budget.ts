/** Until when a part of the run may begin something new, and what became of it. */
export interface Budget {
  /** Seed of the part's first piece; each next one has the next. */
  readonly seed: number;
  /** True while there is time for one more. */
  more(): boolean;
}

export interface PartResult {
  /** How many of the part's pieces were done, and of how many. */
  readonly done: number;
  readonly of: number;
  /** What else is to be known of them. */
  readonly note?: string;
  /** What did not hold, each with how to see it again. */
  readonly failures: readonly string[];
}

/** One kind of trouble, and which part of the time it may take. */
export interface Part {
  /** What is counted, e.g. `kills`. */
  readonly name: string;
  readonly share: number;
  run(budget: Budget): Promise<PartResult>;
}

export interface SoakResult {
  readonly seed: number;
  readonly minutes: number;
  readonly parts: readonly (PartResult & { readonly name: string })[];
}

/**
 * Runs the parts one after the other. Each may take its share of the time, and what those before it left of theirs; without
 * a limit each goes on until it has done all it wants.
 *
 * @param now milliseconds of the wall clock
 */
export async function runParts(
  parts: readonly Part[],
  { seed, minutes, now }: { seed: number; minutes: number | undefined; now: () => number },
): Promise<SoakResult> {
  const began = now();
  const results: (PartResult & { readonly name: string })[] = [];
  const whole = parts.reduce((sum, { share }) => sum + share, 0);
  let used = 0;
  for (const { name, share, run } of parts) {
    used += share;
    const until = minutes === undefined ? Number.POSITIVE_INFINITY : began + (minutes * 60_000 * used) / whole;
    results.push({ name, ...(await run({ seed, more: () => now() < until })) });
  }
  return { seed, minutes: Math.round((now() - began) / 60_000), parts: results };
}

export const failuresOf = ({ parts }: SoakResult): readonly string[] => [
  ...parts.flatMap(({ failures }) => failures),
  // Of what was not reached nothing is known.
  ...parts.flatMap(({ name, done }) => (done === 0 ? [`no ${name} were reached: give it more minutes`] : [])),
];

/** Names of the parts that did not do all they wanted. */
export const incompleteOf = ({ parts }: SoakResult): readonly string[] =>
  parts.flatMap(({ name, done, of }) => (done < of ? [name] : []));

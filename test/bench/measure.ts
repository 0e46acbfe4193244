/** The value at a share of all, from 0 to 1, by rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const medianOf = (values: readonly number[]): number => percentile(values, 0.5);

/** Milliseconds that each of so many calls takes, one after the other. */
export async function timesOf(count: number, work: (index: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const began = performance.now();
    await work(index);
    times.push(performance.now() - began);
  }
  return times;
}

export const peakMegabytes = (): number => process.resourceUsage().maxRSS / 1024;

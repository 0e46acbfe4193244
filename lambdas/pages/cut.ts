/** As many of the first items as weigh no more than `most` bytes in all, and how many are left. */
export function cut<T>(
  items: readonly T[],
  most: number,
  textsOf: (item: T) => readonly string[],
): { readonly shown: readonly T[]; readonly left: number } {
  let weight = 0;
  const over = items.findIndex((item) => {
    weight +=
      AROUND + textsOf(item).reduce((sum, text) => sum + Buffer.byteLength(text.replace(/[<>&"]/g, ESCAPED)), 0);
    return weight > most;
  });
  const count = over === -1 ? items.length : over;
  return { shown: items.slice(0, count), left: items.length - count };
}

/** What stands around the texts of an item. */
const AROUND = 120;
const ESCAPED = '&quot;';

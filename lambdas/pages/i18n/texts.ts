/** The text of `key`, or undefined; a key such as `constructor` is not found on the prototype. */
export const find = <T>(texts: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(texts, key) ? texts[key] : undefined;

/**
 * The text of a form name by the longest end of it that has one: `evidence.collectionSlot.from` by `collectionSlot.from`
 * before `from`. Places in a list do not count.
 */
export function findByEnd(texts: Readonly<Record<string, string>>, name: string): string | undefined {
  const parts = name.split('.').filter((part) => !/^\d+$/.test(part));
  for (let from = 0; from < parts.length; from += 1) {
    const text = find(texts, parts.slice(from).join('.'));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The text of `key`, or the key in plain words: `doseGiven` → `Dose given`. */
export const say = (texts: Readonly<Record<string, string>>, key: string): string =>
  find(texts, key) ?? plainWords(key);

export function plainWords(key: string): string {
  const words = key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[-_.]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

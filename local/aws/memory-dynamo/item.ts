/** A value as DynamoDB writes it, e.g. `{ S: 'text' }`. */
export type Attribute = Readonly<Record<string, unknown>>;
/** Never changed in place: whoever changes an item makes a new one, so that readers and streams may share it. */
export type Item = Readonly<Record<string, Attribute>>;

/** The text of a key, or of whatever is compared with one. */
export const textOf = (value: Attribute | undefined): string | undefined =>
  typeof value?.S === 'string' ? value.S : undefined;

/** About as many bytes as the item takes in an answer: its long values are texts. */
export function sizeOf(item: Item): number {
  let size = 0;
  for (const name in item) size += name.length + (textOf(item[name])?.length ?? 0);
  return size;
}

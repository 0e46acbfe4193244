/** How a name is compared: case, accents written in two ways, and spaces are no other name. Anything else is. */
const plain = (name: string): string => name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** False where both are known and differ. */
export const isSameName = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || plain(one) === plain(other);

import type { Item } from './item.ts';

interface Placed {
  readonly key: string;
  readonly item: Item;
}

/** The items of one partition, by sort key. */
export class SortedItems {
  readonly #placed: Placed[] = [];

  get size(): number {
    return this.#placed.length;
  }

  get(key: string): Item | undefined {
    const found = this.#placed[this.#firstFrom(key)];
    return found?.key === key ? found.item : undefined;
  }

  put(key: string, item: Item): void {
    const at = this.#firstFrom(key);
    this.#placed.splice(at, this.#placed[at]?.key === key ? 1 : 0, { key, item });
  }

  delete(key: string): void {
    const at = this.#firstFrom(key);
    if (this.#placed[at]?.key === key) this.#placed.splice(at, 1);
  }

  /** In order, from the first key of at least `from` on. */
  *from(from: string): Generator<Placed> {
    for (let at = this.#firstFrom(from); at < this.#placed.length; at += 1) {
      const placed = this.#placed[at];
      if (placed !== undefined) yield placed;
    }
  }

  #firstFrom(key: string): number {
    let low = 0;
    let high = this.#placed.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const placed = this.#placed[middle];
      if (placed !== undefined && placed.key < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

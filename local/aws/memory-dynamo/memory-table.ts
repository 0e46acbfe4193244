import { validationError } from '../service-error.ts';
import { type Attribute, type Item, textOf } from './item.ts';
import { SortedItems } from './sorted-items.ts';

interface Keys {
  readonly partition: string;
  readonly sort: string;
}

interface Index extends Keys {
  /** Attributes that it shows beside the keys; undefined for all. */
  readonly shows: readonly string[] | undefined;
  readonly partitions: Map<string, SortedItems>;
}

/** What became of an item, as a stream tells it. */
export interface Written {
  readonly sequence: number;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly keys: Item;
  readonly image: Item | undefined;
}

const DIVIDER = '\u0000';

/** One table with its indexes and its stream. */
export class MemoryTable {
  readonly #keys: Keys;
  readonly #partitions = new Map<string, SortedItems>();
  readonly #indexes: ReadonlyMap<string, Index>;
  readonly #hasStream: boolean;
  #written: Written[] = [];
  #sequence = 0;

  /** @param definition as CreateTable takes it */
  constructor(definition: Readonly<Record<string, unknown>>) {
    const { KeySchema, GlobalSecondaryIndexes = [], StreamSpecification } = definition;
    this.#keys = keysOf(KeySchema);
    this.#hasStream = StreamSpecification !== undefined;
    const indexes = GlobalSecondaryIndexes as readonly IndexDefinition[];
    this.#indexes = new Map(
      indexes.map(({ IndexName, KeySchema, Projection }) => [
        IndexName,
        {
          ...keysOf(KeySchema),
          shows: Projection.ProjectionType === 'ALL' ? undefined : (Projection.NonKeyAttributes ?? []),
          partitions: new Map(),
        },
      ]),
    );
  }

  get(key: Item): Item | undefined {
    const { partition, sort } = this.#placeOf(key);
    return this.#partitions.get(partition)?.get(sort);
  }

  put(item: Item): void {
    const before = this.get(item);
    const { partition, sort } = this.#placeOf(item);
    partitionIn(this.#partitions, partition).put(sort, item);
    for (const index of this.#indexes.values()) {
      this.#dropFrom(index, before);
      const place = indexed(index, item);
      // What an index shows of an item is one item too: who looks several times is shown the same.
      if (place !== undefined)
        partitionIn(index.partitions, place.partition).put(this.#sortIn(place.sort, item), this.#shown(index, item));
    }
    this.#tell(before === undefined ? 'INSERT' : 'MODIFY', item, item);
  }

  delete(key: Item): void {
    const before = this.get(key);
    if (before === undefined) return;
    const { partition, sort } = this.#placeOf(key);
    this.#partitions.get(partition)?.delete(sort);
    for (const index of this.#indexes.values()) this.#dropFrom(index, before);
    this.#tell('REMOVE', before, undefined);
  }

  /** Items of a partition of the table or of an index in order: from a sort key on, or behind an item. */
  *items(indexName: string | undefined, partition: string, from: string, after: Item | undefined): Generator<Item> {
    const index = indexName === undefined ? undefined : this.#index(indexName);
    const items = (index?.partitions ?? this.#partitions).get(partition);
    const start = after === undefined ? from : this.#startAfter(index, after);
    for (const { key, item } of items?.from(start) ?? []) {
      if (key !== start || after === undefined) yield item;
    }
  }

  keysOf(item: Item, indexName?: string): Item {
    const index = indexName === undefined ? undefined : this.#index(indexName);
    const { partition, sort } = this.#keys;
    return partOf(item, index === undefined ? [partition, sort] : [partition, sort, index.partition, index.sort]);
  }

  partitionIn(indexName: string | undefined): string {
    return indexName === undefined ? this.#keys.partition : this.#index(indexName).partition;
  }

  /** What was written from a place of the stream on; what lies before it was consumed, and is forgotten. */
  writtenFrom(sequence: number, limit: number): readonly Written[] {
    const consumed = this.#written.findIndex((written) => written.sequence >= sequence);
    this.#written = consumed < 0 ? [] : this.#written.slice(consumed);
    return this.#written.slice(0, limit);
  }

  #tell(eventName: Written['eventName'], item: Item, image: Item | undefined): void {
    if (!this.#hasStream) return;
    this.#sequence += 1;
    this.#written.push({ sequence: this.#sequence, eventName, keys: this.keysOf(item), image });
  }

  #index(name: string): Index {
    const index = this.#indexes.get(name);
    if (index === undefined) throw validationError(`The table does not have the specified index: ${name}`);
    return index;
  }

  #shown({ shows, partition, sort }: Index, item: Item): Item {
    if (shows === undefined) return item;
    return partOf(item, [this.#keys.partition, this.#keys.sort, partition, sort, ...shows]);
  }

  #dropFrom(index: Index, item: Item | undefined): void {
    const place = item === undefined ? undefined : indexed(index, item);
    if (item !== undefined && place !== undefined)
      index.partitions.get(place.partition)?.delete(this.#sortIn(place.sort, item));
  }

  #startAfter(index: Index | undefined, after: Item): string {
    if (index === undefined) return this.#placeOf(after).sort;
    return this.#sortIn(textOf(after[index.sort]) ?? '', after);
  }

  /** Keys of an index need not be unique: those of the table tell its items apart. */
  #sortIn(sort: string, item: Item): string {
    const place = this.#placeOf(item);
    return [sort, place.partition, place.sort].join(DIVIDER);
  }

  #placeOf(item: Item): Keys {
    const partition = textOf(item[this.#keys.partition]);
    const sort = textOf(item[this.#keys.sort]);
    if (partition === undefined || sort === undefined)
      throw validationError(`Item: expected texts for ${this.#keys.partition} and ${this.#keys.sort}`);
    return { partition, sort };
  }
}

function partOf(item: Item, names: readonly string[]): Item {
  const part: Record<string, Attribute> = {};
  for (const name of names) {
    const value = item[name];
    if (value !== undefined) part[name] = value;
  }
  return part;
}

interface IndexDefinition {
  readonly IndexName: string;
  readonly KeySchema: unknown;
  readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
}

function keysOf(schema: unknown): Keys {
  const keys = schema as readonly { readonly AttributeName: string; readonly KeyType: string }[];
  const named = (type: string) => keys.find(({ KeyType }) => KeyType === type)?.AttributeName;
  const partition = named('HASH');
  const sort = named('RANGE');
  if (partition === undefined || sort === undefined)
    throw validationError('Table in memory: expected a partition key and a sort key');
  return { partition, sort };
}

function indexed({ partition, sort }: Keys, item: Item): Keys | undefined {
  const [one, other] = [textOf(item[partition]), textOf(item[sort])];
  return one === undefined || other === undefined ? undefined : { partition: one, sort: other };
}

function partitionIn(partitions: Map<string, SortedItems>, name: string): SortedItems {
  const known = partitions.get(name) ?? new SortedItems();
  partitions.set(name, known);
  return known;
}

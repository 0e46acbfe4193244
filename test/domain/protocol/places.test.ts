import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GATING_PLACES, READ_BY_PEOPLE } from '../../../lambdas/domain/protocol/gating-places.ts';
import { placeOf, valuesAt } from '../../../lambdas/domain/protocol/place.ts';
import { protocolJsonSchema } from '../../../lambdas/domain/protocol/schema.ts';
import { STRICTER } from '../../../lambdas/domain/protocol/stricter.ts';

/** Everything that reads values of a protocol does it through these; codes are read where a shelf is indexed by them. */
const READERS = [
  'lambdas/domain/protocol/accessors.ts',
  'lambdas/domain/protocol/jurisdiction-accessors.ts',
  'lambdas/domain/protocol/strictest-accessors.ts',
  'lambdas/adapters/protocols.ts',
].map((path) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));

interface Node {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}
type Schema = Node & { readonly $defs: Readonly<Record<string, Node>> };
const schema = protocolJsonSchema() as unknown as Schema;
const resolved = (node: Node | undefined): Node | undefined =>
  node?.$ref === undefined ? node : resolved(schema.$defs[node.$ref.split('/').at(-1) ?? '']);

/** What the schema has at a place, or undefined. */
const inSchema = (place: string): Node | undefined =>
  place.split('.').reduce<Node | undefined>((node, part) => {
    const inside = resolved(node?.properties?.[part.replace('[]', '')]);
    return part.endsWith('[]') ? resolved(inside?.items) : inside;
  }, schema);

describe('declared places', () => {
  it.each(GATING_PLACES)('%s gates, and is a place of the schema', (place) => {
    expect(inSchema(place)).toBeDefined();
  });

  it.each(GATING_PLACES)('%s is read by an accessor, or says who goes by it', (place) => {
    const name = place.replaceAll('[]', '').split('.').at(-1);
    expect(READERS.some((source) => new RegExp(`\\b${name}\\b`).test(source)) || READ_BY_PEOPLE[place]).toBeTruthy();
  });

  it.each(Object.keys(STRICTER))('%s is a place of the schema that takes alternatives', (place) => {
    expect(inSchema(place)?.properties).toHaveProperty('alternatives');
  });

  it('would be missed by a place that is none', () => {
    expect(inSchema('product.colour')).toBeUndefined();
    expect(inSchema('product[]')).toBeUndefined();
  });
});

describe('a place', () => {
  const file = { a: { list: [{ b: 1 }, { c: 2 }, { b: 3 }] } };

  it('has the values of every entry that has one', () => {
    expect(valuesAt(file, 'a.list[].b')).toEqual([
      { path: 'a.list[0].b', value: 1 },
      { path: 'a.list[2].b', value: 3 },
    ]);
    expect(valuesAt(file, 'a.none')).toEqual([]);
    expect(valuesAt(file, 'a[]')).toEqual([]);
  });

  it('is the same for every path into one list', () => {
    expect(placeOf(['a', 'list', 12, 'b'])).toBe('a.list[].b');
  });
});

import { describe, expect, it } from 'vitest';
import { GATING_PLACES } from '../../../lambdas/domain/protocol/gating-places.ts';
import { placeOf, valuesAt } from '../../../lambdas/domain/protocol/place.ts';
import { protocolJsonSchema } from '../../../lambdas/domain/protocol/schema.ts';
import { STRICTER } from '../../../lambdas/domain/protocol/stricter.ts';

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

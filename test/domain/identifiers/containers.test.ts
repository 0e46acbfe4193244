import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  compareContainers,
  containerKey,
  containerSchema,
  printContainer,
  sameContainer,
} from '../../../lambdas/domain/identifiers/containers.ts';

const bag = (batch: string, container: string, component?: string) =>
  containerSchema.parse(component === undefined ? { batch, container } : { batch, container, component });
const short = fc
  .string({ unit: fc.constantFrom(...'AB1" /'), minLength: 1, maxLength: 4 })
  .filter((one) => one.trim() !== '');
const container = fc
  .record({ batch: short, container: short, component: short }, { requiredKeys: ['batch', 'container'] })
  .map((one) => containerSchema.parse(one));

describe('container', () => {
  it('is kept as printed, with outer and doubled spaces taken away', () => {
    expect(bag(' B 1 ', 'Bag  1/2\n')).toEqual({ batch: 'B 1', container: 'Bag 1/2' });
  });

  it('is the same only with batch, number and component', () => {
    expect(sameContainer(bag('B1', '1'), bag('B1 ', '1'))).toBe(true);
    expect(sameContainer(bag('B1', '1', 'CD8'), bag('B1', '1', 'CD8'))).toBe(true);
    for (const other of [bag('B2', '1'), bag('B1', '2'), bag('B1', '1', 'CD8'), bag('b1', '1'), bag('B-1', '1')]) {
      expect(sameContainer(bag('B1', '1'), other)).toBe(false);
    }
  });

  it('has a key of its own: equal for equal containers only', () => {
    fc.assert(
      fc.property(container, container, (one, other) => {
        const equal =
          one.batch === other.batch && one.container === other.container && one.component === other.component;
        expect(containerKey(one) === containerKey(other)).toBe(equal);
        expect(sameContainer(one, other)).toBe(equal);
        expect(containerSchema.parse(one)).toEqual(one);
      }),
    );
  });

  it('is named to people with its batch and component', () => {
    expect(printContainer(bag('B1', '2'))).toBe('B1 / 2');
    expect(printContainer(bag('B1', '2', 'CD8'))).toBe('B1 / CD8 / 2');
  });

  it.each([
    [{ batch: '', container: '1' }, 'a batch'],
    [{ batch: 'B1', container: '   ' }, 'a container number'],
    [{ batch: 'B1', container: '1\t2' }, 'a container number'],
    [{ batch: 'В1', container: '1' }, 'a batch'], // a Cyrillic letter that looks like a B
    [{ batch: 'B1', container: '1'.repeat(121) }, 'a container number'],
    [{ batch: 'B1', container: '1', component: '' }, 'a component'],
    [{ batch: 'B1', container: '1', more: 1 }, 'more'],
    [{ batch: 'B1' }, 'container'],
  ])('refuses %j, naming %s', (input, named) => {
    const parsed = containerSchema.safeParse(input);
    expect(parsed.success).toBe(false);
    expect(JSON.stringify(parsed.error?.issues)).toContain(named);
  });

  it('has a JSON Schema', () => {
    expect(z.toJSONSchema(containerSchema)).toMatchObject({ required: ['batch', 'container'] });
  });
});

describe('comparison of containers', () => {
  const [one, two, three] = [bag('B1', '1'), bag('B1', '2'), bag('B1', '3')];

  it('finds nothing in the same, in any order', () => {
    expect(compareContainers([two, one], [one, two])).toEqual({ missing: [], strangers: [], repeated: [] });
  });

  it('names what is missing, strange or there twice, each once', () => {
    expect(compareContainers([one, one, one, three, three], [one, two])).toEqual({
      missing: [two],
      strangers: [three],
      repeated: [one, three],
    });
  });
});

import * as z from 'zod';

/**
 * Text as printed on a container: up to 120 printable ASCII characters, runs of spaces made one. No letter that only
 * looks like another gets in, and nothing is guessed: case and hyphens count.
 */
const printed = (name: string) =>
  z
    .string()
    .overwrite((text) => text.trim().replace(/ +/g, ' '))
    .regex(/^[\x21-\x7e](?:[\x20-\x7e]{0,118}[\x21-\x7e])?$/, {
      error: `expected ${name} of 1 to 120 printable ASCII characters`,
    });

/**
 * One bag, vial or syringe as its label names it. Container numbers start anew with every batch and, in a product of
 * several components (cells of different kinds given one after the other), with every component: only together they name
 * one thing.
 */
export const containerSchema = z
  .strictObject({
    batch: printed('a batch'),
    container: printed('a container number'),
    component: printed('a component').optional(),
  })
  .brand('Container');
export type Container = Readonly<z.infer<typeof containerSchema>>;

/** A text that is equal for equal containers only, for sets and maps; not for people. */
export const containerKey = ({ batch, container, component }: Container): string =>
  JSON.stringify([batch, container, component ?? null]);

/** Equal only with the same batch, container number and component. A named component is not the same as none. */
export const sameContainer = (one: Container, other: Container): boolean => containerKey(one) === containerKey(other);

/** How a container is named to people: `B123 / 2`, with its component where it has one `B123 / CD8 / 2`. */
export const printContainer = ({ batch, container, component }: Container): string =>
  (component === undefined ? [batch, container] : [batch, component, container]).join(' / ');

export interface ContainerComparison {
  /** Expected and not there. */
  readonly missing: readonly Container[];
  /** There and not expected. */
  readonly strangers: readonly Container[];
  /** There more than once; each is named once. */
  readonly repeated: readonly Container[];
}

/** Compares what is there with what should be; nothing in any list means that both are the same containers. */
export function compareContainers(got: readonly Container[], expected: readonly Container[]): ContainerComparison {
  const seen = new Set<string>();
  const repeated = new Map<string, Container>();
  for (const container of got) {
    const key = containerKey(container);
    if (seen.has(key)) repeated.set(key, container);
    seen.add(key);
  }
  const wanted = new Set(expected.map(containerKey));
  return {
    missing: unique(expected.filter((container) => !seen.has(containerKey(container)))),
    strangers: unique(got.filter((container) => !wanted.has(containerKey(container)))),
    repeated: [...repeated.values()],
  };
}

const unique = (containers: readonly Container[]): readonly Container[] => [
  ...new Map(containers.map((container) => [containerKey(container), container])).values(),
];

import { type Path, showPath } from './problem.ts';
import { isObject } from './walk.ts';

/** The place in the schema that a path of a file is an instance of: `conditioning.windows[2].max` is at `conditioning.windows[].max`. */
export const placeOf = (path: Path): string => showPath(path).replaceAll(/\[\d+\]/g, '[]');

/** What a file has at a place of the schema: nothing, one value, or one for each entry of the lists in between. */
export function valuesAt(file: unknown, place: string): readonly { readonly path: string; readonly value: unknown }[] {
  const steps = place.split('.').flatMap((part) => (part.endsWith('[]') ? [part.slice(0, -2), '[]'] : [part]));
  const found = steps.reduce<readonly { readonly path: Path; readonly value: unknown }[]>(
    (nodes, step) => nodes.flatMap((node) => stepInto(node, step)),
    [{ path: [], value: file }],
  );
  return found.map(({ path, value }) => ({ path: showPath(path), value }));
}

function stepInto({ path, value }: { readonly path: Path; readonly value: unknown }, step: string) {
  if (step === '[]') {
    return Array.isArray(value) ? value.map((entry: unknown, index) => ({ path: [...path, index], value: entry })) : [];
  }
  if (!isObject(value) || !Object.hasOwn(value, step) || value[step] === undefined) return [];
  return [{ path: [...path, step], value: value[step] }];
}

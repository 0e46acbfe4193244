import type { Path } from './problem.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Visits every object of a JSON value, outermost first, with its path. */
export function walk(node: unknown, visit: (object: JsonObject, path: Path) => void, path: Path = []): void {
  if (Array.isArray(node)) {
    for (const [index, entry] of node.entries()) walk(entry, visit, [...path, index]);
  } else if (isObject(node)) {
    visit(node, path);
    for (const key of Object.keys(node)) walk(node[key], visit, [...path, key]);
  }
}

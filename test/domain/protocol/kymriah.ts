import { readFileSync } from 'node:fs';

export const FOLDER = new URL('../../../protocols/', import.meta.url);

/** The Kymriah file as JSON, with parts replaced: a path to its new value, `undefined` to leave it out. */
export function kymriahWith(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const file: Record<string, unknown> = JSON.parse(readFileSync(new URL('kymriah-1.json', FOLDER), 'utf8'));
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const parent = keys.reduce((node, key) => node[key] as Record<string, unknown>, file);
    if (value === undefined) delete parent[last];
    else Object.defineProperty(parent, last, { value, enumerable: true, configurable: true, writable: true });
  }
  return file;
}

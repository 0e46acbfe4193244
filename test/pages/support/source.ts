import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a pattern finds in the source of a file, or of the files of a folder and those below whose names fit: keys that
 * the code writes as plain strings and no value lists.
 */
export function quoted(path: string, pattern: RegExp, names = /\.ts$/): readonly string[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => names.test(name))
        .map((name) => join(path, name))
    : [path];
  return files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, found = '']) => found));
}

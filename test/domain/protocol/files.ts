import { readFileSync } from 'node:fs';
import { protocols } from '../../../lambdas/adapters/protocols.ts';
import { parseProtocol } from '../../../lambdas/domain/protocol/parse.ts';
import type { Protocol } from '../../../lambdas/domain/protocol/schema.ts';

export const FOLDER = new URL('../../../protocols/', import.meta.url);

/** A file as JSON, with parts replaced: a path to its new value, `undefined` to leave it out. */
export function fileWith(id: string, changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const file: Record<string, unknown> = JSON.parse(readFileSync(new URL(`${id}-1.json`, FOLDER), 'utf8'));
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const parent = keys.reduce((node, key) => node[key] as Record<string, unknown>, file);
    if (value === undefined) delete parent[last];
    else Object.defineProperty(parent, last, { value, enumerable: true, configurable: true, writable: true });
  }
  return file;
}

export const kymriahWith = (changes: Readonly<Record<string, unknown>> = {}) => fileWith('kymriah', changes);

/** Version 1 of a protocol of the shelf. */
export function protocolOf(id: string): Protocol {
  const found = protocols.get(id, 1);
  if (!found.ok) throw new Error(found.refusal.message);
  return found.value;
}

/** A changed file as a protocol; throws what is wrong with it. */
export function protocolWith(id: string, changes: Readonly<Record<string, unknown>>): Protocol {
  const parsed = parseProtocol(fileWith(id, changes));
  if (!parsed.ok) throw new Error(parsed.refusal.message);
  return parsed.value;
}

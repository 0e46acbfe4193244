import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { figure, type Line } from './line.ts';

const DOCUMENT = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
const BEGINS = '<!-- figures: npm run bench -- --write -->';
const ENDS = '<!-- end of figures -->';

/** The figures of the committed document, by name. */
export function baseline(): ReadonlyMap<string, number> {
  const rows = readFileSync(DOCUMENT, 'utf8').matchAll(/^\| ([^|]+?) \| ([\d.]+) [^|]*\|/gm);
  return new Map([...rows].map(([, name = '', value]) => [name, Number(value)]));
}

/** Writes the figures into the document, in place of those of the same name; what was not measured stays. */
export function writeBaseline(lines: readonly Line[]): void {
  const before = readFileSync(DOCUMENT, 'utf8');
  const from = before.indexOf(BEGINS);
  const until = before.indexOf(ENDS);
  if (from < 0 || until < from) throw new Error(`${DOCUMENT}: expected the lines "${BEGINS}" and "${ENDS}"`);
  const kept = before.slice(from, until).matchAll(/^\| ([^|]+?) \| [\d.]+ .*$/gm);
  const rows = new Map([...kept].map(([row, name = '']) => [name, row]));
  for (const { name, measured, unit, target, more = false } of lines) {
    const wanted = target === undefined ? '' : `${more ? 'at least' : 'at most'} ${figure(target)}`;
    rows.set(name, `| ${name} | ${figure(measured)} ${unit} | ${wanted} |`);
  }
  const table = ['| Figure | Measured | Target |', '|---|---|---|', ...rows.values()].join('\n');
  writeFileSync(DOCUMENT, `${before.slice(0, from)}${BEGINS}\n\n${table}\n\n${before.slice(until)}`);
}

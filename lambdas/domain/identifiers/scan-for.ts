import { type Outcome, ok, refuse } from '../outcome.ts';
import { gs1Content } from './gs1-message.ts';
import { readScan } from './scan.ts';
import { SCAN_NAMES, type Scan, type ScanKind } from './scan-kinds.ts';

/**
 * Reads a scan where one kind is asked for: the scan itself, or the one structure of that kind in a message of several.
 * Refuses as `invalid` by name another kind, none, and several that differ.
 */
export function scanFor<K extends ScanKind>(text: string, kind: K): Outcome<Extract<Scan, { readonly kind: K }>> {
  const read = readScan(text);
  if (!read.ok) return read;
  const scan = read.value;
  const inside: readonly Scan[] = scan.kind === 'isbt-message' && kind !== scan.kind ? scan.structures : [scan];
  const isWanted = (one: Scan): one is Extract<Scan, { readonly kind: K }> => one.kind === kind;
  const [found, ...more] = inside.filter(isWanted);
  const name = SCAN_NAMES[kind];
  if (found === undefined) {
    return refuse('invalid', `Scan: expected ${name}, got ${SCAN_NAMES[scan.kind]}. Scan the other code.`);
  }
  if (more.some((one) => !saysTheSame(one, found))) {
    return refuse('invalid', `Scan: expected ${name}, got ${more.length + 1} in one message. Scan a single code.`);
  }
  return ok(found);
}

/** Labels of one donation differ in their flags only. */
const saysTheSame = (one: Scan, other: Scan): boolean =>
  one.kind === 'din' && other.kind === 'din'
    ? one.number === other.number
    : JSON.stringify(one) === JSON.stringify(other);

/** The content of a GS1 application identifier in a scan, for a field that asks for a batch (10) or serial (21) alone. */
export const scannedGs1 = (scan: Scan, ai: string): string | undefined =>
  scan.kind === 'gs1' ? gs1Content(scan.message, ai) : undefined;

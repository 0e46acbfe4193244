import { type Outcome, ok, refuse } from '../outcome.ts';
import { structureAt } from './isbt-identifiers.ts';
import { type IsbtStructure, readStructure } from './isbt-structure.ts';

const HEADER = /^=\+(\d\d)(\d{3})/;
const HEADER_LENGTH = 7;

/**
 * Reads a scan of ISBT 128: one structure, several one after the other as a scanner concatenates them, or a compound
 * message (`=+aabbb`) with the count of what follows. All or nothing: a structure that is not known or does not fit, a
 * count that is not met and a code of the patient refuse the whole scan as `invalid`.
 */
export function readIsbtMessage(text: string): Outcome<readonly IsbtStructure[]> {
  const raw = text.trim();
  const header = HEADER.exec(raw);
  if (header === null && raw.startsWith('=+')) {
    return refuse('invalid', 'ISBT 128 message: expected =+ with 5 digits at its start, got others. Scan it again.');
  }
  const structures: IsbtStructure[] = [];
  let at = header === null ? 0 : HEADER_LENGTH;
  while (at < raw.length) {
    const structure = structureAt(raw, at);
    if (structure === undefined) return notKnown(at);
    const start = at + structure.prefix.length;
    at = start + structure.content.length;
    const read = readStructure(structure, raw.slice(start, at));
    if (!read.ok) return read;
    structures.push(read.value);
  }
  const count = Number(header?.[1] ?? structures.length);
  if (structures.length === 0 || structures.length !== count) {
    const expected = header === null ? 'at least one data structure' : `${count} data structures after its header`;
    return refuse('invalid', `ISBT 128 message: expected ${expected}, got ${structures.length}. Scan it again.`);
  }
  const missing = missingDivision(structures);
  return missing ?? ok(structures);
}

const notKnown = (at: number) =>
  refuse(
    'invalid',
    `ISBT 128 message: expected a data identifier of a collection or product label at position ${at + 1}, got another.`,
  );

/** A product code that ends with 99 says nothing without its division, which in a compound message must stand beside. */
function missingDivision(structures: readonly IsbtStructure[]): ReturnType<typeof refuse> | undefined {
  if (structures.length < 2 || structures.some(({ kind }) => kind === 'divisions')) return undefined;
  const elsewhere = structures.some((one) => one.kind === 'product-code' && one.code.endsWith('99'));
  return elsewhere
    ? refuse(
        'invalid',
        'ISBT 128 message: expected the product divisions (032) beside a product code that ends with 99.',
      )
    : undefined;
}

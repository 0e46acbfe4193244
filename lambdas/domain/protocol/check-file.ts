import { protocolHash } from './hash.ts';
import { parseProtocol, protocolProblems } from './parse.ts';
import type { Problem } from './problem.ts';

export interface CheckedFile {
  readonly path: string;
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  /** What the file is, when it is one. */
  readonly protocol?: {
    readonly id: string;
    readonly version: number;
    readonly status: 'unverified' | 'verified';
    readonly sha256: string;
  };
}

/** The file name a protocol must have: `<id>-<version>.json`. */
export const protocolFileName = ({ id, version }: { readonly id: string; readonly version: number }): string =>
  `${id}-${version}.json`;

/** Checks the text of one protocol file: JSON, shape, contradictions, and that it is named after its id and version. */
export function checkProtocolFile(text: string, path: string): CheckedFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const got = error instanceof SyntaxError ? error.message : 'something else';
    return { path, ok: false, problems: [{ path: '', rule: 'not-json', got, expected: 'JSON text' }] };
  }
  const parsed = parseProtocol(json);
  if (!parsed.ok) return { path, ok: false, problems: protocolProblems(json) };
  const { id, version, status } = parsed.value;
  const protocol = { id, version, status, sha256: protocolHash(parsed.value) };
  const name = path.split(/[\\/]/).at(-1) ?? '';
  const expected = protocolFileName(protocol);
  if (name === expected) return { path, ok: true, problems: [], protocol };
  return { path, ok: false, problems: [{ path: '', rule: 'misnamed-file', got: name, expected }], protocol };
}

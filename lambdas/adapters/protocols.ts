import type { TherapyCodes } from '../domain/ehr/therapy.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import type { Protocol } from '../domain/protocol/schema.ts';
import { shelfOfRelease } from './shelf.ts';

export interface Protocols {
  /** All protocols, by id and rising version. */
  all(): readonly Protocol[];
  /** The newest version: what a new order pins. `not-found` names what exists. */
  latest(id: string): Outcome<Protocol>;
  /** The version a journey has pinned. `not-found` names what exists. */
  get(id: string, version: number): Outcome<Protocol>;
  /** The codes by which an order may name a protocol: those of each newest version. */
  codes(): TherapyCodes;
}

/**
 * A shelf of protocols. Throws when an id and version, or a code, are there twice: a release fault, which the test
 * of the folder finds first.
 */
export function protocolsFrom(files: readonly Protocol[]): Protocols {
  const shelf = files.toSorted((a, b) => compareText(a.id, b.id) || a.version - b.version);
  for (const [index, { id, version }] of shelf.entries()) {
    const next = shelf[index + 1];
    if (next?.id === id && next.version === version) {
      throw new Error(`Therapy protocols: expected each id and version once, got ${id} version ${version} twice`);
    }
  }
  const ids = [...new Set(shelf.map(({ id }) => id))];
  const codes = codesOf(ids.flatMap((id) => shelf.findLast((protocol) => protocol.id === id) ?? []));
  const versions = shelf.map(({ id, version }) => `${id}-${version}`);
  const notFound = (asked: string, exist: readonly string[]) =>
    refuse('not-found', `No therapy protocol ${asked}. There are: ${exist.join(', ')}.`, { asked, exist });
  return {
    all: () => shelf,
    codes: () => codes,
    latest: (id) => {
      const found = shelf.findLast((one) => one.id === id);
      return found ? ok(found) : notFound(JSON.stringify(id.slice(0, 64)), ids);
    },
    get: (id, version) => {
      const found = shelf.find((one) => one.id === id && one.version === version);
      return found ? ok(found) : notFound(`${JSON.stringify(id.slice(0, 64))} version ${version}`, versions);
    },
  };
}

function codesOf(newest: readonly Protocol[]): TherapyCodes {
  const codes: Record<string, Record<string, string>> = {};
  for (const { id, codes: own = [] } of newest) {
    for (const { system, code } of own) {
      const bySystem = codes[system] ?? {};
      const other = bySystem[code];
      if (other !== undefined) {
        throw new Error(`Therapy protocols: expected ${system} ${code} once, got it in ${other} and ${id}`);
      }
      codes[system] = { ...bySystem, [code]: id };
    }
  }
  return codes;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

let released: Protocols | undefined;
function ofRelease(): Protocols {
  released ??= protocolsFrom(shelfOfRelease());
  return released;
}

/** The protocols of this release, read when one is first asked for. */
export const protocols: Protocols = {
  all: () => ofRelease().all(),
  codes: () => ofRelease().codes(),
  latest: (id) => ofRelease().latest(id),
  get: (id, version) => ofRelease().get(id, version),
};

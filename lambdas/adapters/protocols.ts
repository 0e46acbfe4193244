import * as z from 'zod';
import { shelf as files } from '../../protocols/shelf.ts';
import type { TherapyCodes } from '../domain/ehr/therapy.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import { parseProtocol } from '../domain/protocol/parse.ts';
import { type Problem, showProblem } from '../domain/protocol/problem.ts';
import type { Protocol } from '../domain/protocol/schema.ts';

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

/** What a shelf is ordered by; the rest of a file is parsed when somebody asks for it. */
const labelShape = z.looseObject({
  id: z.string().min(1),
  version: z.int().min(1),
  codes: z.array(z.looseObject({ system: z.string(), code: z.string() })).optional(),
});
type Label = z.infer<typeof labelShape>;

/** A protocol that is parsed once, when first asked for: all of them would be three tenths of a function's import. */
interface Shelved extends Label {
  protocol(): Protocol;
}

function shelved(file: unknown): Shelved {
  const label = labelShape.safeParse(file);
  let parsed = label.success ? undefined : parsedOrThrow(file);
  const protocol = (): Protocol => {
    parsed ??= parsedOrThrow(file);
    return parsed;
  };
  const { id, version, codes } = label.data ?? protocol();
  return { id, version, codes: codes === undefined ? undefined : [...codes], protocol };
}

/**
 * A shelf of protocols. Throws when an id and version, or a code, are there twice; and when one is asked for that does not
 * parse. Both are release faults, which the test of the folder finds first.
 */
export function protocolsFrom(files: readonly unknown[]): Protocols {
  const shelf = files.map(shelved).toSorted((a, b) => compareText(a.id, b.id) || a.version - b.version);
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
    all: () => shelf.map(({ protocol }) => protocol()),
    codes: () => codes,
    latest: (id) => {
      const found = shelf.findLast((one) => one.id === id);
      return found ? ok(found.protocol()) : notFound(JSON.stringify(id.slice(0, 64)), ids);
    },
    get: (id, version) => {
      const found = shelf.find((one) => one.id === id && one.version === version);
      return found ? ok(found.protocol()) : notFound(`${JSON.stringify(id.slice(0, 64))} version ${version}`, versions);
    },
  };
}

function parsedOrThrow(file: unknown): Protocol {
  const parsed = parseProtocol(file);
  if (parsed.ok) return parsed.value;
  const problems = (parsed.refusal.detail?.problems ?? []) as readonly Problem[];
  throw new Error(`Therapy protocols: a file was refused\n${problems.map(showProblem).join('\n')}`);
}

function codesOf(newest: readonly Label[]): TherapyCodes {
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

/** The protocols of this release. */
export const protocols: Protocols = protocolsFrom(files);

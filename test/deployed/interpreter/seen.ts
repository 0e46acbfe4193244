import canonicalize from 'canonicalize';
import type { Act, SuiteCase } from '../../local/step-functions/suite/case.ts';

/** What became of a case. */
export interface Seen {
  /** The error with which the start was refused. */
  readonly refused?: string;
  /** For each act the error with which it was refused, or undefined where it was taken. */
  readonly acts: readonly (string | undefined)[];
  readonly status: string;
  /** As JSON. */
  readonly output?: string | undefined;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
  readonly invocations: number;
}

type Aspect = readonly [what: string, seen: string, said: string];

/** Where what was seen is not what the case says, in words: what was seen, and what the case says. Else nothing. */
export function unlike(given: SuiteCase, seen: Seen): { readonly seen: string; readonly said: string } | undefined {
  const other = aspects(given, seen).filter(([, one, another]) => one !== another);
  if (other.length === 0) return undefined;
  const text = (which: 1 | 2): string => other.map((aspect) => `${aspect[0]} ${aspect[which]}`).join('; ');
  return { seen: text(1), said: text(2) };
}

function aspects({ ends, acts = [], invocations }: SuiteCase, seen: Seen): readonly Aspect[] {
  const start: Aspect = ['start', seen.refused ?? 'taken', 'refused' in ends ? ends.refused : 'taken'];
  if ('refused' in ends || seen.refused !== undefined) return [start];
  return [
    ...acts.map((act, at): Aspect => [`act ${at + 1}`, seen.acts[at] ?? 'taken', refusalOf(act) ?? 'taken']),
    ['ends', endSeen(seen, ends), endSaid(ends)],
    ...(invocations === undefined ? [] : [['invocations', `${seen.invocations}`, `${invocations}`] as const]),
  ];
}

/** The error with which an act is to be refused. */
export const refusalOf = (act: Act): string | undefined => ('refused' in act ? act.refused : undefined);

type End = Exclude<SuiteCase['ends'], { readonly refused: string }>;

const endSaid = (ends: End): string =>
  ends.status === 'SUCCEEDED' ? succeeded(ends.output) : otherwise(ends.status, ends.error, ends.cause);

/** Of an error only what the case says something of, and its name alone where that is another already. */
function endSeen({ status, output, error, cause }: Seen, ends: End): string {
  if (status === 'SUCCEEDED') return succeeded(JSON.parse(output ?? 'null'));
  if (ends.status === 'SUCCEEDED' || ends.status !== status) return otherwise(status, error);
  if (ends.error === undefined) return status;
  return otherwise(status, error, ends.cause === undefined || ends.error !== error ? undefined : cause);
}

const LONGEST = 200;
function succeeded(output: unknown): string {
  const text = canonicalize(output) ?? '';
  return `SUCCEEDED ${text.length > LONGEST ? `with ${text.length} characters from ${text.slice(0, 5)}` : text}`;
}

const otherwise = (status: string, error?: string, cause?: string): string =>
  [status, error, cause === undefined ? undefined : `(${cause})`].filter((part) => part !== undefined).join(' ');

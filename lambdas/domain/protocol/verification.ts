import { GATING_PLACES } from './gating-places.ts';
import { canonicalHash } from './hash.ts';
import { valuesAt } from './place.ts';
import type { Protocol, Verification } from './schema.ts';
import { isObject, walk } from './walk.ts';

/** A value that must be signed, and the hash that ties a signature to it. */
export interface GatingValue {
  readonly path: string;
  readonly valueSha256: string;
}

export interface Unverified extends GatingValue {
  /** Why the value does not count as signed, in words for the one who signs. */
  readonly problem: string;
}

/** Every gating value of a protocol, in the order of the declared places. */
export const gatingValues = (protocol: Protocol): readonly GatingValue[] =>
  placedValues(protocol).map(({ path, value }) => ({ path, valueSha256: valueSha256(value) }));

/**
 * The gating values that were not signed by a pharmacist and a second person against the label in force, with every
 * reason for each; empty means that a production journey may pin the protocol.
 *
 * @param today ISO date; a signature of a later day does not count
 */
export const unverifiedFor = (protocol: Protocol, today: string): readonly Unverified[] =>
  placedValues(protocol).flatMap(({ path, value }) => {
    const signed = protocol.verifications?.find((verification) => verification.path === path);
    const hash = valueSha256(value);
    const problems = signed ? problemsOf(protocol, value, hash, signed, today) : ['signed by nobody'];
    return problems.map((problem) => ({ path, problem, valueSha256: hash }));
  });

function problemsOf(
  protocol: Protocol,
  value: unknown,
  hash: string,
  { valueSha256: signedHash, label, by }: Verification,
  today: string,
): readonly string[] {
  const persons = new Set(by.map(({ id }) => id));
  const early = by.filter(({ on }) => on > today).map(({ on }) => on);
  return [
    signedHash === hash ? [] : [`changed since it was signed: got ${hash}, signed ${signedHash}`],
    isOnlyRecalled(value) ? ['still recalled, expected seen in its source or a site-default'] : [],
    labelProblems(protocol, value, label),
    persons.size >= 2 ? [] : [`signed by ${persons.size} person, expected two different ones`],
    by.some((person) => person.function === 'pharmacist')
      ? []
      : ['signed without a pharmacist, expected one of them to be one'],
    early.map((on) => `signed on ${on}, expected a day up to ${today}`),
  ].flat();
}

/** What is signed against a label is signed against the text this file is taken from, of a jurisdiction of the value. */
function labelProblems({ labels }: Protocol, value: unknown, { source, asOf }: Verification['label']): string[] {
  const used = labels.filter((label) => label.source === source);
  if (used.length === 0) return [];
  const problems = used.some((label) => label.asOf === asOf)
    ? []
    : [`signed against ${source} of ${asOf}, expected ${used.map((label) => label.asOf).join(' or ')}`];
  const places = jurisdictionsOf(value);
  if (places.length === 0 || used.some(({ jurisdiction }) => places.includes(jurisdiction))) return problems;
  const got = used.map(({ jurisdiction }) => jurisdiction).join(', ');
  return [...problems, `signed against the label of ${got}, expected one of ${places.join(', ')}`];
}

const placedValues = (protocol: Protocol) => GATING_PLACES.flatMap((place) => valuesAt(protocol, place));

/** Where a value comes from is no part of what it says: a better source does not undo a signature. */
const valueSha256 = (value: unknown): string => canonicalHash(withoutProvenance(value));

function withoutProvenance(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProvenance);
  if (!isObject(value)) return value;
  const said = Object.entries(value).filter(([key]) => key !== 'source' && key !== 'certainty' && key !== 'note');
  return Object.fromEntries(said.map(([key, inside]) => [key, withoutProvenance(inside)]));
}

function isOnlyRecalled(value: unknown): boolean {
  let recalled = false;
  walk(value, ({ certainty }) => {
    recalled ||= certainty === 'recalled';
  });
  return recalled;
}

function jurisdictionsOf(value: unknown): readonly unknown[] {
  if (!isObject(value)) return [];
  return Array.isArray(value.jurisdictions)
    ? value.jurisdictions
    : [value.jurisdiction].filter((one) => one !== undefined);
}

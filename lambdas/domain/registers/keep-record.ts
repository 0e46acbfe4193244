import type * as z from 'zod';
import { canonicalText, hashOf } from '../audit/hash.ts';
import { type Outcome, ok, refuse } from '../outcome.ts';
import { userId } from '../sign-off/user-id.ts';
import type { Instant } from '../time.ts';
import type { RegisterDefinition } from './definition.ts';
import { type RegisterRecord, registerRecord } from './record.ts';
import type { EntryStanding } from './standing.ts';
import { standingOf } from './standing-of.ts';

/** What somebody has kept of an entry: the whole of it, who says so and why. */
export type Keeping = Pick<RegisterRecord, 'site' | 'id' | 'by' | 'why' | 'at'> &
  Pick<Partial<RegisterRecord>, 'mirror' | 'second' | 'confirmedBy' | 'evidence' | 'signed' | 'signedIn'> & {
    readonly entry: unknown;
    /** Of what comes by itself, and takes over nothing that is kept here: what is known as of then or later is not read anew. */
    readonly feed?: { readonly freshSince: Instant } | undefined;
  };

/** A record as it goes into the register, and how the entry stands by it. */
export interface Kept {
  readonly record: RegisterRecord;
  readonly standing: EntryStanding;
}

const FIRST = '0'.repeat(64);

/**
 * A record as it may go into a register; refused with what of it cannot be so. Null where it says what is known already.
 *
 * @param before newest version of the entry; undefined for the first
 */
export function keepRecord(
  definition: RegisterDefinition,
  { feed, ...given }: Keeping,
  before: RegisterRecord | undefined,
): Outcome<Kept | null> {
  const what = `${definition.register} ${given.id}`;
  const no = (message: string): Outcome<never> => refuse('invalid', `${what}: ${message}`);
  const parsed = definition.entry().safeParse(given.entry);
  if (!parsed.success) return no(problemsOf(parsed.error));
  const entry = parsed.data;
  const earlier = before === undefined ? undefined : definition.entry().parse(before.entry);
  // Somebody confirmed it after the export was put there: what they saw is newer.
  if (feed !== undefined && isNewerThan(given, before)) return ok(null);
  const foreign = mirrorMisfit({ ...given, feed }, before) ?? caseMisfit(given, before);
  if (foreign !== null) return refuse('forbidden', `${what}: ${foreign}`);
  if (before !== undefined && given.at < before.at) {
    return no(`at: got ${given.at}, expected not before version ${before.version} (${before.at})`);
  }
  if (before !== undefined && saysTheSame(before, { ...given, feed }, entry)) return ok(null);
  const misfit = definition.misfit(entry, earlier);
  if (misfit !== null) return no(misfit);
  const second = given.second === undefined ? undefined : userId(given.second);
  if (second === userId(given.by)) return no('second: got who keeps it, expected another person');
  if (second === undefined && given.mirror === undefined && definition.takesTwo?.(entry, earlier) === true) {
    return refuse('forbidden', `${what}: second: got nobody, expected a second person for this change`);
  }
  const record = registerRecord().safeParse({
    ...{ schemaVersion: 1, register: definition.register, ...given, entry },
    version: (before?.version ?? 0) + 1,
    by: userId(given.by),
    ...(second === undefined ? {} : { second }),
    prev: before === undefined ? FIRST : hashOf(before),
  });
  if (!record.success) return no(problemsOf(record.error));
  const standing = standingOf(definition, record.data);
  return standing.success ? ok({ record: record.data, standing: standing.data }) : no(problemsOf(standing.error));
}

/** Every problem by its path; what was given is repeated only where the schema says so. */
const problemsOf = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`)).join('; ');

const isNewerThan = ({ mirror }: Pick<Keeping, 'mirror'>, before: RegisterRecord | undefined): boolean =>
  mirror !== undefined && before?.mirror?.system === mirror.system && before.mirror.asOf > mirror.asOf;

/** What another system holds is changed there: here it is read again, or confirmed as it stands. */
function mirrorMisfit({ mirror, confirmedBy, at, feed }: Keeping, before: RegisterRecord | undefined): string | null {
  if (mirror !== undefined && mirror.asOf > at) {
    return `asOf: got ${mirror.asOf}, expected not after it is recorded (${at}): what was read ahead of time would never be too old`;
  }
  if (before !== undefined && before.mirror === undefined && feed !== undefined) {
    return `is kept here: got it from ${mirror?.system ?? 'another system'}, expected nothing of it. Whoever keeps it hands it over once: atmp register import --mirror`;
  }
  if (before?.mirror === undefined) {
    return confirmedBy === undefined ? null : 'is kept here: got a confirmation, expected a change of what it says';
  }
  const { system, asOf } = before.mirror;
  if (mirror === undefined || mirror.system !== system) {
    return `comes from ${system}: got a change of ${mirror?.system ?? 'ours'}, expected it to be changed there and read again`;
  }
  return mirror.asOf < asOf ? `asOf: got ${mirror.asOf}, expected not before ${asOf}, as of which it is known` : null;
}

/** What people sign step by step is changed by no other way. */
function caseMisfit({ signedIn }: Keeping, before: RegisterRecord | undefined): string | null {
  const known = before?.signedIn?.journeyId;
  return known === undefined || known === signedIn?.journeyId
    ? null
    : `is handled in ${known}: got a change beside it, expected its steps there to be signed`;
}

const saysTheSame = (before: RegisterRecord, { mirror, feed, signedIn }: Keeping, entry: unknown): boolean =>
  before.signedIn?.journeyId === signedIn?.journeyId &&
  canonicalText(before.entry) === canonicalText(entry) &&
  (canonicalText(before.mirror ?? null) === canonicalText(mirror ?? null) ||
    (feed !== undefined && before.mirror !== undefined && before.mirror.asOf >= feed.freshSince));

import type { Instant } from '../time.ts';
import { registers } from './index.ts';
import { judgeEntry } from './judge-entry.ts';
import type { RegisterRecord } from './record.ts';
import { entryOf, type SiteReadiness } from './site-readiness.ts';
import type { EntryStanding } from './standing.ts';
import { standingOf } from './standing-of.ts';

/** How a site stood without a record, and how it stands by it. */
export interface Closing {
  readonly record: RegisterRecord;
  readonly before: SiteReadiness;
  readonly after: SiteReadiness;
}

const withEntry = (readiness: SiteReadiness, { register, id }: RegisterRecord, entry: EntryStanding | undefined) => ({
  ...readiness,
  entries: [
    ...readiness.entries.filter((one) => one.register !== register || one.id !== id),
    ...(entry === undefined ? [] : [entry]),
  ],
});

function standingBy(record: RegisterRecord | undefined): EntryStanding | undefined {
  if (record === undefined) return undefined;
  const standing = standingOf(registers[record.register], record);
  return standing.success ? standing.data : undefined;
}

/**
 * @param versions of one entry
 * @param readiness of the site now, with whatever changed since
 */
export function closingOf(
  versions: readonly RegisterRecord[],
  version: number,
  readiness: SiteReadiness,
): Closing | undefined {
  const record = versions.find((one) => one.version === version);
  if (record === undefined) return undefined;
  const earlier = versions.find((one) => one.version === version - 1);
  return {
    record,
    before: withEntry(readiness, record, standingBy(earlier)),
    after: withEntry(readiness, record, standingBy(record)),
  };
}

/**
 * Whether an entry may be used no more from a change on, that could be used before, or that nobody knew; or a major revision of a procedure
 * came into force by it, which closes to whoever was trained in the version before.
 */
export function isClosing(
  before: SiteReadiness,
  after: SiteReadiness,
  { register, id }: Pick<EntryStanding, 'register' | 'id'>,
  asked: { readonly at: Instant; readonly zone: string },
): boolean {
  const entryIn = (readiness: SiteReadiness) => entryOf(readiness, register, id);
  const opened = (readiness: SiteReadiness): boolean | undefined => {
    const entry = entryIn(readiness);
    return entry === undefined ? undefined : judgeEntry(readiness, entry, asked).status === 'open';
  };
  if (opened(after) === true) return entryIn(after)?.majorRevision === true && opened(before) !== true;
  return opened(after) === false && opened(before) !== false;
}

import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { instant } from '../time.ts';
import type { RegisterName } from './names.ts';
import { type EntryStanding, standing } from './standing.ts';

/** How every entry of every register of one site stands: one item, read at once with what is signed (design 2.12). */
export const siteReadiness = lazily(() =>
  z.strictObject({
    site: z.string().min(1),
    /** Counts the changes of all registers of the site; a signature names the one it was made on. */
    version: z.int().min(0),
    /** When it last changed. */
    at: instant,
    entries: z.array(standing()),
  }),
);
export type SiteReadiness = z.infer<ReturnType<typeof siteReadiness>>;

/** Of a site that keeps no register. */
export const noReadiness = (site: string): SiteReadiness => ({
  site,
  version: 0,
  at: '1970-01-01T00:00:00.000Z',
  entries: [],
});

export const entryOf = (readiness: SiteReadiness, register: RegisterName, id: string): EntryStanding | undefined =>
  readiness.entries.find((one) => one.register === register && one.id === id);

/** The entry of an id; where none has it, those that serve it, such as the versions of one agreement. */
export function entriesOf(readiness: SiteReadiness, register: RegisterName, id: string): readonly EntryStanding[] {
  const entries = readiness.entries.filter((one) => one.register === register);
  const named = entries.filter((one) => one.id === id);
  return named.length > 0 ? named : entries.filter(({ serves = [] }) => serves.includes(id));
}

/** The same with an entry as it stands now. */
export const withStanding = (before: SiteReadiness, now: EntryStanding, at: string): SiteReadiness => ({
  ...before,
  version: before.version + 1,
  at,
  entries: [...before.entries.filter(({ register, id }) => register !== now.register || id !== now.id), now].toSorted(
    (one, other) => one.register.localeCompare(other.register) || one.id.localeCompare(other.id),
  ),
});

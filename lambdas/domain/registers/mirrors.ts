import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { REGISTERS } from './names.ts';
import { line } from './standing.ts';

/** What may come from another system by itself: each register, and competence, which is kept beside people. */
export const MIRRORED = [...REGISTERS, 'competence'] as const;
export type Mirrored = (typeof MIRRORED)[number];

/** A register of a site whose master is another system, which puts its export where it is taken from (ADR 0074). */
export const mirrorSource = lazily(() =>
  z.strictObject({
    site: z.string().min(1),
    register: z.enum(MIRRORED),
    /** As entries name it, such as `eqms`. */
    system: line,
    /** User ids of who answers for what comes: the first who keeps registers of the site records it, all are told what is wrong. */
    keepers: z.array(z.string().min(1).max(64)).min(1).max(5),
    /** How long after the one before the next comes at the latest (ISO 8601 duration). */
    within: z.iso.duration(),
  }),
);
export type MirrorSource = z.infer<ReturnType<typeof mirrorSource>>;

/** Files of other names are none of ours. */
export const MIRRORS_FROM = 'mirrors/';

/** Where the export of a register is put. */
export const mirrorKey = (site: string, register: Mirrored): string => `${MIRRORS_FROM}${site}/${register}.csv`;

/** Which register of which site a file is of, by where it was put; undefined where it is of none. */
export function mirrorOfKey(
  key: string,
  sites: readonly string[],
): { readonly site: string; readonly register: Mirrored } | undefined {
  for (const site of sites) {
    const register = MIRRORED.find((one) => key === mirrorKey(site, one));
    if (register !== undefined) return { site, register };
  }
  return undefined;
}

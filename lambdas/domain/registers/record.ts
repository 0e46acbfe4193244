import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { instant, printedDate } from '../time.ts';
import { REGISTERS } from './names.ts';
import { entryId, line, mirrorOf } from './standing.ts';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

/** What was looked at, and where it is found; `on` is the day on which it says that it was done. */
const evidence = z.strictObject({ reference: line, on: printedDate.optional(), sha256: hex64.optional() });

/** What is done to an entry on its own page, signed with the PIN of everybody it takes. */
export const ACTS = ['quarantine', 'release', 'renewal', 'confirmation'] as const;
export type ActName = (typeof ACTS)[number];

/**
 * One version of an entry, written once and never changed; `entry` is the whole of it, as its register defines. Versions of an entry
 * count from 1 without a gap and are chained: `prev` is the SHA-256 of the canonical JSON of the version before, 64 zeros for the first.
 */
export const registerRecord = lazily(() =>
  z.strictObject({
    schemaVersion: z.literal(1),
    site: z.string().min(1),
    register: z.enum(REGISTERS),
    id: entryId,
    version: z.int().min(1),
    entry: z.record(z.string(), z.json()),
    mirror: mirrorOf.optional(),
    /** By what a named person confirmed that what another system holds still stands. */
    confirmedBy: z.strictObject({ reference: line, sha256: hex64.optional() }).optional(),
    /** By what it was renewed, or given back after quarantine. */
    evidence: evidence.optional(),
    /** What `by`, and `second` where it takes two, signed with their PINs; missing where a keeper stated it by command or file. */
    signed: z.enum(ACTS).optional(),
    /** The case in which it was signed, and the `seq` of the event there: from then on its versions come from there alone. */
    signedIn: z.strictObject({ journeyId: z.string().min(1), seq: z.int().min(1) }).optional(),
    /** User id of who says so; two for what takes two (`second`). */
    by: z.string().min(1).max(64),
    second: z.string().min(1).max(64).optional(),
    why: z.string().min(1).max(500),
    at: instant,
    prev: hex64,
  }),
);
export type RegisterRecord = z.infer<ReturnType<typeof registerRecord>>;

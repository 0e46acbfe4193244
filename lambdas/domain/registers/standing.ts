import * as z from 'zod';
import { TASKS } from '../competence/tasks.ts';
import { lazily } from '../lazily.ts';
import { procedure } from '../steps/procedure.ts';
import { instant, printedDate } from '../time.ts';
import { REGISTERS } from './names.ts';

/** Text of one line. */
export const line = z
  .string()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}+$/u, 'expected one line');

/** Id of an entry, as the hospital names it: an asset number, a document number, a protocol. */
export const entryId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,59}$/, 'expected 1 to 60 of letters, digits and ._/-');

/** Where a row comes from whose master is another system, and as of when it was read there. */
export const mirrorOf = z.strictObject({ system: line, id: line, asOf: instant });

/**
 * How an entry of a register stands: all that gates, renewals and lists read of it, the same for every register. What an entry holds
 * beside this is its own (`registers/<register>.ts`).
 */
export const standing = lazily(() =>
  z.strictObject({
    register: z.enum(REGISTERS),
    id: entryId,
    /** Version of the entry that this was made from. */
    version: z.int().min(1),
    /** What people call it, such as `LN2 vessel 3`. */
    name: line,
    /** Who sees to it: a user id or a role. */
    owner: line,
    /** Why it may not be used, whatever its days say; undefined when it may. */
    closedBecause: line.optional(),
    /**
     * What of it counts from a day on, or until the end of a day at the site, such as `calibration`; `grace` (ISO 8601) is how much later
     * than that day it closes.
     */
    counts: z.array(
      z.strictObject({
        what: line,
        from: printedDate.optional(),
        until: printedDate.optional(),
        grace: z.iso.duration().optional(),
      }),
    ),
    /** Who was trained in a version before it is not trained in it: a procedure that was changed in earnest (ADR 0071). */
    majorRevision: z.literal(true).optional(),
    /** Approved and not in force yet, and those who work by it learn it before: a major version, or a revision of a label. */
    announced: z.literal(true).optional(),
    /** What is to be done by the end of a day and closes nothing when it was not, such as an effectiveness check. */
    due: z.array(z.strictObject({ what: line, on: printedDate })).optional(),
    /** Other entries that it rests on: an agreement, a risk assessment. By its id, or by what it serves: then any that may be used will do. */
    restsOn: z.array(z.strictObject({ register: z.enum(REGISTERS), id: entryId })).optional(),
    /** What it is for, where a gate looks for it by that: a step, a protocol, a storage place. */
    serves: z.array(line).optional(),
    /** Of a document by which steps are done: what stands beside their forms. */
    procedure: procedure.optional(),
    /** How many people the site keeps competent in each task for it; told, and closes nothing. */
    headcount: z.array(z.strictObject({ task: z.enum(TASKS), people: z.int().min(1).max(99) })).optional(),
    mirror: mirrorOf.optional(),
  }),
);
export type EntryStanding = z.infer<ReturnType<typeof standing>>;

/** The first day on which all of an entry counts; nothing where it does not say. */
export const sinceOf = ({ counts }: EntryStanding): string =>
  counts.reduce((latest, { from = '' }) => (from > latest ? from : latest), '');

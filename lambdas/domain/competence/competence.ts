import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { procedure } from '../steps/procedure.ts';
import { instant, printedDate } from '../time.ts';
import { TASKS } from './tasks.ts';

const line = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}+$/u, 'expected one line');
const userId = z.string().min(1).max(64);

/** When it was recorded, by whom, and why. */
const recorded = lazily(() => ({ at: instant, by: userId, why: line(500) }));

/** Somebody saw that a person can do a task (clinical-pathway 3.3). */
const assessed = lazily(() =>
  z.strictObject({
    what: z.literal('assessed'),
    task: z.enum(TASKS),
    /** Procedure and its version, or the education of a maker, that was trained. */
    training: line(120),
    /** The same as the register of documents knows it, so that a major revision of it asks for more (ADR 0071). */
    procedure: procedure.optional(),
    /** Percent of the written test, where there is one. */
    theoryScore: z.int().min(0).max(100).optional(),
    /** How often the task was done under observation, and how often it had to be. */
    observed: z.int().min(0).max(100),
    required: z.int().min(0).max(100),
    /** User id of another person. */
    assessor: userId,
    assessedOn: printedDate,
    /** The last day on which it counts, at the site. */
    validUntil: printedDate,
    ...recorded(),
  }),
);

/** Who was assessed in another version of a procedure read this one and understood it. */
const read = lazily(() =>
  z.strictObject({
    what: z.literal('read'),
    task: z.enum(TASKS),
    procedure,
    readOn: printedDate,
    ...recorded(),
  }),
);

/** It was taken back: at once, whatever its last day. */
const revoked = lazily(() => z.strictObject({ what: z.literal('revoked'), task: z.enum(TASKS), ...recorded() }));

/** One entry of the register of competence, kept for ever. */
export const competenceRecord = lazily(() => z.discriminatedUnion('what', [assessed(), read(), revoked()]));
export type CompetenceRecord = z.infer<ReturnType<typeof competenceRecord>>;
export type Assessed = Extract<CompetenceRecord, { what: 'assessed' }>;
export type Read = Extract<CompetenceRecord, { what: 'read' }>;

/** How somebody stands in one task: the newest assessment, and since when it was taken back. */
const standing = lazily(() =>
  z.strictObject({
    training: z.string(),
    procedure: procedure.optional(),
    /** Other versions of it that were read since, oldest first. */
    read: z.array(z.strictObject({ version: z.string(), on: printedDate })).optional(),
    assessedOn: printedDate,
    validUntil: printedDate,
    /** When it came into the register. */
    since: instant,
    revokedAt: instant.optional(),
  }),
);

/** What is kept beside a person and read when they sign: of each task the assessments that count longest, longest first. */
export const staffCompetence = lazily(() => z.partialRecord(z.enum(TASKS), z.array(standing())));
export type StaffCompetence = z.infer<ReturnType<typeof staffCompetence>>;
export type Standing = z.infer<ReturnType<typeof standing>>;

/** Others are in the register alone: what was done under them was signed long ago. */
const KEPT = 3;

/** The same with one record more, in whatever order they come. */
export function withRecord(before: StaffCompetence, record: CompetenceRecord): StaffCompetence {
  const all = standings(before, record);
  // One in a new version of the procedure may be shorter than those in the version before.
  const newest = all
    .filter(({ revokedAt }) => revokedAt === undefined)
    .toSorted((one, other) => one.assessedOn.localeCompare(other.assessedOn))
    .at(-1);
  return { ...before, [record.task]: all.filter((one, place) => place < KEPT || one === newest) };
}

function standings(before: StaffCompetence, record: CompetenceRecord): Standing[] {
  const known = before[record.task] ?? [];
  return after(known, record).toSorted(longestFirst);
}

function after(known: readonly Standing[], record: CompetenceRecord): Standing[] {
  switch (record.what) {
    case 'assessed':
      return added(known, record);
    case 'read':
      return withRead(known, record);
    case 'revoked':
      return taken(known, record.at);
  }
}

/** Those that were taken back last: none that still counts is dropped for one. */
const longestFirst = (one: Standing, other: Standing): number =>
  Number(one.revokedAt !== undefined) - Number(other.revokedAt !== undefined) ||
  other.validUntil.localeCompare(one.validUntil) ||
  other.assessedOn.localeCompare(one.assessedOn);

const added = (
  known: readonly Standing[],
  { training, procedure: trained, assessedOn, validUntil, at }: Assessed,
): Standing[] => [
  { training, ...(trained === undefined ? {} : { procedure: trained }), assessedOn, validUntil, since: at },
  ...known,
];

/** Whatever was assessed in that procedure goes on with the version that was read. */
const withRead = (known: readonly Standing[], { procedure: { id, version }, readOn }: Read): Standing[] =>
  known.map((one) =>
    one.procedure?.id === id ? { ...one, read: [...(one.read ?? []), { version, on: readOn }].slice(-KEPT) } : one,
  );

/** Every one that still counted counts no more; a new assessment does. */
const taken = (known: readonly Standing[], at: string): Standing[] =>
  known.map((one) => (one.revokedAt === undefined ? { ...one, revokedAt: at } : one));

/** All that was recorded of a person by an instant. Of what was recorded at the same instant a revocation counts. */
export const competenceAt = (records: readonly CompetenceRecord[], at: string): StaffCompetence =>
  records
    .filter((record) => record.at <= at)
    .toSorted((one, other) => (one.at === other.at ? rankOf(one) - rankOf(other) : one.at < other.at ? -1 : 1))
    .reduce(withEvery, {} as StaffCompetence);

const withEvery = (before: StaffCompetence, record: CompetenceRecord): StaffCompetence => ({
  ...before,
  [record.task]: standings(before, record),
});

const rankOf = ({ what }: CompetenceRecord): number => ['assessed', 'read', 'revoked'].indexOf(what);

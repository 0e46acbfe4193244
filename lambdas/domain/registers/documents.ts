import * as z from 'zod';
import { LANGUAGES } from '../language.ts';
import { lazily } from '../lazily.ts';
import { printedDate } from '../time.ts';
import { PHASES, STEPS } from '../vocabulary.ts';
import { csvOf } from './columns.ts';
import { asLines, asText } from './csv.ts';
import type { RegisterDefinition } from './definition.ts';
import { documentVersion } from './document-version.ts';
import { person, reviewed, text, versioned } from './fields.ts';
import { approvedBy, countsOf } from './in-force.ts';
import { labelMisfit, labelTasks, labelWatch } from './label-watch.ts';
import { firstOf, type Lifecycle, notAfter, notGiven, notTheSame, reviewMisfit, reviewOf } from './lifecycle.ts';
import { entryId } from './standing.ts';

const STATUSES = ['draft', 'review', 'approved', 'training', 'effective', 'superseded', 'withdrawn'] as const;
type Status = (typeof STATUSES)[number];

const LIFECYCLE: Lifecycle<Status> = {
  draft: ['review', 'withdrawn'],
  review: ['draft', 'approved', 'withdrawn'],
  approved: ['training', 'withdrawn'],
  training: ['effective', 'withdrawn'],
  effective: ['superseded', 'withdrawn'],
  superseded: [],
  withdrawn: [],
};

const TYPES = ['procedure', 'form', 'checklist', 'label', 'education', 'protocol', 'workflow', 'template'] as const;

/** One version of a controlled document (clinical-pathway 3.5). Each version has an entry of its own: the next is drafted while it counts. */
const document = lazily(() =>
  z.strictObject({
    /** What it is called in every version, such as `SOP-ATMP-012`. */
    document: text(60),
    ...versioned(),
    type: z.enum(TYPES),
    status: z.enum(STATUSES),
    /** Major: whoever was trained in a version before it reads this one, or is assessed anew, first. */
    revision: z.enum(['minor', 'major']).optional(),
    language: z.enum(LANGUAGES),
    author: person,
    reviewer: person.optional(),
    /** Of quality assurance, and neither author nor reviewer. */
    approver: person.optional(),
    approvedOn: printedDate.optional(),
    ...reviewed(),
    /** Entry of the version that it takes the place of. */
    supersedes: entryId.optional(),
    /** Entry of the register of changes that it rests on. */
    changeControl: entryId.optional(),
    /** Of the file in the document system. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits in small letters'),
    ...labelWatch,
    /** Steps and phases that are done by it; `protocol/label revision` of a therapy protocol. */
    serves: z.array(
      z.union([z.enum([...STEPS, ...PHASES]), z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*\/\d+$/)], {
        error: 'expected steps, phases, or a protocol with its revision such as product-name/1',
      }),
    ),
  }),
);
export type Document = z.infer<ReturnType<typeof document>>;

const NEEDS: Readonly<Record<Status, readonly (keyof Document)[]>> = {
  draft: [],
  review: ['reviewer'],
  approved: ['reviewer', 'approver', 'approvedOn'],
  training: ['reviewer', 'approver', 'approvedOn'],
  effective: ['reviewer', 'approver', 'approvedOn', 'effectiveFrom', 'reviewDue'],
  superseded: ['effectiveFrom'],
  withdrawn: [],
};

/** What was approved stays as it was approved; anything else is another version. */
const APPROVED: readonly (keyof Document)[] = [
  'type',
  'revision',
  'language',
  'author',
  'reviewer',
  'approver',
  'approvedOn',
  'sha256',
];
/** What came into force once goes on to part those trained before it from those trained since. */
const isMajor = ({ revision, status }: Document): boolean =>
  revision === 'major' && (status === 'effective' || status === 'superseded');
/** Approved, and to be learned by those who work by it before it counts. */
const isAnnounced = ({ type, revision, status, serves }: Document): boolean =>
  (status === 'approved' || status === 'training') &&
  (revision === 'major' || (type !== 'procedure' && serves.some((one) => one.includes('/'))));
const isApproved = ({ status }: Document): boolean =>
  ['approved', 'training', 'effective', 'superseded'].includes(status);

function samePerson({ author, reviewer, approver }: Document): string | null {
  if (reviewer === author) return `reviewer: got the author ${author}, expected another person`;
  return approver !== undefined && (approver === author || approver === reviewer)
    ? `approver: got ${approver}, who is its ${approver === author ? 'author' : 'reviewer'}, expected another person`
    : null;
}

function standingOf(entry: Document): ReturnType<RegisterDefinition<Document>['standing']> {
  const { document: id, version, type, title, owner, status, effectiveFrom, reviewDue, changeControl, serves } = entry;
  const due = status === 'effective' ? labelTasks(entry) : [];
  return {
    name: `${title} (${documentVersion(id, version)})`,
    owner,
    ...(status === 'effective' ? {} : { closedBecause: `its status is ${status}` }),
    counts: countsOf({ version, effectiveFrom, reviewDue }, 'P60D'),
    ...(changeControl === undefined ? {} : { restsOn: [{ register: 'change-controls' as const, id: changeControl }] }),
    ...(due.length === 0 ? {} : { due }),
    serves: [id, documentVersion(id, version), ...serves],
    ...(isMajor(entry) ? { majorRevision: true } : {}),
    ...(isAnnounced(entry) ? { announced: true } : {}),
    ...(type === 'procedure' ? { procedure: { id, version } } : {}),
  };
}

export const documents: RegisterDefinition<Document> = {
  register: 'documents',
  entry: document,
  misfit: (entry, before) =>
    firstOf(
      notAfter(LIFECYCLE, entry.status, before?.status),
      notTheSame(entry, before, ['document', 'version'], 'another version has an entry of its own'),
      notGiven(entry, NEEDS[entry.status]),
      samePerson(entry),
      before !== undefined && isApproved(before)
        ? notTheSame(entry, before, APPROVED, 'it was approved so, and another is a new version')
        : null,
      entry.effectiveFrom !== undefined && entry.approvedOn !== undefined && entry.effectiveFrom < entry.approvedOn
        ? `effectiveFrom: got ${entry.effectiveFrom}, expected not before it was approved on ${entry.approvedOn}`
        : null,
      before?.status === 'effective' ? notTheSame(entry, before, ['effectiveFrom'], 'it is used since that day') : null,
      reviewMisfit(entry, before, 'P2Y'),
      labelMisfit(entry, before, before !== undefined && isApproved(before)),
    ),
  renewables: reviewOf,
  people: ({ author, reviewer, approver, labelCheckedBy }) => [
    { field: 'author', id: author },
    ...approvedBy({ reviewer, approver }),
    ...(labelCheckedBy === undefined ? [] : [{ field: 'labelCheckedBy', id: labelCheckedBy }]),
  ],
  standing: standingOf,
  ...csvOf<Document>({
    document: asText,
    version: asText,
    title: asText,
    type: asText,
    status: asText,
    owner: asText,
    revision: asText,
    language: asText,
    author: asText,
    reviewer: asText,
    approver: asText,
    approvedOn: asText,
    effectiveFrom: asText,
    reviewedOn: asText,
    reviewDue: asText,
    supersedes: asText,
    changeControl: asText,
    sha256: asText,
    labelCountry: asText,
    labelRevision: asText,
    labelRead: asText,
    labelCheckedOn: asText,
    labelCheckedBy: asText,
    labelEvidence: asText,
    nextLabelCheck: asText,
    serves: asLines,
  }),
};

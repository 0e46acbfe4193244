import * as z from 'zod';
import { TASKS } from '../competence/tasks.ts';
import { lazily } from '../lazily.ts';
import { slug } from '../protocol/slug.ts';
import { printedDate } from '../time.ts';
import { csvOf } from './columns.ts';
import { asTable, asText, asWhole, asWords, asYesOrNo } from './csv.ts';
import type { RegisterDefinition, Renewable } from './definition.ts';
import { owner, text } from './fields.ts';
import { firstOf, type Lifecycle, notAfter, notGiven, notTheSame } from './lifecycle.ts';
import type { RegisterName } from './names.ts';
import { entryId } from './standing.ts';

const STATUSES = ['preparing', 'open', 'suspended', 'ended'] as const;
type Status = (typeof STATUSES)[number];

const LIFECYCLE: Lifecycle<Status> = {
  preparing: ['open', 'ended'],
  open: ['suspended', 'ended'],
  suspended: ['open', 'ended'],
  ended: ['preparing'],
};

const certificate = z.strictObject({ what: text(80), number: text(60), until: printedDate });

/** Whether a site may treat by one protocol, and what that rests on (S00, clinical-pathway 1.1). */
const productReadiness = lazily(() =>
  z.strictObject({
    protocol: slug,
    owner: owner(),
    status: z.enum(STATUSES),
    manufacturer: text(80),
    /** The site qualified by the maker, under the conditions of its controlled distribution. */
    qualification: text(60).optional(),
    qualifiedFrom: printedDate.optional(),
    qualifiedUntil: printedDate.optional(),
    accreditations: z.array(certificate).max(20),
    licences: z.array(certificate).max(20),
    geneticallyModified: z.boolean(),
    gmoApproval: text(60).optional(),
    gmoApprovedUntil: printedDate.optional(),
    /** Entries of other registers, by their id or whatever their version. */
    agreements: z.array(entryId),
    riskAssessments: z.array(entryId),
    documents: z.array(entryId),
    equipment: z.array(entryId),
    /** How many people the site keeps competent in a task. */
    headcount: z.array(z.strictObject({ task: z.enum(TASKS), people: z.int().min(1).max(99) })),
    /** Who is reached day and night. */
    contacts: z.array(z.strictObject({ who: text(80), reachedBy: text(60) })),
    /** Why it is suspended or has ended. */
    because: text(120).optional(),
  }),
);
export type ProductReadiness = z.infer<ReturnType<typeof productReadiness>>;

const NEEDS: Readonly<Record<Status, readonly (keyof ProductReadiness)[]>> = {
  preparing: [],
  open: ['qualification', 'qualifiedFrom', 'qualifiedUntil'],
  suspended: ['because'],
  ended: ['because'],
};

/** What a site has before it opens: a list of none is no readiness. */
const NOT_EMPTY = [
  'accreditations',
  'licences',
  'agreements',
  'riskAssessments',
  'documents',
  'headcount',
  'contacts',
] as const satisfies readonly (keyof ProductReadiness)[];

function notReady(entry: ProductReadiness): string | null {
  if (entry.status !== 'open') return null;
  const empty = NOT_EMPTY.find((field) => entry[field].length === 0);
  if (empty !== undefined) return `${empty}: got none, expected one or more for status open`;
  return entry.geneticallyModified && (entry.gmoApproval === undefined || entry.gmoApprovedUntil === undefined)
    ? 'gmoApproval: got none with its last day, expected both for a genetically modified product'
    : null;
}

const BY_THE_MAKER = 'qualification by the maker';
const GMO = 'approval for genetically modified products';
const certified = ({ what, number }: Pick<z.infer<typeof certificate>, 'what' | 'number'>): string =>
  `${what} ${number}`;

function renewablesOf(entry: ProductReadiness): readonly Renewable<ProductReadiness>[] {
  const listed = (field: 'accreditations' | 'licences') =>
    entry[field].map(
      (one): Renewable<ProductReadiness> => ({
        part: certified(one),
        reach: { atMost: 'P5Y' },
        renewed: ({ next: until }) => ({
          ...entry,
          [field]: entry[field].map((other) => (other === one ? { ...one, until } : other)),
        }),
      }),
    );
  const all: readonly (Renewable<ProductReadiness> | undefined)[] = [
    entry.qualifiedUntil === undefined
      ? undefined
      : { part: BY_THE_MAKER, reach: { atMost: 'P2Y' }, renewed: ({ next }) => ({ ...entry, qualifiedUntil: next }) },
    ...listed('accreditations'),
    ...listed('licences'),
    entry.gmoApprovedUntil === undefined
      ? undefined
      : { part: GMO, reach: { atMost: 'P5Y' }, renewed: ({ next }) => ({ ...entry, gmoApprovedUntil: next }) },
  ];
  return all.filter((one) => one !== undefined);
}

const rests = (register: RegisterName, ids: readonly string[]) => ids.map((id) => ({ register, id }));

export const productReadinessRegister: RegisterDefinition<ProductReadiness> = {
  register: 'product-readiness',
  entry: productReadiness,
  misfit: (entry, before) =>
    firstOf(
      notAfter(LIFECYCLE, entry.status, before?.status),
      notTheSame(entry, before, ['protocol'], 'another protocol has an entry of its own'),
      notGiven(entry, NEEDS[entry.status]),
      notReady(entry),
    ),
  renewables: renewablesOf,
  standing: (entry) => ({
    name: `Readiness for ${entry.protocol}`,
    owner: entry.owner,
    ...(entry.status === 'open'
      ? {}
      : { closedBecause: `its status is ${entry.status}${entry.because === undefined ? '' : `: ${entry.because}`}` }),
    counts: [
      {
        what: BY_THE_MAKER,
        ...(entry.qualifiedFrom === undefined ? {} : { from: entry.qualifiedFrom }),
        ...(entry.qualifiedUntil === undefined ? {} : { until: entry.qualifiedUntil }),
      },
      ...[...entry.accreditations, ...entry.licences].map(({ what, number, until }) => ({
        what: certified({ what, number }),
        until,
      })),
      ...(entry.gmoApprovedUntil === undefined ? [] : [{ what: GMO, until: entry.gmoApprovedUntil }]),
    ],
    restsOn: [
      ...rests('agreements', entry.agreements),
      ...rests('risk-assessments', entry.riskAssessments),
      ...rests('documents', entry.documents),
      ...rests('equipment', entry.equipment),
    ],
    serves: [entry.protocol],
    ...(entry.headcount.length === 0 ? {} : { headcount: entry.headcount }),
  }),
  ...csvOf<ProductReadiness>({
    protocol: asText,
    status: asText,
    owner: asText,
    manufacturer: asText,
    qualification: asText,
    qualifiedFrom: asText,
    qualifiedUntil: asText,
    accreditations: asTable({ what: asText, number: asText, until: asText }),
    licences: asTable({ what: asText, number: asText, until: asText }),
    geneticallyModified: asYesOrNo,
    gmoApproval: asText,
    gmoApprovedUntil: asText,
    agreements: asWords,
    riskAssessments: asWords,
    documents: asWords,
    equipment: asWords,
    headcount: asTable({ task: asText, people: asWhole }),
    contacts: asTable({ who: asText, reachedBy: asText }),
    because: asText,
  }),
};

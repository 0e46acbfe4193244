import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { slug } from '../protocol/slug.ts';
import { printedDate } from '../time.ts';
import { csvOf } from './columns.ts';
import { asLines, asTable, asText, asWords } from './csv.ts';
import type { RegisterDefinition, Renewal } from './definition.ts';
import { reviewed, text, versioned } from './fields.ts';
import { firstOf, type Lifecycle, notAfter, notGiven, notTheSame, reviewMisfit, reviewOf } from './lifecycle.ts';

const STATUSES = ['draft', 'signed', 'effective', 'superseded', 'terminated'] as const;
type Status = (typeof STATUSES)[number];

const LIFECYCLE: Lifecycle<Status> = {
  draft: ['signed', 'terminated'],
  signed: ['effective', 'terminated'],
  effective: ['superseded', 'terminated'],
  superseded: [],
  terminated: [],
};

const SCOPES = ['collection', 'testing', 'receipt', 'storage', 'preparation', 'transport', 'supply', 'data'] as const;

/** One version of an agreement with a maker, a courier, a laboratory or a blood service (clinical-pathway 3.6). */
const agreement = lazily(() =>
  z.strictObject({
    agreement: text(60),
    ...versioned(),
    kind: z.enum(['technical', 'quality', 'service', 'delivery']),
    status: z.enum(STATUSES),
    parties: z.array(text(80)).min(2),
    scope: z.array(z.enum(SCOPES)).min(1),
    /** Which party does what. */
    responsibilities: z.array(z.strictObject({ what: text(120), party: text(80) })).max(100),
    signatures: z.array(z.strictObject({ party: text(80), who: text(80), on: printedDate })).max(20),
    ...reviewed(),
    /** Its last day, where it ends by itself. */
    endsOn: printedDate.optional(),
    /** Audit of the other party that it rests on. */
    audit: text(120).optional(),
    /** Within which time the other party tells of a deviation (ISO 8601). */
    tellsWithin: z.iso.duration().optional(),
    /** Protocols that it is about. */
    serves: z.array(slug),
  }),
);
export type Agreement = z.infer<ReturnType<typeof agreement>>;

const NEEDS: Readonly<Record<Status, readonly (keyof Agreement)[]>> = {
  draft: [],
  signed: [],
  effective: ['effectiveFrom', 'reviewDue'],
  superseded: [],
  terminated: [],
};

/** What the parties signed. */
const SIGNED: readonly (keyof Agreement)[] = [
  'kind',
  'parties',
  'scope',
  'responsibilities',
  'signatures',
  'effectiveFrom',
];

function notSigned({ status, parties, responsibilities, signatures, effectiveFrom }: Agreement): string | null {
  const stranger = [...responsibilities, ...signatures].find(({ party }) => !parties.includes(party));
  if (stranger !== undefined) return `party: got ${stranger.party}, expected one of ${parties.join(', ')}`;
  if (status !== 'signed' && status !== 'effective') return null;
  const missing = parties.find((party) => signatures.every((one) => one.party !== party));
  if (missing !== undefined) return `signatures: got none of ${missing}, expected one of each party`;
  const last =
    signatures
      .map(({ on }) => on)
      .toSorted()
      .at(-1) ?? '';
  return effectiveFrom !== undefined && effectiveFrom < last
    ? `effectiveFrom: got ${effectiveFrom}, expected not before the last signature of ${last}`
    : null;
}

export const agreements: RegisterDefinition<Agreement> = {
  register: 'agreements',
  entry: agreement,
  misfit: (entry, before) =>
    firstOf(
      notAfter(LIFECYCLE, entry.status, before?.status),
      notTheSame(entry, before, ['agreement', 'version'], 'another version has an entry of its own'),
      notGiven(entry, NEEDS[entry.status]),
      notSigned(entry),
      before?.status === 'effective' ? notTheSame(entry, before, SIGNED, 'it was signed so') : null,
      entry.endsOn !== undefined && entry.effectiveFrom !== undefined && entry.endsOn < entry.effectiveFrom
        ? `endsOn: got ${entry.endsOn}, expected not before effectiveFrom ${entry.effectiveFrom}`
        : null,
      reviewMisfit(entry, before, 'P2Y'),
    ),
  renewables: (entry) => [
    ...(entry.status === 'effective' && entry.endsOn !== undefined
      ? [
          {
            part: 'agreement',
            reach: { atMost: 'P5Y' as const },
            renewed: ({ next }: Renewal): Agreement => ({ ...entry, endsOn: next }),
          },
        ]
      : []),
    ...reviewOf(entry),
  ],
  standing: ({ agreement: id, version, title, owner, status, effectiveFrom, endsOn, reviewDue, serves }) => ({
    name: `${title} (${id} version ${version})`,
    owner,
    ...(status === 'effective' ? {} : { closedBecause: `its status is ${status}` }),
    counts: [
      {
        what: 'agreement',
        ...(effectiveFrom === undefined ? {} : { from: effectiveFrom }),
        ...(endsOn === undefined ? {} : { until: endsOn }),
      },
      ...(reviewDue === undefined ? [] : [{ what: 'review', until: reviewDue }]),
    ],
    serves: [id, ...serves],
  }),
  ...csvOf<Agreement>({
    agreement: asText,
    version: asText,
    title: asText,
    kind: asText,
    status: asText,
    owner: asText,
    parties: asLines,
    scope: asWords,
    responsibilities: asTable({ what: asText, party: asText }),
    signatures: asTable({ party: asText, who: asText, on: asText }),
    effectiveFrom: asText,
    reviewedOn: asText,
    reviewDue: asText,
    endsOn: asText,
    audit: asText,
    tellsWithin: asText,
    serves: asWords,
  }),
};

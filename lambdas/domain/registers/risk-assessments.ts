import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { slug } from '../protocol/slug.ts';
import { printedDate } from '../time.ts';
import { STEPS } from '../vocabulary.ts';
import { csvOf } from './columns.ts';
import { asLines, asTable, asText, asWhole, asWords } from './csv.ts';
import type { RegisterDefinition } from './definition.ts';
import { person, reviewed, text, versioned } from './fields.ts';
import { asAssessed, closesUse, hazard, hazardCells, hazardMisfit } from './hazards.ts';
import { approvedBy, countsOf } from './in-force.ts';
import { firstOf, type Lifecycle, notAfter, notGiven, notTheSame, reviewMisfit, reviewOf } from './lifecycle.ts';

const STATUSES = ['draft', 'reviewed', 'approved', 'effective', 'superseded'] as const;
type Status = (typeof STATUSES)[number];

const LIFECYCLE: Lifecycle<Status> = {
  draft: ['reviewed', 'superseded'],
  reviewed: ['draft', 'approved', 'superseded'],
  approved: ['effective', 'superseded'],
  effective: ['superseded'],
  superseded: [],
};

/** One version of a risk assessment, failure modes and effects (clinical-pathway 3.2). */
const riskAssessment = lazily(() =>
  z.strictObject({
    assessment: text(60),
    ...versioned(),
    scope: z.enum(['process', 'step', 'product', 'equipment', 'supplier', 'gmo']),
    method: z.enum(['FMEA', 'FMECA']),
    status: z.enum(STATUSES),
    team: z.array(person),
    /** Above this number a hazard needs somebody who accepts it. Sites differ; none is laxer than this. */
    threshold: z.int().min(1).max(125),
    hazards: z.array(hazard()).max(100),
    reviewer: person.optional(),
    approver: person.optional(),
    approvedOn: printedDate.optional(),
    ...reviewed(),
    /** Protocols and steps that it is about. */
    serves: z.array(z.union([z.enum(STEPS), slug], { error: 'expected protocols or steps' })),
  }),
);
export type RiskAssessment = z.infer<ReturnType<typeof riskAssessment>>;

const NEEDS: Readonly<Record<Status, readonly (keyof RiskAssessment)[]>> = {
  draft: [],
  reviewed: ['reviewer'],
  approved: ['reviewer', 'approver', 'approvedOn'],
  effective: ['reviewer', 'approver', 'approvedOn', 'effectiveFrom', 'reviewDue'],
  superseded: [],
};

const isApproved = (status: Status): boolean => status === 'approved' || status === 'effective';

function notByATeam({ status, team, hazards, reviewer, approver }: RiskAssessment): string | null {
  if (status === 'draft') return null;
  if (new Set(team).size < 2) return `team: got ${team.length}, expected two people or more of different functions`;
  if (hazards.length === 0) return 'hazards: got none, expected one or more';
  if (reviewer !== undefined && reviewer === approver)
    return `approver: got the reviewer ${reviewer}, expected another person`;
  return approver !== undefined && team.includes(approver)
    ? `approver: got ${approver} of the team, expected another person`
    : null;
}

function reassessed(entry: RiskAssessment, before: RiskAssessment | undefined): string | null {
  if (before === undefined || !isApproved(before.status)) return null;
  const frozen = notTheSame(entry, before, ['scope', 'method', 'team', 'threshold', 'approver'], 'it was approved so');
  const [now, then] = [entry, before].map(({ hazards }) => JSON.stringify(hazards.map(asAssessed)));
  return (
    frozen ?? (now === then ? null : 'hazards: got other than approved, expected a new version for another assessment')
  );
}

export const riskAssessments: RegisterDefinition<RiskAssessment> = {
  register: 'risk-assessments',
  entry: riskAssessment,
  misfit: (entry, before) =>
    firstOf(
      notAfter(LIFECYCLE, entry.status, before?.status),
      notTheSame(entry, before, ['assessment', 'version'], 'another version has an entry of its own'),
      notGiven(entry, NEEDS[entry.status]),
      notByATeam(entry),
      ...entry.hazards.map(hazardMisfit),
      reassessed(entry, before),
      before?.status === 'effective' ? notTheSame(entry, before, ['effectiveFrom'], 'it is used since that day') : null,
      reviewMisfit(entry, before, 'P1Y'),
    ),
  renewables: reviewOf,
  people: ({ team, hazards, reviewer, approver }) => [
    ...team.map((id) => ({ field: 'team', id })),
    ...hazards.flatMap(({ actionOwner, acceptedBy }) => [
      ...(actionOwner === undefined ? [] : [{ field: 'actionOwner', id: actionOwner }]),
      ...(acceptedBy === undefined ? [] : [{ field: 'acceptedBy', id: acceptedBy }]),
    ]),
    ...approvedBy({ reviewer, approver }),
  ],
  standing: ({ assessment, version, title, owner, status, threshold, hazards, effectiveFrom, reviewDue, serves }) => {
    const closing = hazards.flatMap((one) => closesUse(one, threshold) ?? []);
    const closedBecause = status === 'effective' ? closing[0] : `its status is ${status}`;
    return {
      name: `${title} (${assessment} version ${version})`,
      owner,
      ...(closedBecause === undefined ? {} : { closedBecause }),
      counts: countsOf({ version, effectiveFrom, reviewDue }),
      serves: [assessment, ...serves],
    };
  },
  ...csvOf<RiskAssessment>({
    assessment: asText,
    version: asText,
    title: asText,
    scope: asText,
    method: asText,
    status: asText,
    owner: asText,
    team: asWords,
    threshold: asWhole,
    hazards: asTable(hazardCells),
    reviewer: asText,
    approver: asText,
    approvedOn: asText,
    effectiveFrom: asText,
    reviewedOn: asText,
    reviewDue: asText,
    serves: asLines,
  }),
};

import type { NamedPerson } from './definition.ts';
import type { EntryStanding } from './standing.ts';

interface InForce {
  readonly version: string;
  readonly effectiveFrom?: string | undefined;
  readonly reviewDue?: string | undefined;
}

/** From which day a version counts, and until when it is looked at again; `grace` (ISO 8601) is how long it goes on counting then. */
export const countsOf = ({ version, effectiveFrom, reviewDue }: InForce, grace?: string): EntryStanding['counts'] => [
  { what: `version ${version}`, ...(effectiveFrom === undefined ? {} : { from: effectiveFrom }) },
  ...(reviewDue === undefined ? [] : [{ what: 'review', until: reviewDue, ...(grace === undefined ? {} : { grace }) }]),
];

/** Who reviewed a version, and who of quality assurance approved it. */
export const approvedBy = ({
  reviewer,
  approver,
}: {
  readonly reviewer?: string | undefined;
  readonly approver?: string | undefined;
}): readonly NamedPerson[] => [
  ...(reviewer === undefined ? [] : [{ field: 'reviewer', id: reviewer }]),
  ...(approver === undefined ? [] : [{ field: 'approver', id: approver, role: 'qa' as const }]),
];

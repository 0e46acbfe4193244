import type { ChangeControl, ChangeStatus } from './change-control.ts';
import { firstOf, type Lifecycle, notAfter, notGiven, notTheSame } from './lifecycle.ts';

const LIFECYCLE: Lifecycle<ChangeStatus> = {
  proposed: ['assessed', 'rejected', 'withdrawn'],
  assessed: ['approved', 'rejected', 'withdrawn'],
  approved: ['implemented', 'withdrawn'],
  implemented: ['checked'],
  checked: ['closed'],
  closed: [],
  rejected: [],
  withdrawn: [],
};
/** Assessed and approved at once. */
const EMERGENCY: Lifecycle<ChangeStatus> = { ...LIFECYCLE, proposed: [...LIFECYCLE.proposed, 'approved'] };

const APPROVED: readonly ChangeStatus[] = ['approved', 'implemented', 'checked', 'closed'];
export const isApproved = ({ status }: Pick<ChangeControl, 'status'>): boolean => APPROVED.includes(status);

const IMPACT = [
  'impactRegulatory',
  'impactValidation',
  'impactData',
  'impactTraining',
  'impactPatients',
] as const satisfies readonly (keyof ChangeControl)[];

const NEEDS: Readonly<Record<ChangeStatus, readonly (keyof ChangeControl)[]>> = {
  proposed: [],
  assessed: IMPACT,
  approved: IMPACT,
  implemented: [...IMPACT, 'implementedOn'],
  checked: [...IMPACT, 'implementedOn', 'effectiveness'],
  closed: [...IMPACT, 'implementedOn', 'effectiveness', 'because'],
  rejected: ['because'],
  withdrawn: ['because'],
};

/** What two people approved. */
const AS_APPROVED = [
  ...['class', 'what', 'why', 'changes', 'proposedBy', 'approvals', 'implementOn', 'rollback', 'checkUntil'],
  ...IMPACT,
] as readonly (keyof ChangeControl)[];

/** A change with what two people approved of it as it stood then: what is corrected in its case afterwards corrects the log, and not what they approved. */
export const asApproved = (now: ChangeControl, before: ChangeControl | undefined): ChangeControl =>
  before !== undefined && isApproved(before)
    ? { ...now, ...Object.fromEntries(AS_APPROVED.map((field) => [field, before[field]])) }
    : now;

/** Why a change cannot stand so after how it stood before; null when it can. */
export const changeMisfit = (now: ChangeControl, before: ChangeControl | undefined): string | null =>
  firstOf(
    notAfter(now.class === 'emergency' ? EMERGENCY : LIFECYCLE, now.status, before?.status),
    notGiven(now, NEEDS[now.status]),
    approvalMisfit(now),
    daysMisfit(now),
    before !== undefined && isApproved(before)
      ? notTheSame(now, before, AS_APPROVED, 'it was approved so, and another is a change of its own')
      : null,
  );

function approvalMisfit(now: ChangeControl): string | null {
  const { approvals, proposedBy, status } = now;
  if (approvals.length === 0 && !isApproved(now)) return null;
  if (!isApproved(now) && status !== 'withdrawn') {
    return `approvals: got ${approvals.length} of a change that is ${status}, expected none before it is approved`;
  }
  const people = new Set(approvals.map(({ by }) => by));
  if (people.has(proposedBy)) return `approvals: got ${proposedBy}, who proposed the change, expected others`;
  if (people.size < 2) return `approvals: got ${people.size}, expected two people`;
  return approvals.some(({ role }) => role === 'qa') ? null : 'approvals: got nobody of role qa, expected one';
}

function daysMisfit({ implementOn, implementedOn, checkUntil, approvals }: ChangeControl): string | null {
  const from = implementedOn ?? implementOn;
  if (checkUntil < from) return `checkUntil: got ${checkUntil}, expected not before ${from}`;
  const approved = approvals
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  return implementedOn !== undefined && approved !== undefined && implementedOn < approved
    ? `implementedOn: got ${implementedOn}, expected not before it was approved on ${approved}`
    : null;
}

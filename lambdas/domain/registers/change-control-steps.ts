import { canonicalText } from '../audit/hash.ts';
import { userId } from '../sign-off/user-id.ts';
import type { ChangeControl, ChangeState } from './change-control.ts';

/** What a change may come to from where it stands; an emergency is assessed and approved at once. */
const NEXT: Readonly<Record<ChangeState, readonly ChangeState[]>> = {
  proposed: ['assessed', 'rejected', 'withdrawn'],
  assessed: ['approved', 'rejected', 'withdrawn'],
  approved: ['implemented', 'withdrawn'],
  implemented: ['checked'],
  checked: ['closed'],
  closed: [],
  rejected: [],
  withdrawn: [],
};

/** From which states on something has to be known. */
const ASSESSED: readonly ChangeState[] = ['assessed', 'approved', 'implemented', 'checked', 'closed'];
export const APPROVED: readonly ChangeState[] = ['approved', 'implemented', 'checked', 'closed'];
const IMPLEMENTED: readonly ChangeState[] = ['implemented', 'checked', 'closed'];
const CHECKED: readonly ChangeState[] = ['checked', 'closed'];
const ENDED: readonly ChangeState[] = ['closed', 'rejected', 'withdrawn'];

/** What two people approved stands; who wants another change proposes another. */
const AS_APPROVED = [
  'class',
  'what',
  'why',
  'changes',
  'proposedBy',
  'impact',
  'approvals',
  'implementOn',
  'rollback',
  'effectivenessUntil',
] as const;

/** Why a change cannot stand so after how it stood before; null when it can. */
export const changeMisfit = (now: ChangeControl, before: ChangeControl | undefined): string | null =>
  stepMisfit(now, before) ?? lacks(now) ?? approvalMisfit(now) ?? daysMisfit(now) ?? rewritten(now, before);

function stepMisfit(now: ChangeControl, before: ChangeControl | undefined): string | null {
  if (before === undefined) {
    return now.state === 'proposed' ? null : `state: got ${now.state}, expected a new change to begin as proposed`;
  }
  const isEmergency = now.class === 'emergency' && before.state === 'proposed';
  const next = [...NEXT[before.state], ...(isEmergency ? (['approved'] as const) : [])];
  if (ENDED.includes(before.state)) {
    return `state: got ${now.state} of a change that is ${before.state}, expected another change to be proposed`;
  }
  if (now.state === before.state || next.includes(now.state)) return null;
  return `state: got ${now.state} after ${before.state}, expected ${next.join(', ')}`;
}

function lacks(now: ChangeControl): string | null {
  const needed: readonly (readonly [keyof ChangeControl, readonly ChangeState[]])[] = [
    ['impact', ASSESSED],
    ['approvals', APPROVED],
    ['implementedOn', IMPLEMENTED],
    ['effectiveness', CHECKED],
    ['ended', ENDED],
  ];
  for (const [field, states] of needed) {
    if (states.includes(now.state) && now[field] === undefined) {
      return `${field}: got nothing, expected it of a change that is ${now.state}`;
    }
    const isEarly = field !== 'impact' && !states.includes(now.state) && now[field] !== undefined;
    // What was approved and is withdrawn keeps who approved it.
    if (isEarly && !(field === 'approvals' && now.state === 'withdrawn')) {
      return `${field}: got it of a change that is ${now.state}, expected it from ${states[0]} on`;
    }
  }
  return null;
}

function approvalMisfit({ approvals, proposedBy }: ChangeControl): string | null {
  if (approvals === undefined) return null;
  const people = approvals.map(({ by }) => userId(by));
  if (people.includes(userId(proposedBy))) {
    return `approvals: got ${proposedBy}, who proposed the change, expected others`;
  }
  if (new Set(people).size !== people.length) return 'approvals: got one person twice, expected each once';
  if (people.length < 2) return `approvals: got ${people.length}, expected two people`;
  if (!approvals.some(({ role }) => role === 'qa')) return 'approvals: got nobody of role qa, expected one';
  return null;
}

function daysMisfit({ implementOn, implementedOn, effectivenessUntil, approvals = [] }: ChangeControl): string | null {
  const from = implementedOn ?? implementOn;
  if (effectivenessUntil < from) {
    return `effectivenessUntil: got ${effectivenessUntil}, expected no day before ${from}`;
  }
  const approved = approvals.map(({ on }) => on).toSorted()[1];
  if (implementedOn !== undefined && approved !== undefined && implementedOn < approved) {
    return `implementedOn: got ${implementedOn}, expected no day before two had approved, ${approved}`;
  }
  return null;
}

function rewritten(now: ChangeControl, before: ChangeControl | undefined): string | null {
  if (before === undefined || !APPROVED.includes(before.state)) return null;
  const isOther = (one: keyof ChangeControl) => canonicalText(now[one] ?? null) !== canonicalText(before[one] ?? null);
  const field = AS_APPROVED.find(isOther);
  return field === undefined
    ? null
    : `${field}: got another value after approval, expected what was approved; propose another change`;
}

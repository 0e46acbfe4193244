import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHANGE_STATUSES,
  type ChangeControl,
  type ChangeStatus,
} from '../../../lambdas/domain/registers/change-control.ts';
import { changeControls } from '../../../lambdas/domain/registers/change-controls.ts';

const ENDED: readonly ChangeStatus[] = ['closed', 'rejected', 'withdrawn'];
const impact = {
  impactRegulatory: 'none',
  impactValidation: 'none',
  impactData: 'none',
  impactTraining: 'all who thaw read version 5',
  impactPatients: 'open steps end with version 4',
};
const approvals = [
  { by: 'qa.one', role: 'qa', on: '2026-05-02' },
  { by: 'lead', role: 'programme-lead', on: '2026-05-03' },
] as const;

/** A change with all that it needs for a status and nothing more. */
const at = (status: ChangeStatus, over: Partial<ChangeControl> = {}): ChangeControl => {
  const isFrom = (first: ChangeStatus) =>
    !['rejected', 'withdrawn'].includes(status) && CHANGE_STATUSES.indexOf(status) >= CHANGE_STATUSES.indexOf(first);
  return {
    title: 'Thaw at 37 °C in the dry device',
    owner: 'cell-lab-lead',
    status,
    class: 'major',
    what: 'SOP-12 names the dry device',
    why: 'The bath is retired',
    changes: [{ kind: 'document', id: 'SOP-12', version: '5' }],
    proposedBy: 'lab.one',
    ...(isFrom('assessed') ? impact : {}),
    approvals: isFrom('approved') ? [...approvals] : [],
    implementOn: '2026-06-01',
    rollback: 'Version 4 is effective again',
    ...(isFrom('implemented') ? { implementedOn: '2026-06-02' } : {}),
    checkUntil: '2026-12-01',
    ...(isFrom('checked') ? { effectiveness: 'no deviation in 12 thaws' } : {}),
    ...(ENDED.includes(status) ? { because: 'as planned' } : {}),
    ...over,
  };
};
const misfit = (now: ChangeControl, before?: ChangeControl) => changeControls.misfit(now, before);

const LEGAL: readonly (readonly [ChangeStatus, ChangeStatus])[] = [
  ['proposed', 'assessed'],
  ['proposed', 'rejected'],
  ['proposed', 'withdrawn'],
  ['assessed', 'approved'],
  ['assessed', 'rejected'],
  ['assessed', 'withdrawn'],
  ['approved', 'implemented'],
  ['approved', 'withdrawn'],
  ['implemented', 'checked'],
  ['checked', 'closed'],
];

describe('Given a change under change control', () => {
  it('then of all steps from one status to another those of its lifecycle alone are taken', () => {
    const status = fc.constantFrom(...CHANGE_STATUSES);
    fc.assert(
      fc.property(status, status, (from, to) => {
        const isLegal = from === to || LEGAL.some(([one, other]) => one === from && other === to);
        // What was approved keeps who approved it, also withdrawn.
        const kept = to === 'withdrawn' ? at(from, { status: to, because: 'not needed' }) : at(to);
        expect(misfit(kept, at(from)) === null).toBe(isLegal);
      }),
      { numRuns: 300 },
    );
  });

  it('then a refusal says what was got and what was expected', () => {
    expect(misfit(at('implemented'), at('assessed'))).toBe(
      'status: got implemented after assessed, expected assessed or approved or rejected or withdrawn',
    );
    const { impactData: _, ...assessed } = at('assessed');
    expect(misfit(assessed, at('proposed'))).toBe('impactData: got none, expected one for status assessed');
    expect(misfit(at('assessed', { approvals: [...approvals] }), at('proposed'))).toMatch(/expected none before/);
  });

  it('then an emergency is assessed and approved at once, by two people all the same', () => {
    const emergency = { class: 'emergency' } as const;
    const proposed = at('proposed', emergency);
    expect(misfit(at('approved', emergency), proposed)).toBeNull();
    expect(misfit(at('approved', { ...emergency, approvals: [approvals[0]] }), proposed)).toMatch(/two people/);
    expect(misfit(at('implemented', emergency), proposed)).toMatch(/^status: /);
  });

  it.each([
    ['nobody of QA', [{ ...approvals[0], role: 'pharmacist' as const }, approvals[1]], /nobody of role qa/],
    ['nobody', [], /expected two people/],
    ['one alone', [approvals[0]], /expected two people/],
    ['one person twice', [approvals[0], { ...approvals[1], by: 'qa.one' }], /expected two people/],
    ['who proposed it', [...approvals, { ...approvals[1], by: 'lab.one' }], /who proposed the change/],
  ])('then it is not approved by %s', (_, by, reason) => {
    expect(misfit(at('approved', { approvals: [...by] }), at('assessed'))).toMatch(reason);
  });

  it('then its approval takes two who keep it, and every approver the role by which they approve', () => {
    expect(changeControls.takesTwo?.(at('approved'), at('assessed'))).toBe(true);
    expect(changeControls.takesTwo?.(at('approved'), undefined)).toBe(true);
    expect(changeControls.takesTwo?.(at('implemented'), at('approved'))).toBe(false);
    expect(changeControls.people?.(at('approved'))).toEqual([
      { field: 'proposedBy', id: 'lab.one' },
      { field: 'approvals', id: 'qa.one', role: 'qa' },
      { field: 'approvals', id: 'lead', role: 'programme-lead' },
    ]);
  });

  it('then what was approved is not written anew', () => {
    const approved = at('approved');
    expect(misfit({ ...approved, rollback: 'none' }, approved)).toMatch(/^rollback: got another than before/);
    expect(misfit({ ...approved, owner: 'qa' }, approved)).toBeNull();
    const other = at('implemented', { changes: [{ kind: 'equipment', id: 'LN2-3' }] });
    expect(misfit(other, approved)).toMatch(/^changes: /);
  });

  it('then its days follow each other', () => {
    expect(misfit(at('implemented', { implementedOn: '2026-05-02' }), at('approved'))).toMatch(
      /approved on 2026-05-03/,
    );
    expect(misfit(at('proposed', { checkUntil: '2026-05-31' }))).toMatch(
      /^checkUntil: .*expected not before 2026-06-01/,
    );
  });

  it('then what rests on it is closed until it is approved and its day has come', () => {
    expect(changeControls.standing(at('assessed')).closedBecause).toBe('its status is assessed');
    expect(changeControls.standing(at('rejected')).closedBecause).toBe('its status is rejected');
    expect(changeControls.standing(at('approved'))).toMatchObject({
      counts: [{ what: 'implementation', from: '2026-06-01' }],
      due: [{ what: 'implementation', on: '2026-06-01' }],
    });
    const implemented = changeControls.standing(at('implemented'));
    expect(implemented).toMatchObject({ due: [{ what: 'effectiveness check', on: '2026-12-01' }] });
    expect(implemented.counts).toEqual([{ what: 'implementation', from: '2026-06-02' }]);
    expect(changeControls.standing(at('closed')).closedBecause).toBeUndefined();
  });

  it.each(CHANGE_STATUSES)('then %s goes through CSV and back', (status) => {
    const entry = at(status, {
      changes: [
        { kind: 'document', id: 'SOP/12', version: 'version 5' },
        { kind: 'protocol', id: 'kymriah', version: '3' },
        { kind: 'equipment', id: 'LN2-3' },
        { kind: 'release', version: '0.2.0' },
      ],
    });
    expect(changeControls.entry().parse(changeControls.fromRow(changeControls.toRow(entry)))).toEqual(entry);
  });

  it('then a cell that does not say which version is refused', () => {
    const row = { ...changeControls.toRow(at('proposed')), changes: 'document | SOP-12' };
    const read = changeControls.entry().safeParse(changeControls.fromRow(row));
    expect(read.error?.message).toContain('expected the version that it is changed to');
  });
});

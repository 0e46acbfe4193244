import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHANGE_STATES,
  type ChangeControl,
  type ChangeState,
} from '../../../lambdas/domain/registers/change-control.ts';
import { changeControls } from '../../../lambdas/domain/registers/change-controls.ts';

const impact = {
  regulatory: 'none',
  validation: 'none',
  data: 'none',
  training: 'all who thaw read version 5',
  patientsInFlight: 'open steps end with version 4',
};
const approvals = [
  { by: 'qa.one', role: 'qa', on: '2026-05-02' },
  { by: 'lead', role: 'programme-lead', on: '2026-05-03' },
] as const;

/** A change as it stands in a state, with all that it needs there and nothing more. */
const inState = (state: ChangeState, over: Partial<ChangeControl> = {}): ChangeControl => {
  const from = (first: ChangeState) =>
    !['rejected', 'withdrawn'].includes(state) && CHANGE_STATES.indexOf(state) >= CHANGE_STATES.indexOf(first);
  return {
    title: 'Thaw at 37 °C in the dry device',
    owner: 'cell-lab-lead',
    state,
    class: 'major',
    what: 'SOP-12 names the dry device',
    why: 'The bath is retired',
    changes: [{ kind: 'document', id: 'SOP-12', version: '5' }],
    proposedBy: 'lab.one',
    ...(from('assessed') ? { impact } : {}),
    ...(from('approved') ? { approvals: [...approvals] } : {}),
    implementOn: '2026-06-01',
    rollback: 'Version 4 is effective again',
    ...(from('implemented') ? { implementedOn: '2026-06-02' } : {}),
    effectivenessUntil: '2026-12-01',
    ...(from('checked') ? { effectiveness: 'no deviation in 12 thaws' } : {}),
    ...(['closed', 'rejected', 'withdrawn'].includes(state) ? { ended: 'as planned' } : {}),
    ...over,
  };
};
const misfit = (now: ChangeControl, before?: ChangeControl) => changeControls.misfit(now, before);

const LEGAL: readonly (readonly [ChangeState, ChangeState])[] = [
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
  it('then of all steps from one state to another those of its lifecycle alone are taken', () => {
    const state = fc.constantFrom(...CHANGE_STATES);
    fc.assert(
      fc.property(state, state, (from, to) => {
        const isStay = from === to && !['closed', 'rejected', 'withdrawn'].includes(from);
        const isLegal = isStay || LEGAL.some(([one, other]) => one === from && other === to);
        // What was approved keeps who approved it, also withdrawn.
        const kept = to === 'withdrawn' ? inState(from, { state: to, ended: 'not needed' }) : inState(to);
        expect(misfit(kept, inState(from)) === null).toBe(isLegal);
      }),
      { numRuns: 300 },
    );
  });

  it('then a refusal says what was got and what was expected', () => {
    expect(misfit(inState('approved'))).toBe('state: got approved, expected a new change to begin as proposed');
    expect(misfit(inState('implemented'), inState('assessed'))).toBe(
      'state: got implemented after assessed, expected approved, rejected, withdrawn',
    );
    expect(misfit(inState('proposed'), inState('rejected'))).toMatch(/expected another change to be proposed$/);
  });

  it('then an emergency is assessed and approved at once, by two people all the same', () => {
    const emergency = { class: 'emergency' } as const;
    const proposed = inState('proposed', emergency);
    expect(misfit(inState('approved', emergency), proposed)).toBeNull();
    expect(misfit(inState('approved', { ...emergency, approvals: [approvals[0]] }), proposed)).toMatch(/two people/);
    expect(misfit(inState('implemented', emergency), proposed)).toMatch(/^state: /);
  });

  it.each([
    ['nobody of QA', [{ ...approvals[0], role: 'pharmacist' as const }, approvals[1]], /nobody of role qa/],
    ['one alone', [approvals[0]], /expected two people/],
    ['one person twice', [approvals[0], { ...approvals[1], by: 'QA.one' }], /one person twice/],
    ['who proposed it', [...approvals, { ...approvals[1], by: 'Lab.One' }], /who proposed the change/],
  ])('then it is not approved by %s', (_, by, reason) => {
    expect(misfit(inState('approved', { approvals: [...by] }), inState('assessed'))).toMatch(reason);
  });

  it('then what was approved is not written anew', () => {
    const approved = inState('approved');
    expect(misfit({ ...approved, rollback: 'none' }, approved)).toMatch(/^rollback: got another value after approval/);
    expect(misfit({ ...approved, owner: 'qa.one' }, approved)).toBeNull();
    expect(misfit(inState('implemented', { changes: [{ kind: 'equipment', id: 'LN2-3' }] }), approved)).toMatch(
      /^changes: /,
    );
  });

  it('then it needs what its state needs, and has nothing before its time', () => {
    const { impact: _, ...assessed } = inState('assessed');
    expect(misfit(assessed, inState('proposed'))).toBe('impact: got nothing, expected it of a change that is assessed');
    expect(misfit(inState('assessed', { approvals: [...approvals] }), inState('proposed'))).toMatch(
      /^approvals: got it/,
    );
    expect(misfit(inState('implemented', { implementedOn: '2026-05-02' }), inState('approved'))).toMatch(
      /expected no day before two had approved/,
    );
  });

  it('then what rests on it is closed until it is approved and its day has come', () => {
    expect(changeControls.standing(inState('assessed')).closedBecause).toBe('assessed, expected approved');
    expect(changeControls.standing(inState('rejected')).closedBecause).toBe('rejected, expected approved');
    expect(changeControls.standing(inState('approved'))).toMatchObject({
      counts: [{ what: 'implementation', from: '2026-06-01' }],
      due: [{ what: 'implementation', on: '2026-06-01' }],
    });
    const implemented = changeControls.standing(inState('implemented'));
    expect(implemented).toMatchObject({ due: [{ what: 'effectiveness check', on: '2026-12-01' }] });
    expect(implemented.counts).toEqual([{ what: 'implementation', from: '2026-06-02' }]);
    expect(changeControls.standing(inState('closed')).closedBecause).toBeUndefined();
  });

  it.each(CHANGE_STATES)('then %s goes through CSV and back', (state) => {
    const entry = inState(state, {
      changes: [
        { kind: 'document', id: 'SOP/12', version: 'version 5' },
        { kind: 'protocol', id: 'kymriah', version: '3' },
        { kind: 'equipment', id: 'LN2-3' },
        { kind: 'release', version: '0.2.0' },
      ],
    });
    expect(changeControls.entry().parse(changeControls.fromRow(changeControls.toRow(entry)))).toEqual(entry);
  });

  it('then a cell that says nothing is refused with what it should say', () => {
    const row = { ...changeControls.toRow(inState('proposed')), changes: 'SOP 12, version 5' };
    const read = changeControls.entry().safeParse(changeControls.fromRow(row));
    expect(read.error?.message).toContain('expected document:ID@VERSION');
  });
});

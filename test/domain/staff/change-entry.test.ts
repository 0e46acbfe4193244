import { expect, it } from 'vitest';
import type { Outcome } from '../../../lambdas/domain/outcome.ts';
import type { StaffMember } from '../../../lambdas/domain/ports.ts';
import { changeOf, notTwo, rolesLost } from '../../../lambdas/domain/staff/change-entry.ts';
import { leavesNoKeeper, mayNotChange, mayNotMove } from '../../../lambdas/domain/staff/who-may-change.ts';

const AT = '2027-01-11T08:00:00.000Z';
const stated = { by: 'quinn', why: 'moved', at: AT };
const ana: StaffMember = {
  id: 'ana',
  name: 'Ana',
  mail: 'ana@hospital.example',
  roles: ['nurse', 'physician'],
  site: 'site-1',
  language: 'en',
  active: true,
};
const quinn: StaffMember = { ...ana, id: 'quinn', roles: ['qa'] };
const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.refusal.code);

it('says what is new, old or gone, and nothing of what is written otherwise only', () => {
  expect(changeOf({ member: ana }, { ...ana, roles: ['physician', 'nurse'], deputises: [] }, stated)).toEqual({
    ok: true,
    value: undefined,
  });
  const changed = changeOf({ member: ana }, { ...ana, roles: ['nurse'], deputises: ['coordinator'] }, stated);
  expect(changed).toMatchObject({
    value: {
      what: 'changed',
      fields: [
        { field: 'roles', from: ['nurse', 'physician'], to: ['nurse'] },
        { field: 'deputises', to: ['coordinator'] },
      ],
    },
  });
  expect(changeOf(undefined, ana, stated)).toMatchObject({ value: { what: 'joined' } });
});

it('gives an id to one person for ever', () => {
  const other = { ...ana, name: 'Bea' };
  expect(code(changeOf({ member: ana }, other, stated))).toBe('forbidden');
  expect(changeOf({ member: ana }, other, { ...stated, approvedBy: 'robin' })).toMatchObject({
    value: { what: 'renamed', approvedBy: 'robin' },
  });
  for (const approvedBy of ['quinn', 'ana']) {
    expect(code(changeOf({ member: ana }, other, { ...stated, approvedBy }))).toBe('forbidden');
  }
  const gone = { member: { ...ana, active: false }, leftAt: AT };
  for (const after of [other, ana]) {
    expect(code(changeOf(gone, after, { ...stated, approvedBy: 'robin' }))).toBe('conflict');
  }
});

it('lets somebody leave once, also who was away, and nobody who is not there', () => {
  const leaving = { ...stated, leaves: true };
  const away = { ...ana, active: false };
  expect(changeOf({ member: away }, away, leaving)).toMatchObject({ value: { what: 'left' } });
  expect(changeOf({ member: away, leftAt: AT }, away, leaving)).toEqual({ ok: true, value: undefined });
  expect(code(changeOf(undefined, away, leaving))).toBe('not-found');
});

it('takes two people, neither of them the owner', () => {
  expect(notTwo('ana', 'quinn', 'robin')).toBeNull();
  for (const [by, approvedBy] of [
    ['quinn', 'quinn'],
    ['ana', 'robin'],
    ['quinn', 'ana'],
  ] as const) {
    expect(notTwo('ana', by, approvedBy)).toMatchObject({ code: 'forbidden' });
  }
});

it('knows which roles somebody can sign for no more', () => {
  expect(rolesLost(undefined, ana)).toEqual([]);
  expect(rolesLost(ana, { ...ana, roles: ['nurse'], deputises: ['physician'] })).toEqual([]);
  expect(rolesLost(ana, { ...ana, roles: ['nurse'] })).toEqual(['physician']);
  expect(rolesLost(ana, { ...ana, site: 'site-2' })).toEqual(['nurse', 'physician']);
  expect(rolesLost(ana, { ...ana, active: false })).toEqual(['nurse', 'physician']);
  expect(rolesLost({ ...ana, active: false }, { ...ana, active: false })).toEqual([]);
});

it('lets keepers change entries of others, and whoever writes the first of a site', () => {
  expect(mayNotChange({ id: 'ana', by: 'anybody', site: 'site-1' }, [])).toBeNull();
  expect(mayNotChange({ id: 'ana', by: 'quinn', site: 'site-1' }, [quinn])).toBeNull();
  expect(mayNotChange({ id: 'ana', by: 'ana', site: 'site-1' }, [quinn])).toMatchObject({ code: 'forbidden' });
  expect(mayNotChange({ id: 'quinn', by: 'quinn', site: 'site-1' }, [quinn])).toMatchObject({ code: 'forbidden' });
});

it('moves an entry with the word of a keeper of where it stood, and to no site that has none', () => {
  const move = { by: 'robin', to: 'site-2' };
  const robin = { ...quinn, id: 'robin', site: 'site-2' };
  expect(mayNotMove(ana, move, { before: [quinn], after: [robin] })).toMatchObject({ code: 'forbidden' });
  expect(mayNotMove(ana, { ...move, by: 'quinn' }, { before: [quinn], after: [] })).toMatchObject({
    code: 'forbidden',
  });
  expect(mayNotMove(ana, move, { before: [], after: [robin] })).toBeNull();
  expect(mayNotMove(ana, { by: 'robin', to: 'site-1' }, { before: [quinn], after: [quinn] })).toBeNull();
  expect(mayNotMove(undefined, move, { before: [], after: [] })).toBeNull();
});

it('leaves no site without a keeper', () => {
  const gone = { ...quinn, active: false };
  expect(leavesNoKeeper(quinn, gone, [quinn])).toMatchObject({ code: 'conflict' });
  expect(leavesNoKeeper(quinn, gone, [quinn, { ...quinn, id: 'robin' }])).toBeNull();
  expect(leavesNoKeeper(quinn, { ...quinn, roles: ['programme-lead'] }, [quinn])).toBeNull();
  expect(leavesNoKeeper(ana, { ...ana, active: false }, [])).toBeNull();
});

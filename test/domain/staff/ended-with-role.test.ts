import { expect, test } from 'vitest';
import type { StaffMember } from '../../../lambdas/domain/ports.ts';
import { standsInFor } from '../../../lambdas/domain/staff/calendar.ts';
import { endedWithRole } from '../../../lambdas/domain/staff/ended-with-role.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { personIn, SITE } from '../../support/builders.ts';
import { delegationOf } from '../../support/delegations.ts';
import { START } from '../../support/journey-driver.ts';

const ann = personIn(['physician'], 'ann');
const bea = personIn(['nurse'], 'bea');
const NOW = plus(START, 'P1D', 'UTC');
const one = delegationOf(ann, bea);
const over = delegationOf(ann, bea, { id: '2', until: NOW });
const toCome = delegationOf(ann, bea, { id: '3', from: plus(NOW, 'P1D', 'UTC') });
const calendar = { delegations: [one, over, toCome], absences: [] };

const member = (id: string, change: Partial<StaffMember>): StaffMember => ({
  ...{ id, name: id, mail: `${id}@hospital.example`, language: 'en', site: SITE.id, active: true, calendar },
  roles: id === ann.id ? ['physician', 'qa'] : ['nurse', 'qa'],
  ...change,
});

test('a deputy stands in while they hold the role by which they do, at the site', () => {
  expect(standsInFor(member(bea.id, {}), NOW)).toEqual([one]);
  expect(standsInFor(member(bea.id, { roles: ['qa'] }), NOW)).toEqual([]);
  expect(standsInFor(member(bea.id, { site: 'elsewhere' }), NOW)).toEqual([]);
});

test.each([
  ['leaves', { active: false }],
  ['goes to another site', { site: 'elsewhere' }],
  ['loses the role', { roles: ['qa'] as const }],
])('whatever is in force or to come ends when either of the two %s', (_, change) => {
  for (const id of [ann.id, bea.id]) {
    expect(endedWithRole(member(id, change), calendar, { at: NOW, by: 'qa' })).toEqual([
      { ...one, ended: { at: NOW, by: 'qa' } },
      { ...toCome, ended: { at: NOW, by: 'qa' } },
    ]);
  }
});

test('another change ends nothing', () => {
  for (const [id, role] of [
    [ann.id, 'physician'],
    [bea.id, 'nurse'],
  ] as const) {
    expect(endedWithRole(member(id, { roles: [role] }), calendar, { at: NOW, by: 'qa' })).toEqual([]);
  }
});

import { expect, it, test } from 'vitest';
import type { StaffMember } from '../../../lambdas/domain/ports.ts';
import { type AskedDelegation, endDelegation, makeDelegation } from '../../../lambdas/domain/staff/make-delegation.ts';
import { IDENTITY } from '../../support/pin-key.ts';

const NOW = '2027-01-11T08:00:00.000Z';
const member = (id: string, change: Partial<StaffMember> = {}): StaffMember => ({
  id,
  name: id,
  mail: `${id}@hospital.example`,
  roles: ['physician'],
  site: 'site-1',
  language: 'en',
  active: true,
  identity: IDENTITY,
  ...change,
});
const ann = member('ann');
const bea = member('bea');

const asked: AskedDelegation = {
  role: 'physician',
  scope: { kind: 'all' },
  from: NOW,
  until: '2027-01-25T08:00:00.000Z',
  reason: ' on holiday ',
};

const make = (
  change: Partial<AskedDelegation> = {},
  people: {
    readonly delegator?: StaffMember;
    readonly deputy?: StaffMember | undefined;
    readonly madeBy?: string;
  } = {},
  policy = {},
) =>
  makeDelegation(
    { ...asked, ...change },
    { id: '1', delegator: ann, deputy: bea, policy, madeBy: 'ann', now: NOW, ...people },
  );

it('is of one’s own role, to a colleague who holds it, for a time and with a reason', () => {
  expect(make()).toEqual({
    ok: true,
    value: {
      id: '1',
      by: 'ann',
      to: 'bea',
      role: 'physician',
      as: 'physician',
      site: 'site-1',
      scope: { kind: 'all' },
      from: NOW,
      until: asked.until,
      reason: 'on holiday',
      madeBy: 'ann',
      madeAt: NOW,
    },
  });
});

it('never begins before it is made: what was done without it stays so', () => {
  expect(make({ from: '2026-12-01T08:00:00.000Z' })).toMatchObject({ value: { from: NOW } });
});

it('is never made by who is to sign in its place', () => {
  const madeBy = { madeBy: 'bea' };
  expect(make({}, madeBy)).toMatchObject({ refusal: { code: 'forbidden' } });
});

it('is to another role only where the site allows that', () => {
  const deputy = member('bea', { roles: ['nurse'] });
  expect(make({}, { deputy })).toMatchObject({ refusal: { code: 'forbidden', detail: { problem: 'not-competent' } } });
  expect(make({}, { deputy }, { deputyRoles: { physician: ['qa'] } }).ok).toBe(false);
  expect(make({}, { deputy }, { deputyRoles: { physician: ['qa', 'nurse'] } })).toMatchObject({
    value: { role: 'physician', as: 'nurse' },
  });
});

test.each<[string, Partial<AskedDelegation>, Parameters<typeof make>[1], string]>([
  [
    'a role only stood in for',
    {},
    { delegator: member('ann', { roles: [], deputises: ['physician'] }) },
    'not-own-role',
  ],
  ['a role nobody gave them', { role: 'qa' }, {}, 'not-own-role'],
  ['to oneself', {}, { deputy: ann }, 'same-person'],
  ['to nobody', {}, { deputy: undefined }, 'not-on-the-register'],
  ['to who left', {}, { deputy: member('bea', { active: false }) }, 'not-on-the-register'],
  ['to another site', {}, { deputy: member('bea', { site: 'site-2' }) }, 'not-on-the-register'],
  ['to who is not known yet', {}, { deputy: member('bea', { identity: undefined }) }, 'not-competent'],
  ['steps of another role', { scope: { kind: 'steps', steps: ['Check certificate'] } }, {}, 'not-of-this-role'],
  ['a time that is over', { from: '2026-01-01T00:00:00.000Z', until: NOW }, {}, 'not-after-start'],
  ['an end before the start', { from: asked.until, until: '2027-01-20T08:00:00.000Z' }, {}, 'not-after-start'],
  ['longer than a year', { until: '2028-01-12T08:00:00.000Z' }, {}, 'too-high'],
  ['without a reason', { reason: ' ' }, {}, 'required'],
])('is never of %s', (_, change, people, problem) => {
  expect(make(change, people)).toMatchObject({ ok: false, refusal: { detail: { problem } } });
});

it('is ended early by either of the two, and by nobody else', () => {
  const made = make();
  if (!made.ok) throw new Error(made.refusal.message);
  const later = '2027-01-12T08:00:00.000Z';
  for (const by of ['ann', 'bea']) {
    expect(endDelegation(made.value, { by, now: later })).toMatchObject({ value: { ended: { at: later, by } } });
  }
  expect(endDelegation(made.value, { by: 'cem', now: later })).toMatchObject({ refusal: { code: 'not-found' } });
  expect(endDelegation(made.value, { by: 'cem', now: later, isRegistrar: true }).ok).toBe(true);
  expect(endDelegation(made.value, { by: 'ann', now: asked.until })).toMatchObject({ refusal: { code: 'conflict' } });
});

import { expect, test } from 'vitest';
import { inWhosePlace } from '../../../lambdas/domain/sign-off/in-whose-place.ts';
import { mayOpen, maySeeFiles } from '../../../lambdas/domain/sign-off/may-open.ts';
import { mayNotAcknowledge, mayNotSign } from '../../../lambdas/domain/sign-off/permission.ts';
import { ROLES, type Role } from '../../../lambdas/domain/vocabulary.ts';
import { personIn, SITE } from '../../support/builders.ts';
import { delegationOf } from '../../support/delegations.ts';
import { Walk } from '../../support/walk.ts';

const journeyAt = (walk: Walk, name: Parameters<Walk['to']>[0]) => {
  walk.to(name);
  return { state: walk.journey.state, step: walk.journey.step(name) };
};

test('a step opens to those it is asked of, who record in it, and who deputise; to nobody of another site', () => {
  const { state, step } = journeyAt(new Walk(), 'Give the product');
  const opens = (roles: readonly Role[], more = {}) => mayOpen(state, step, { ...personIn(roles), ...more });
  expect(opens(['physician'])).toBe(true);
  expect(opens(['cell-lab'])).toBe(true);
  expect(opens([], { deputises: ['nurse'] })).toBe(true);
  expect(opens(['registry'])).toBe(false);
  expect(opens(['apheresis'])).toBe(false);
  expect(opens(['physician'], { site: `${SITE.id}-2` })).toBe(false);
});

test('a step that was given to one person opens to them, whatever role they hold', () => {
  const { state, step } = journeyAt(new Walk(), 'Confirm eligibility');
  const nurse = personIn(['nurse']);
  expect(mayOpen(state, step, nurse)).toBe(false);
  expect(mayOpen(state, { ...step, assignedTo: nurse.id }, nurse)).toBe(true);
});

test('whom a mail told of a step opens it: they were not forwarded anything', () => {
  const { state, step } = journeyAt(new Walk(), 'Confirm eligibility');
  const pharmacist = personIn(['pharmacist']);
  const told = { rung: 'overdue', seq: 9, at: step.openedAt, class: 'due', to: ['pharmacist'], silent: false } as const;
  expect(mayOpen(state, step, pharmacist)).toBe(false);
  expect(mayOpen(state, { ...step, told: [told] }, pharmacist)).toBe(true);
});

test('nobody who may decide or acknowledge at a step of a course is kept from reading it', () => {
  const { state } = journeyAt(new Walk(), 'Monitor the patient');
  const all = Object.values(state.steps);
  expect(all.length).toBeGreaterThan(25);
  for (const step of all) {
    for (const role of ROLES) {
      const person = personIn([role], 'b');
      const may = [mayNotSign(state, step, person), mayNotAcknowledge(state, step, person)].includes(null);
      if (may) expect([step.key, role, mayOpen(state, step, person)]).toEqual([step.key, role, true]);
    }
  }
});

test('who was handed over the role of somebody that is told of a step opens it, and acts in their place', () => {
  const { state, step } = journeyAt(new Walk(), 'Confirm eligibility');
  const [lead, registry] = [personIn(['programme-lead']), personIn(['registry'])];
  const reader = { ...registry, active: true, standsIn: [delegationOf(lead, registry)] };
  const other = { ...reader, standsIn: [delegationOf(lead, registry, { scope: { kind: 'journey', journeyId: 'X' } })] };
  const elsewhere = { ...reader, standsIn: [delegationOf(lead, registry, { site: `${SITE.id}-2` })] };
  expect(mayOpen(state, step, reader)).toBe(true);
  expect(inWhosePlace(state, step, reader)).toEqual([{ by: lead.id, until: expect.any(String), isOnlyWay: true }]);
  for (const one of [other, elsewhere]) {
    expect([mayOpen(state, step, one), inWhosePlace(state, step, one)]).toEqual([false, []]);
  }
  // Also of a step that was given to one person: they are told of it all the same.
  expect(mayOpen(state, { ...step, assignedTo: 'pat' }, reader)).toBe(true);
});

test('in whose place is chosen beforehand only where nothing is left in one’s own right', () => {
  const { state, step } = journeyAt(new Walk(), 'Confirm eligibility');
  const [lead, physician] = [personIn(['programme-lead']), personIn(['physician'])];
  const chosen = (own: Role, by: readonly (typeof lead)[]) => {
    const person = personIn([own], 'b');
    const standsIn = by.map((one) => delegationOf(one, person));
    return inWhosePlace(state, step, { ...person, active: true, standsIn })
      .filter(({ isOnlyWay }) => isOnlyWay)
      .map((one) => one.by);
  };
  expect(chosen('on-call', [lead])).toEqual([]);
  expect(chosen('registry', [lead, physician])).toEqual([physician.id]);
  expect(chosen('physician', [lead, physician])).toEqual([]);
});

test('whoever may open a step of a journey sees the files that its page names; who has left or opens none does not', () => {
  const { state, step } = journeyAt(new Walk(), 'Confirm eligibility');
  const registry = { ...personIn(['registry']), active: true };
  const told = { rung: 'overdue', seq: 9, at: step.openedAt, class: 'due', to: ['registry'], silent: false } as const;
  const toldOf = { ...state, steps: { ...state.steps, [step.key]: { ...step, told: [told] } } };
  expect(maySeeFiles(registry, state)).toBe(false);
  expect(maySeeFiles(registry, toldOf)).toBe(true);
  expect(maySeeFiles({ ...registry, active: false }, toldOf)).toBe(false);
  expect(maySeeFiles({ ...registry, site: `${SITE.id}-2` }, toldOf)).toBe(false);
});

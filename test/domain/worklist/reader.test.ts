import { expect, it } from 'vitest';
import { partsInCare } from '../../../lambdas/domain/journey/parts-in-care.ts';
import { summaryOf } from '../../../lambdas/domain/journey/summary.ts';
import type { Delegation } from '../../../lambdas/domain/staff/delegation.ts';
import type { Role } from '../../../lambdas/domain/vocabulary.ts';
import { byUrgency, clockThatMatters } from '../../../lambdas/domain/worklist/clock-that-matters.ts';
import { isAsked, maySee, maySeeState } from '../../../lambdas/domain/worklist/reader.ts';
import { timelineOf } from '../../../lambdas/domain/worklist/timeline.ts';
import { personIn, SITE } from '../../support/builders.ts';
import { delegationOf } from '../../support/delegations.ts';
import { Walk } from '../../support/walk.ts';

const reader = (roles: readonly Role[], more = {}) => ({ id: 'one', site: SITE.id, roles, active: true, ...more });

it('a journey is seen by who oversees courses, and by others once it reaches a phase that asks them', () => {
  const { journey } = new Walk();
  const seen = (role: Role) => maySeeState(reader([role]), journey.state);
  expect([seen('coordinator'), seen('qa'), seen('physician')]).toEqual([true, true, true]);
  expect([seen('registry'), seen('apheresis'), seen('nurse')]).toEqual([false, false, false]);
  expect(partsInCare({ ...journey.state, phases: [] })).not.toContain('apheresis');
  const collecting = { ...journey.state, phases: [{ phase: 'Collection' as const, round: 1, enteredAt: journey.now }] };
  expect(partsInCare(collecting)).toContain('apheresis');
});

it('site, activity, deputies and an assignment count', () => {
  const seenBy = {
    journeyId: 'J',
    site: SITE.id,
    parts: ['pharmacist'],
    open: [{ step: 'Confirm funding', assignedTo: 'somebody' }],
  } as const;
  expect(maySee(reader(['pharmacist']), seenBy)).toBe(true);
  expect(maySee(reader([], { deputises: ['pharmacist'] }), seenBy)).toBe(true);
  expect(maySee(reader(['nurse']), seenBy)).toBe(false);
  expect(maySee(reader(['nurse'], { id: 'somebody' }), seenBy)).toBe(true);
  expect(maySee(reader(['pharmacist'], { site: 'elsewhere' }), seenBy)).toBe(false);
  expect(maySee(reader(['pharmacist'], { active: false }), seenBy)).toBe(false);
});

it('a step is asked of who signs it, who records in it, and whom it was given to', () => {
  expect(isAsked(reader(['nurse']), 'J', { step: 'Give the product' })).toBe(true);
  expect(isAsked(reader(['registry']), 'J', { step: 'Give the product' })).toBe(false);
  expect(isAsked(reader(['registry']), 'J', { step: 'Give the product', assignedTo: 'one' })).toBe(true);
});

it('what was handed over is seen and asked, and nothing beyond it', () => {
  const standsIn = (change: Partial<Delegation>) => {
    const one = delegationOf(personIn(['pharmacist']), personIn(['nurse'], 'one'), change);
    return reader(['nurse'], { standsIn: [one] });
  };
  const journey = {
    journeyId: 'J',
    site: SITE.id,
    parts: ['pharmacist'],
    open: [{ step: 'Confirm funding' }],
  } as const;
  const seen = (change: Partial<Delegation>) => [
    maySee(standsIn(change), journey),
    isAsked(standsIn(change), 'J', { step: 'Confirm funding' }),
  ];
  expect(seen({})).toEqual([true, true]);
  expect(seen({ scope: { kind: 'journey', journeyId: 'J' } })).toEqual([true, true]);
  expect(seen({ scope: { kind: 'steps', steps: ['Confirm funding'] } })).toEqual([true, true]);
  expect(seen({ scope: { kind: 'journey', journeyId: 'K' } })).toEqual([false, false]);
  expect(seen({ scope: { kind: 'steps', steps: ['Check certificate'] } })).toEqual([false, false]);
  expect(seen({ site: 'elsewhere' })[0]).toBe(false);
  expect(isAsked(standsIn({}), 'J', { step: 'Confirm consent' })).toBe(false);
  expect(isAsked(standsIn({}), 'J', { step: 'Confirm funding', assignedTo: 'pharmacist-a' })).toBe(true);
  expect(isAsked(standsIn({}), 'J', { step: 'Confirm funding', assignedTo: 'somebody' })).toBe(false);
});

it('the shelf life of the product matters where it ends before the step is due; what is past comes first', () => {
  const now = '2027-01-10T00:00:00.000Z';
  const day = (number: number) => `2027-01-${String(number).padStart(2, '0')}T00:00:00.000Z`;
  const clocks = [
    clockThatMatters(day(12), undefined, now),
    clockThatMatters(day(20), day(11), now),
    clockThatMatters(day(9), day(30), now),
    clockThatMatters(day(12), day(8), now),
  ];
  expect(clocks.map(({ kind }) => kind)).toEqual(['due', 'expiry', 'overdue', 'expired']);
  expect(clocks.toSorted(byUrgency).map(({ kind }) => kind)).toEqual(['expired', 'overdue', 'expiry', 'due']);
});

it('a line of the list says what is open and for whom, and stays small', () => {
  const { journey } = new Walk();
  const line = summaryOf(journey.state, journey.protocol, journey.bindings, journey.now);
  expect(line.open).toMatchObject([{ step: 'Register the referral', phase: 'Order', round: 1 }]);
  expect(line.open?.[0]?.dueAt).toBe(line.stepDueAt);
  expect(line.patient).toBe(journey.state.patient);
  expect(Buffer.byteLength(JSON.stringify(line))).toBeLessThan(1000);
});

it('a timeline tells decisions newest first, who holds it, and what comes', () => {
  const walk = new Walk();
  walk.decide('Register the referral');
  const { journey } = walk;
  const { happened, waiting } = timelineOf(journey.state, journey.events, journey.protocol);
  expect(happened.map(({ what }) => what)).toEqual(['decided', 'phase']);
  expect(happened[0]).toMatchObject({ step: 'Register the referral', by: 'coordinator-a' });
  expect(waiting.map(({ step }) => step)).toEqual(['Confirm eligibility']);
});

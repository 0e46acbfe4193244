import { expect, test } from 'vitest';
import { toAcknowledge } from '../../../lambdas/domain/clocks/unseen.ts';
import { personIn } from '../../support/builders.ts';
import { value } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';
import { acknowledge, first, later, overdue } from '../clocks/urgent.ts';

const coordinator = personIn(['coordinator']);
const refused = (code: string) => ({ ok: false, refusal: { code } });

test('an acknowledgement is signed, names the notice, and decides nothing', () => {
  const walk = overdue();
  const shown = walk.journey.show(first(walk));
  value(acknowledge(walk, coordinator));
  expect(walk.journey.events.at(-1)).toMatchObject({
    type: 'notice.acknowledged',
    by: { kind: 'person', id: 'coordinator-a', role: 'coordinator' },
    data: { rung: 'overdue', assurance: 'pin', meaning: expect.stringContaining('act on it') },
  });
  expect(first(walk).status).toBe('open');
  expect(toAcknowledge(first(walk))).toBeUndefined();
  // A page that somebody else has open can still be signed.
  expect(walk.journey.sign(first(walk), 'registered', { shown }).ok).toBe(true);
});

test('the same person acknowledging again gets the same answer; what nobody was told cannot be acknowledged', () => {
  const walk = overdue();
  const once = acknowledge(walk, coordinator);
  const { length } = walk.journey.events;
  expect(acknowledge(walk, coordinator, { evidence: { rung: 'overdue' } })).toEqual(once);
  walk.decide('Register the referral');
  expect(acknowledge(walk, coordinator, { evidence: { rung: 'overdue' } })).toEqual(once);
  const late = acknowledge(walk, personIn(['programme-lead']), { evidence: { rung: 'overdue' } });
  expect(late).toMatchObject(refused('conflict'));
  for (const rung of ['due', 'expired', 'constructor']) {
    expect(acknowledge(overdue(), coordinator, { evidence: { rung } })).toMatchObject({
      refusal: { code: 'invalid', detail: { problem: 'nothing-to-acknowledge' } },
    });
  }
  expect(walk.journey.events.filter(({ type }) => type === 'notice.acknowledged')).toHaveLength(1);
  expect(walk.journey.events.length).toBeGreaterThan(length);
});

test('whoever was told may, the step’s own role and who is told at last included; nobody else, and nobody of another site', () => {
  const walk = overdue();
  expect(acknowledge(walk, personIn(['nurse', 'qa']))).toMatchObject(refused('forbidden'));
  expect(acknowledge(walk, { ...coordinator, site: 'site-2' })).toMatchObject(refused('forbidden'));
  later(walk, 'PT2H');
  value(acknowledge(walk, personIn(['on-call'])));
  expect(walk.journey.events.at(-1)).toMatchObject({ data: { rung: 'overdue-unseen-2' }, by: { role: 'on-call' } });
});

test('sent again after the step was extended, it still gets its answer', () => {
  const walk = overdue();
  const once = acknowledge(walk, coordinator);
  const { phase, round, step } = first(walk);
  walk.command('extend', { phase, round, step, dueAt: '2026-12-10T09:00:00.000Z' });
  expect(acknowledge(walk, coordinator, { evidence: { rung: 'overdue' } })).toEqual(once);
});

test('what was shown must be what is acknowledged', () => {
  const walk = overdue();
  const shown = { ...walk.journey.show(first(walk)), contentHash: 'f'.repeat(64) };
  expect(acknowledge(walk, coordinator, { shown })).toMatchObject(refused('changed'));
});

test('a deputy signs for the role, and the log says that it was a deputy', () => {
  const walk = new Walk();
  const deputy = { ...personIn(['nurse']), deputises: ['coordinator'] as const };
  expect(walk.journey.sign(first(walk), 'registered', { signer: { ...deputy, deputises: ['qa'] } })).toMatchObject({
    refusal: { code: 'forbidden', message: expect.stringContaining('nurse, qa') },
  });
  value(walk.journey.sign(first(walk), 'registered', { signer: deputy }));
  const decided = walk.journey.events.find(({ type }) => type === 'step.decided');
  expect(decided?.by).toEqual({ kind: 'person', id: 'nurse-a', role: 'coordinator', deputy: true });
});

test('who holds the role themselves signs in it, whoever else they stand in for', () => {
  const walk = overdue();
  value(acknowledge(walk, { ...coordinator, deputises: ['programme-lead'] }));
  expect(walk.journey.events.at(-1)?.by).toEqual({ kind: 'person', id: 'coordinator-a', role: 'coordinator' });
});

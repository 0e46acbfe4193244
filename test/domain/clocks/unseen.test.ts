import { describe, expect, test } from 'vitest';
import { toldBeforeExtension } from '../../../lambdas/domain/clocks/rungs.ts';
import { personIn } from '../../support/builders.ts';
import { value } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';
import { told, writtenTo } from './told.ts';
import { acknowledge, bounce, first, later, overdue } from './urgent.ts';

/** What was told after the step became overdue, as `name @hours later`. */
const since = (walk: Walk): readonly string[] => {
  const step = first(walk);
  const from = step.told.findIndex(({ rung }) => rung === 'overdue');
  const start = Date.parse(step.told[from]?.at ?? '');
  return step.told.slice(from + 1).map(({ rung, at }) => `${rung} @${(Date.parse(at) - start) / 3_600_000}`);
};
const coordinator = personIn(['coordinator']);
const noticesOf = ({ journey }: Walk) =>
  journey.history.flatMap(({ effect }) => (effect.kind === 'mail' ? [effect.notice] : []));

describe('a critical rung that nobody acknowledges', () => {
  test('calls the deputies in an hour, then who is on call, and these again every day', () => {
    const walk = overdue();
    later(walk, 'P3D');
    expect(since(walk)).toEqual([
      'overdue-unseen-1 @1',
      'overdue-unseen-2 @2',
      'overdue-unseen-3 @26',
      'overdue-unseen-4 @50',
    ]);
    expect(writtenTo(walk, first(walk)).slice(-5)).toEqual([
      'overdue: coordinator, programme-lead',
      'overdue-unseen-1: coordinator, programme-lead',
      'overdue-unseen-2: on-call',
      'overdue-unseen-3: on-call',
      'overdue-unseen-4: on-call',
    ]);
    const tiers = noticesOf(walk).flatMap((notice) => (notice.about === 'step' ? [notice.tier] : []));
    expect(tiers.slice(-4)).toEqual(['deputies', 'on-call', 'on-call', 'on-call']);
  });

  test('is silent once somebody acknowledged it, until the next critical rung', () => {
    const walk = overdue();
    later(walk, 'PT90M');
    value(acknowledge(walk, personIn(['programme-lead'])));
    later(walk, 'P6DT20H');
    expect(since(walk)).toEqual(['overdue-unseen-1 @1']);
    later(walk, 'PT4H');
    expect(since(walk).slice(1)).toEqual(['weekly-1 @168', 'weekly-1-unseen-1 @169']);
    expect(told(walk, first(walk)).filter((rung) => rung.includes('silent'))).toEqual([]);
  });

  test('is outlived by the next of its ladder: nobody is called twice a day for one step', () => {
    const walk = overdue();
    later(walk, 'P8D');
    const names = since(walk).map((rung) => rung.replace(/ .*/, ''));
    expect(names.slice(names.indexOf('weekly-1'))).toEqual(['weekly-1', 'weekly-1-unseen-1', 'weekly-1-unseen-2']);
  });

  test('does not count among the rungs that repeat', () => {
    const walk = overdue();
    later(walk, 'P15D');
    expect(since(walk).filter((rung) => /^weekly-\d+ /.test(rung))).toEqual(['weekly-1 @168', 'weekly-2 @336']);
  });

  test('of a physical limit outlives an extension; of the old deadline it does not', () => {
    const rungs = ['asked', 'window-ended', 'window-ended-unseen-1', 'overdue', 'overdue-unseen-1'];
    const step = { ...first(overdue()), step: 'Give GO for thaw' as const, rungs };
    expect(toldBeforeExtension(step)).toEqual(['asked', 'window-ended', 'window-ended-unseen-1']);
  });

  test('is answered by deciding', () => {
    const walk = overdue();
    walk.decide('Register the referral');
    later(walk, 'P3D');
    expect(since(walk)).toEqual([]);
  });

  test('is answered by an extension: the deadline starts anew', () => {
    const walk = overdue();
    later(walk, 'PT1H');
    const { phase, round, step } = first(walk);
    walk.command('extend', { phase, round, step, dueAt: '2026-12-10T09:00:00.000Z' });
    later(walk, 'P3D');
    expect(first(walk).told.map(({ rung }) => rung)).toEqual(['asked']);
  });

  test('goes on while the journey is on hold', () => {
    const walk = overdue();
    walk.command('hold');
    later(walk, 'PT3H');
    expect(since(walk)).toEqual(['overdue-unseen-1 @1', 'overdue-unseen-2 @2']);
  });

  test('of a log that knows no acknowledgement, is told to one tier after the other, not to all at once', () => {
    const walk = overdue();
    walk.journey.pass('P20D');
    walk.wake();
    walk.journey.pass('PT1H');
    walk.wake();
    const names = first(walk)
      .told.filter(({ silent }) => !silent)
      .map(({ rung }) => rung);
    expect(names.slice(-3)).toEqual(['overdue', 'weekly-2', 'weekly-2-unseen-1']);
  });
});

test('a reminder that is told in place of a critical rung is critical itself', () => {
  const walk = new Walk({ acknowledging: false });
  walk.to('Give GO for thaw');
  walk.journey.pass('P8M15D');
  walk.wake();
  const { told: all } = walk.journey.step('Give GO for thaw');
  expect(all.find(({ rung }) => rung === 'window-ended')).toMatchObject({ silent: true });
  expect(all.find(({ rung, silent }) => rung.startsWith('expiry') && !silent)).toMatchObject({ class: 'critical' });
});

describe('a mail that bounced', () => {
  test('about the newest of a critical rung calls the next at once, and once', () => {
    const walk = overdue();
    expect(bounce(walk, 'overdue')).toBe(true);
    expect(since(walk)).toEqual(['overdue-unseen-1 @0']);
    const { length } = walk.journey.events;
    expect(bounce(walk, 'overdue')).toBe(false);
    expect(walk.journey.events).toHaveLength(length);
    later(walk, 'PT1H');
    expect(since(walk).slice(1)).toEqual(['overdue-unseen-2 @1']);
    expect(noticesOf(walk).filter(({ about }) => about === 'journey')).toEqual([]);
  });

  test('of who is on call does not go round: the next call is tomorrow', () => {
    const walk = overdue();
    later(walk, 'PT2H');
    bounce(walk, 'overdue-unseen-2', { to: 'on-call-a' });
    later(walk, 'PT23H');
    expect(since(walk)).toHaveLength(2);
    expect(noticesOf(walk).at(-1)).toMatchObject({ what: 'mail-bounced', to: ['coordinator'], except: 'on-call-a' });
  });

  test('and is not urgent, or was acknowledged, is told to the coordinator, but not to whom it did not reach', () => {
    const walk = overdue();
    value(acknowledge(walk, coordinator));
    for (const rung of ['half', 'overdue', 'resent']) bounce(walk, rung);
    expect(since(walk)).toEqual([]);
    const notice = { about: 'journey', what: 'mail-bounced', class: 'due', to: ['coordinator'] };
    const told = noticesOf(walk).filter(({ about }) => about === 'journey');
    expect(told).toEqual(Array(3).fill({ ...notice, detail: 'coordinator-a', except: 'coordinator-a' }));
    bounce(walk, 'deviation-opened', { ref: undefined, class: 'critical' });
    expect(noticesOf(walk).at(-1)).toEqual({ ...told[0], class: 'critical' });
    const { ref: _none, ...about } = { ref: undefined };
    bounce(walk, 'mail-bounced', { ...about, messageId: 'of the notice' });
    expect(noticesOf(walk).filter(({ about: one }) => one === 'journey')).toHaveLength(4);
    expect(walk.journey.state.anomalies).toEqual([]);
  });
});

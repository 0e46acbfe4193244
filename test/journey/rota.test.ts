import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Shift } from '../../lambdas/domain/staff/rota.ts';
import { plus } from '../../lambdas/domain/time.ts';
import { rostersOf, seedStaff } from '../../local/scenario/place.ts';
import { EXAMPLE_SITE, exampleStaff } from '../../local/scenario/staff.ts';
import { type TestStage, testStage } from '../support/stage.ts';
import { orderJourney } from '../support/stage-order.ts';

let stage: TestStage;
beforeEach(async () => {
  stage = await testStage({ restWhenIdle: false });
  const second = exampleStaff.filter(({ id }) => id === 'coordinator').map((one) => ({ ...one, id: 'coordinator-2' }));
  await seedStaff(
    stage.stack,
    second.map((one) => ({ ...one, mail: 'coordinator-2@hospital.example' })),
  );
});
afterEach(() => stage.stack.stop());

const DAY_MS = 86_400_000;

async function onCall(...shifts: readonly Omit<Shift, 'contact'>[]): Promise<void> {
  const { stack, world } = stage;
  const rosters = rostersOf(stack);
  const written = { writtenBy: 'qa', writtenAt: await world.now() };
  const all = shifts.map((one) => ({ ...one, contact: '+49 30 1234' }));
  await rosters.putRota({ site: EXAMPLE_SITE, role: 'coordinator', shifts: all, ...written });
}

it('what is urgent is mailed to who is on call, the rest to all of the role', async () => {
  const now = await stage.world.now();
  await onCall({ who: 'coordinator-2', from: now, until: plus(now, 'P60D', 'UTC') });
  await orderJourney(stage, { order: 'ROTA-1' });
  const mailed = (kind: RegExp) =>
    stage.stack
      .outbox()
      .filter(({ tags }) => kind.test(tags.rung ?? '') && tags.role === 'coordinator')
      .map(({ to }) => to.join())
      .toSorted();
  expect(mailed(/^asked$/)).toEqual(['coordinator-2@hospital.example', 'coordinator@hospital.example']);
  await stage.stack.clock.advance(3 * DAY_MS + 60_000);
  expect(mailed(/^overdue$/)).toEqual(['coordinator-2@hospital.example']);
  const urgent = stage.stack.outbox().find(({ tags }) => tags.rung === 'overdue' && tags.role === 'coordinator');
  expect(urgent?.text).toContain('you are on call');
  expect(stage.functionErrors).toEqual([]);
});

it('a gap in the next 14 days is told to coordinator and QA, once a day, and not while there is none', async () => {
  const now = await stage.world.now();
  const told = () => stage.stack.outbox().filter(({ tags }) => tags.kind === 'rota-gap');
  const first = { who: 'coordinator', from: now, until: plus(now, 'P16D', 'UTC') };
  await onCall(first);
  await stage.stack.clock.advance(1.5 * DAY_MS);
  expect(told()).toEqual([]);
  await stage.stack.clock.advance(2 * DAY_MS);
  const readers = () => told().map(({ to }) => to.join().split('@')[0]);
  expect(readers().toSorted()).toEqual(['coordinator', 'coordinator-2', 'qa']);
  await stage.stack.clock.advance(DAY_MS);
  const mails = told();
  expect(mails).toHaveLength(6);
  expect(mails[0]?.text).toContain('Nobody on call: ');
  await onCall(first, { who: 'coordinator-2', from: first.until, until: plus(now, 'P90D', 'UTC') });
  await stage.stack.clock.advance(3 * DAY_MS);
  expect(told()).toHaveLength(mails.length);
  // Whoever lost the role is on call no more, whatever the rota says.
  await onCall({ ...first, who: 'physician', until: plus(now, 'P90D', 'UTC') });
  await stage.stack.clock.advance(DAY_MS);
  expect(told()).toHaveLength(mails.length + 3);
  expect(stage.functionErrors).toEqual([]);
});

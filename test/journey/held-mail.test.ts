import { afterAll, beforeAll, expect, test } from 'vitest';
import { staffRegisterOf } from '../../local/scenario/place.ts';
import { EXAMPLE_JOINING, EXAMPLE_PIN, exampleStaff } from '../../local/scenario/staff.ts';
import { type TestStage, testStage } from '../support/stage.ts';
import { orderJourney } from '../support/stage-order.ts';

const HOUR = 3_600_000;

let stage: TestStage;
let journeyId: string;
beforeAll(async () => {
  stage = await testStage({
    async prepare(place) {
      const register = staffRegisterOf(place);
      for (const member of exampleStaff) {
        await register.putStaff(
          member.id === 'coordinator' ? { ...member, mails: 'digest' } : member,
          EXAMPLE_JOINING,
          EXAMPLE_PIN,
        );
      }
    },
  });
  journeyId = await orderJourney(stage);
});
afterAll(() => stage?.stack.stop());

const mailed = () =>
  stage.stack.outbox().map(({ tags, to }) => `${tags.rung ?? tags.kind}: ${to.join().split('@')[0]}`);

test('by the schedule of the stack, who wants a digest is written to on the next morning, and of what is urgent at once', async () => {
  expect(mailed()).toEqual([]);
  await stage.stack.clock.advance(22 * HOUR);
  expect(mailed()).toEqual([]);
  await stage.stack.clock.advance(2 * HOUR);
  expect(mailed()).toEqual(['digest: coordinator']);
  const [digest] = stage.stack.outbox();
  expect(digest?.text).toContain(journeyId);
  expect(digest?.text?.match(/http:/g)).toHaveLength(1);
  expect(digest?.tags).toEqual({ kind: 'digest', class: 'due', site: 'university-hospital', reader: 'coordinator' });
  await stage.stack.clock.advance(49 * HOUR);
  expect(mailed()).toContain('overdue: coordinator');
  expect(stage.functionErrors).toEqual([]);
});

test('operations may ask how many mails people of a site got', async () => {
  const ask = (query: string) => stage.world.request(`/ops/mails${query}`, { method: 'GET' });
  expect(await ask('?site=university-hospital')).toMatchObject({
    status: 200,
    body: { from: '2026-12-15', mails: [] },
  });
  for (const query of ['', '?site=university-hospital&days=0']) expect((await ask(query)).status).toBe(422);
});

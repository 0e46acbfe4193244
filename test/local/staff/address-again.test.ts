import { afterAll, beforeAll, expect, it } from 'vitest';
import { operationsAt } from '../../../local/cli/staff/operations.ts';
import { staffRegisterOf } from '../../../local/scenario/place.ts';
import { EXAMPLE_JOINING, EXAMPLE_PIN, exampleStaff } from '../../../local/scenario/staff.ts';
import { addressAgain } from '../../../local/staff/address-again.ts';
import { type TestStage, testStage } from '../../support/stage.ts';
import { eventsOf, newestLink, orderJourney, post, submissionFor } from '../../support/stage-order.ts';

const STEP = 'Register the referral';
const SECOND = 'second.coordinator';

let stage: TestStage;
beforeAll(async () => {
  stage = await testStage();
  const [coordinator] = exampleStaff.filter(({ id }) => id === 'coordinator');
  if (coordinator === undefined) throw new Error('expected a coordinator');
  const second = { ...coordinator, id: SECOND, name: 'Sam Second', mail: 'second@hospital.example' };
  await staffRegisterOf(stage.stack).putStaff(second, EXAMPLE_JOINING, EXAMPLE_PIN);
});
afterAll(() => stage?.stack.stop());

const mailsTo = async (address: string, journeyId: string) =>
  stage.stack.outbox().filter((mail) => mail.to.includes(address) && mail.tags.journey === journeyId).length;
const leaveAs = async (id: string, at: string) => {
  const register = staffRegisterOf(stage.stack);
  const member = await register.find(id);
  if (member === undefined) throw new Error(`expected ${id}`);
  await register.putStaff({ ...member, active: false }, { by: 'qa', why: 'left', at, leaves: true });
  return () => addressAgain(register, operationsAt(stage.stack.url, 'qa'), id, 'left');
};

it('steps of who left go to the others of the role, by new links and a mail; what was sent before opens nothing', async () => {
  const shared = await orderJourney(stage, { order: 'SHARED' });
  const own = await orderJourney(stage, { order: 'OWN' });
  const args = { phase: 'Order', round: 1, step: STEP, to: SECOND };
  expect((await stage.command(own, 'reassign', args)).status).toBe(202);
  await stage.stack.clock.idle();
  const links = [newestLink(stage, shared, STEP), newestLink(stage, own, STEP)];
  const submissions = await Promise.all(
    links.map((link) => submissionFor(stage, link, { decision: 'registered', signer: SECOND })),
  );
  const before = await mailsTo('coordinator@hospital.example', own);

  const again = await leaveAs(SECOND, await stage.world.now());
  expect(await again()).toBe(2);
  await stage.stack.clock.idle();
  expect(await again()).toBe(0);

  for (const [at, link] of links.entries()) {
    expect((await post(stage, link, submissions[at] ?? {})).status).toBe(410);
  }
  expect(await mailsTo('coordinator@hospital.example', own)).toBe(before + 1);
  const types = async (id: string) => (await eventsOf(stage, id)).map(({ type }) => type);
  expect(await types(shared)).toContain('link.reissued');
  expect((await types(own)).filter((type) => type === 'step.reassigned')).toHaveLength(2);
  const link = newestLink(stage, own, STEP);
  const refused = await submissionFor(stage, link, { decision: 'registered', signer: SECOND });
  expect((await post(stage, link, refused)).status).toBe(401);
  const taken = await submissionFor(stage, link, { decision: 'registered', signer: 'coordinator' });
  expect((await post(stage, link, taken)).status).not.toBe(403);
});

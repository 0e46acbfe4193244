import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedExampleStaff, staffRegisterOf } from '../../local/scenario/place.ts';
import { EXAMPLE_JOINING, exampleStaff } from '../../local/scenario/staff.ts';
import { synthTemplates } from '../../local/template/synth.ts';
import { everything } from '../sign-off/bench.ts';
import { type TestStage, testStage } from '../support/stage.ts';
import { visitor } from '../worklist/visitor.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let stage: TestStage;
beforeAll(async () => {
  stage = await testStage({
    templates: await synthTemplates({ proveAddresses: true }),
    restWhenIdle: false,
    async prepare(place) {
      await seedExampleStaff(place);
      for (const member of exampleStaff)
        if (member.id === 'registry')
          await staffRegisterOf(place).putStaff({ ...member, mail: 'bounce.reg@hospital.example' }, EXAMPLE_JOINING);
    },
  });
  await stage.stack.clock.advance(DAY + HOUR);
});
afterAll(() => stage?.stack.stop());

const tests = () => stage.stack.outbox().filter(({ tags }) => tags.kind === 'prove-address');
const linkTo = (person: string): string => {
  const mail = tests().findLast(({ tags }) => tags.reader === person);
  return new URL(/https?:\/\/\S+/.exec(mail?.text ?? '')?.[0] ?? '').href;
};
const confirm = async (person: string) => (await fetch(linkTo(person), { method: 'POST' })).status;
const board = async (reader: string): Promise<string> => {
  const somebody = visitor(stage);
  await somebody.signIn(reader);
  return (await somebody.get('/board')).html;
};

test('everybody of the site gets one test mail, without a name, and a scanner that follows its link changes nothing', async () => {
  expect(
    tests()
      .map(({ tags }) => tags.reader)
      .toSorted(),
  ).toEqual(exampleStaff.map(({ id }) => id).toSorted());
  const mail = tests().find(({ tags }) => tags.reader === 'nurse');
  expect(mail?.subject).toBe('Testmail: bitte bestätigen');
  expect(mail?.text).not.toContain('Nic Nurse');
  const before = await everything(stage);
  for (const method of ['GET', 'HEAD', 'GET']) await fetch(linkTo('nurse'), { method });
  expect(await everything(stage)).toEqual(before);
  const reply = await fetch(`${linkTo('nurse')}?lang=de`);
  const html = await reply.text();
  expect(html).toContain('E-Mails an diese Adresse erreichen mich');
  expect(html).not.toMatch(/Nic Nurse|hospital\.example|<script/);
  expect(reply.headers.get('cache-control')).toBe('no-store');
});

test('of a test mail that was given back the coordinator is told, once, by the user id of its reader', () => {
  const bounced = stage.stack.outbox().filter(({ tags }) => tags.kind === 'address-bounced');
  expect(bounced.map(({ to }) => to.join())).toEqual(['coordinator@hospital.example']);
  expect(bounced[0]?.text).toContain('registry');
  expect(bounced[0]?.text).not.toMatch(/bounce\.reg|Reese/);
});

test('coordinators and QA see on the board whose address is not confirmed or gave a mail back; others do not', async () => {
  const html = await board('coordinator');
  expect(html).toContain('nurse (address not confirmed)');
  expect(html).toContain('registry (mail came back)');
  for (const { id } of exampleStaff.filter(({ id }) => id !== 'registry')) expect(await confirm(id)).toBe(200);
  const after = await board('qa');
  expect(after).toContain('registry (mail came back)');
  expect(after).not.toContain('nurse (');
  expect(await board('nurse')).not.toContain('mail came back');
});

test('who is the last to be told and has not confirmed is counted for the alarm', async () => {
  await stage.stack.clock.advance(DAY);
  const counted = () => stage.stack.metrics().get('AtmpJourney/AddressesDoubtful{}')?.last;
  expect(counted()).toBe(0);
  const lead = exampleStaff.find(({ id }) => id === 'programme-lead');
  if (lead === undefined) throw new Error('expected a programme lead');
  const old = linkTo('programme-lead');
  await staffRegisterOf(stage.stack).putStaff({ ...lead, mail: 'new.lead@hospital.example' }, EXAMPLE_JOINING);
  await stage.stack.clock.advance(DAY);
  expect(counted()).toBe(1);
  // The link that was sent to the former address proves nothing of the new one.
  expect((await fetch(old, { method: 'POST' })).status).toBe(410);
  expect(tests().at(-1)).toMatchObject({ to: ['new.lead@hospital.example'] });
  expect(await confirm('programme-lead')).toBe(200);
  await stage.stack.clock.advance(DAY);
  expect(counted()).toBe(0);
});

test('everybody is asked again in a month, who did not answer every week, and links that are over say so', async () => {
  const old = linkTo('nurse');
  const { length } = tests();
  await stage.stack.clock.advance(32 * DAY);
  const again = tests()
    .slice(length)
    .map(({ tags }) => tags.reader);
  expect(again.filter((reader) => reader === 'nurse')).toEqual(['nurse']);
  expect(again.filter((reader) => reader === 'registry').length).toBeGreaterThanOrEqual(4);
  for (const link of [old, `${stage.stack.url}/addresses/short`, `${stage.stack.url}/addresses/${'A'.repeat(43)}`]) {
    const reply = await fetch(`${link}?lang=en`);
    expect(reply.status).toBe(410);
    expect(await reply.text()).toContain('This link confirms no address');
  }
  expect(stage.functionErrors).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkIn } from '../../local/scenario/people.ts';
import { rostersOf, seedStaff } from '../../local/scenario/place.ts';
import { EXAMPLE_PIN, EXAMPLE_SITE, exampleStaff } from '../../local/scenario/staff.ts';
import { type Bench, startBench } from '../sign-off/bench.ts';
import { hidden, type Visitor, visitor } from './visitor.ts';

let bench: Bench;
let link: string;
let ann: Visitor;
let bea: Visitor;
let coordinator: Visitor;
let nurse: Visitor;

beforeAll(async () => {
  bench = await startBench();
  const [like] = exampleStaff.filter(({ id }) => id === 'physician');
  if (like === undefined) throw new Error('expected a physician');
  const named = (id: string) => ({ ...like, id, mail: `${id}@hospital.example` });
  await seedStaff(bench.stack, [named('ann'), named('bea')]);
  const team = { id: 'ward', name: 'Ward 3', role: 'physician', site: EXAMPLE_SITE, language: 'en' } as const;
  await rostersOf(bench.stack).putTeam(
    { ...team, mail: 'ward@hospital.example' },
    { by: 'qa', at: '2027-01-11T08:00:00.000Z' },
  );
  link = await bench.linkTo('Confirm eligibility');
  [ann, bea, coordinator, nurse] = [visitor(bench), visitor(bench), visitor(bench), visitor(bench)];
  await ann.signIn('ann');
  await bea.signIn('bea');
  await coordinator.signIn('coordinator');
  await nurse.signIn('nurse');
});
afterAll(() => bench?.stop());

const shown = async (who: Visitor): Promise<string> => (await who.get(`${link}?lang=en`)).html;
async function posts(who: Visitor, what: string, more: Readonly<Record<string, string>> = {}) {
  const form = hidden(await shown(who), 'form');
  return who.post(`${link}/claim?lang=en`, { form, do: what, ...more });
}

test('the mailbox gets one mail, whose link leads to sign-in and from there to the step', async () => {
  const mails = (await bench.world.mails(0)).filter(({ text }) => linkIn(text) === link);
  expect(mails.map(({ to }) => to.join())).toEqual(['ward@hospital.example']);
  const [mail] = mails;
  expect(mail?.text).toContain(`/sign-in?next=${link}`);
  expect(mail?.text).toContain('To everybody of Ward 3: sign in');
  const one = visitor(bench);
  expect((await one.get(`/sign-in?next=${link}`)).status).toBe(200);
  expect((await one.signIn('bea', EXAMPLE_PIN, link)).headers.get('location')).toBe(`${link}?lang=en`);
  expect((await one.get(`/sign-in?next=${link}`)).headers.get('location')).toBe(`${link}?lang=en`);
});

test('one claims, the others see it on page, list, board and timeline, and one more is told so', async () => {
  expect((await posts(ann, 'claim')).status).toBe(303);
  expect(await shown(ann)).toContain('You have claimed this step');
  const seen = await shown(bea);
  expect(seen).toContain('ann has claimed this step at');
  expect(seen).toContain('can sign it all the same');
  expect(seen).not.toContain('I see to it');
  for (const page of ['/worklist', '/board', `/worklist/journeys/${bench.journeyId}`]) {
    expect((await bea.get(`${page}?lang=en`)).html).toContain('claimed by ann since');
  }
  // Without a session nobody is told who it is.
  expect(await shown(visitor(bench))).not.toContain('claimed');
});

test('its holder gives it back, and nobody else', async () => {
  const form = hidden((await bea.get('/worklist/away')).html, 'form');
  await bea.post(`${link}/claim`, { form, do: 'give-back' });
  expect(await shown(ann)).toContain('You have claimed this step');
  expect((await posts(ann, 'give-back')).status).toBe(303);
  expect(await shown(bea)).toContain('Nobody has claimed this step');
});

test('a coordinator takes it over, and says why', async () => {
  // What is asked of physicians and nobody has claimed is none of a coordinator's.
  expect(await shown(coordinator)).not.toContain('claimed');
  await posts(bea, 'claim');
  const timeline = (await coordinator.get(`/worklist/journeys/${bench.journeyId}?lang=en`)).html;
  expect(timeline).toContain('Take it over: ');
  const form = { form: hidden(timeline, 'form'), journey: hidden(timeline, 'journey'), step: hidden(timeline, 'step') };
  const own = (await coordinator.post('/worklist/steps', form)).headers.get('location') ?? '';
  expect((await coordinator.get(own)).html).toContain('Why you take it over');
  await posts(coordinator, 'take-over');
  expect(await shown(bea)).toContain('You have claimed this step');
  await posts(coordinator, 'take-over', { reason: 'she was called away' });
  expect(await shown(bea)).toContain('coordinator has claimed this step');
  await posts(coordinator, 'give-back');
});

test('nobody claims who is not asked, is not signed in, or was sent from elsewhere', async () => {
  const stranger = await visitor(bench).post(`${link}/claim`, { do: 'claim' });
  expect(stranger.headers.get('location')).toContain('/sign-in?');
  const form = hidden((await nurse.get('/worklist/away')).html, 'form');
  expect((await nurse.post(`${link}/claim`, { form, do: 'claim' })).status).toBe(404);
  expect((await ann.post(`${link}/claim`, { form, do: 'claim' })).status).toBe(403);
  const own = hidden((await ann.get('/worklist/away')).html, 'form');
  const elsewhere = { 'sec-fetch-site': 'cross-site' };
  expect((await ann.post(`${link}/claim`, { form: own, do: 'claim' }, elsewhere)).status).toBe(403);
  expect(await shown(ann)).toContain('Nobody has claimed this step');
});

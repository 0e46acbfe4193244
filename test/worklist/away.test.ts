import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedStaff, staffRegisterOf } from '../../local/scenario/place.ts';
import { EXAMPLE_PIN, exampleStaff } from '../../local/scenario/staff.ts';
import { formFor, pairsOf } from '../pages/support/controls.ts';
import { type Bench, links, open, post, startBench } from '../sign-off/bench.ts';
import { hidden, type Visitor, visitor } from './visitor.ts';

let bench: Bench;
let ann: Visitor;
let bea: Visitor;
const UNTIL = '2027-02-01T08:00';

beforeAll(async () => {
  bench = await startBench();
  const named = (id: string) => exampleStaff.filter((one) => one.id === 'coordinator').map((one) => ({ ...one, id }));
  await seedStaff(
    bench.stack,
    named('bea').map((one) => ({ ...one, mail: 'bea@hospital.example' })),
  );
  [ann, bea] = [visitor(bench), visitor(bench)];
  await ann.signIn('coordinator');
  await bea.signIn('bea');
});
afterAll(() => bench?.stop());

const formOf = async (who: Visitor): Promise<string> => hidden((await who.get('/worklist/away')).html, 'form');
const calendarOf = async (id: string) => (await staffRegisterOf(bench.stack).find(id))?.calendar;

async function handsOver(typed: Readonly<Record<string, string>> = {}) {
  const form = await formOf(ann);
  const usual = { form, role: 'coordinator', to: 'bea', until: UNTIL, reason: 'on holiday', pin: EXAMPLE_PIN };
  return ann.post('/worklist/delegations?lang=en', { ...usual, ...typed });
}

test('the page offers colleagues who may stand in, and says what stands', async () => {
  const { html, status } = await ann.get('/worklist/away?lang=en');
  expect(status).toBe(200);
  expect(html).toContain('value="bea"');
  expect(html).not.toContain('value="nurse"');
});

test.each([
  [{ pin: '000000' }, 401, 'The PIN is wrong'],
  [{ form: 'x' }, 403, 'did not come from a page'],
  [{ to: 'nurse' }, 403, 'holds no role that may stand in'],
  [{ role: 'physician' }, 403, 'a role that is your own'],
  [{ until: '2027-01-02T08:00' }, 422, 'has to lie after the start'],
  [{ until: 'soon' }, 422, 'date and time in full'],
  [{ journey: 'AAAAAAAAA' }, 422, 'no code of a journey'],
  [{ journey: 'AAAAAAAAA', steps: 'Register the referral' }, 422, 'either one journey or some steps'],
  [{ steps: 'Check certificate' }, 422, 'steps of that role only'],
] as const)('%j is not handed over', async (typed, status, why) => {
  const answer = await handsOver(typed);
  expect(answer.status).toBe(status);
  expect(answer.html).toContain(why);
  expect(answer.html).not.toContain(EXAMPLE_PIN);
  expect((await calendarOf('bea'))?.delegations ?? []).toEqual([]);
});

test('steps are handed over with the PIN; the deputy signs in that place, and either ends it', async () => {
  expect((await handsOver()).status).toBe(303);
  expect((await calendarOf('bea'))?.delegations).toMatchObject([{ by: 'coordinator', madeBy: 'coordinator' }]);
  const { html } = await bea.get('/worklist?lang=en');
  expect(html).toContain('handed over to you by coordinator');

  const form = { form: hidden(html, 'form'), journey: hidden(html, 'journey'), step: hidden(html, 'step') };
  const link = (await bea.post('/worklist/steps', form)).headers.get('location') ?? '';
  const page = (await bea.get(link)).html;
  expect(page).toContain('on behalf of coordinator (handed over to you until');
  // Whoever else follows the link is offered nothing of it.
  expect((await visitor(bench).get(link)).html).not.toContain('on behalf of coordinator');
  const filled = new Map(pairsOf(formFor(page, 'registered')));
  const typed = {
    'evidence.referralReference': 'REF-1',
    'evidence.diagnosisCode': 'C83.3',
    'evidence.identityChecked': 'true',
    'evidence.carerNamed': 'true',
  };
  const signing = { ...Object.fromEntries(filled), ...typed, signer: 'bea', pin: EXAMPLE_PIN };
  const wrong = await bea.post(link, { ...signing, onBehalfOf: 'physician' });
  expect(wrong.html).toContain('not handed over to you by that person now');
  const signed = await bea.post(link, { ...signing, onBehalfOf: 'coordinator' });
  expect(signed.status, signed.html).toBe(200);

  const timeline = await bea.get(`/worklist/journeys/${bench.journeyId}?lang=en`);
  expect(timeline.html).toContain('bea on behalf of coordinator');
  expect((await bea.get(link)).html).toContain('signed by bea on behalf of coordinator');

  const away = (await bea.get('/worklist/away?lang=en')).html;
  const id = hidden(away, 'id');
  expect((await bea.post('/worklist/delegations/end', { form: hidden(away, 'form'), id })).status).toBe(303);
  expect((await calendarOf('coordinator'))?.delegations[0]?.ended).toMatchObject({ by: 'bea' });
});

test('the next step is told to the others while somebody is away, until they are back', async () => {
  const form = await formOf(ann);
  const said = await ann.post('/worklist/absences', { form, until: UNTIL, pin: EXAMPLE_PIN });
  expect(said.status).toBe(303);
  expect((await ann.get('/worklist/away?lang=en')).html).toContain('until Mon 1 Feb 2027');
  const id = (await calendarOf('coordinator'))?.absences[0]?.id ?? '';
  expect((await ann.post('/worklist/absences/end', { form: await formOf(ann), id })).status).toBe(303);
  expect((await ann.post('/worklist/absences/end', { form: await formOf(ann), id })).status).toBe(404);
});

test('a step that was given to somebody in person is signed by the others of the role while they are away', async () => {
  const link = await bench.linkTo('Book the slots');
  const ref = { phase: 'Collection', round: 1, step: 'Book the slots' };
  await bench.world.request(`/ops/journeys/${bench.journeyId}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ command: 'reassign', reason: 'knows the patient', by: 'ops', args: { ...ref, to: 'bea' } }),
  });
  const newest = async () => (await links(bench)).at(-1) ?? link;
  const stops = async () => {
    const { html } = await open(bench, await newest());
    const typed = { signer: 'coordinator', pin: EXAMPLE_PIN, 'evidence.explanation': 'The patient decided otherwise.' };
    return post(bench, await newest(), html, 'stopped', typed);
  };
  const mailed = async () => {
    await bench.world.settle();
    return (await bench.world.mails(0)).at(-1)?.to;
  };
  expect(await mailed()).toEqual(['bea@hospital.example']);
  expect((await stops()).html).toContain('passed on to another person');
  const said = await bea.signIn('bea').then(async () => {
    const away = { form: await formOf(bea), until: '2027-03-01T08:00', pin: EXAMPLE_PIN };
    return bea.post('/worklist/absences', away);
  });
  expect(said.status).toBe(303);
  expect((await stops()).status).toBe(200);
});

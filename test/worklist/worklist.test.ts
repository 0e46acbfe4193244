import { ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { seedStaff } from '../../local/scenario/place.ts';
import { staffAt } from '../../local/scenario/staff.ts';
import { type Bench, startBench } from '../sign-off/bench.ts';
import { aChange } from '../support/cases.ts';
import { orderJourney } from '../support/stage-order.ts';
import { FROM_OUR_PAGES, hidden, type Visitor, visitor } from './visitor.ts';

let bench: Bench;
let coordinator: Visitor;
let otherSite: Visitor;
let withoutPart: Visitor;

const logged: unknown[][] = [];

beforeAll(async () => {
  for (const level of ['info', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...line) => void logged.push(line));
  }
  bench = await startBench();
  await seedStaff(bench.stack, staffAt('other-site'));
  await bench.world.settle();
  [coordinator, otherSite, withoutPart] = [visitor(bench), visitor(bench), visitor(bench)];
  expect((await coordinator.signIn('coordinator')).headers.get('location')).toBe('/worklist?lang=en');
  await otherSite.signIn('coordinator.other-site');
  await withoutPart.signIn('registry');
});
afterAll(() => bench?.stop());

async function items(entity: string) {
  const { dynamodb } = bench.stack.clientsFor();
  const tables = bench.stack.model.tables.map(({ name }) => dynamodb.send(new ScanCommand({ TableName: name })));
  const all = (await Promise.all(tables)).flatMap(({ Items = [] }) => Items);
  return all.filter((item) => item.entity?.S === entity);
}

test('the session is a cookie that no script reads and no other site is sent; its token is kept as a hash only', async () => {
  const one = visitor(bench);
  const set = (await one.signIn('qa')).headers.get('set-cookie') ?? '';
  expect(set).toMatch(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  const token = one.cookie().split('=')[1] ?? '';
  expect(JSON.stringify(await items('SESSION'))).not.toContain(token);
});

test('the list names the patient beside the code, and only after sign-in', async () => {
  const { status, html, headers } = await coordinator.get('/worklist?lang=en');
  expect(status).toBe(200);
  expect(html).toContain(bench.journeyId);
  for (const shown of ['Erin Example', '5 Apr 1961', 'MRN-order-1', 'Register the referral'])
    expect(html).toContain(shown);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-security-policy')).not.toMatch(/script|unsafe/);
  const stranger = await visitor(bench).get('/worklist?lang=en');
  expect(stranger.status).toBe(303);
  expect(stranger.headers.get('location')).toBe('/sign-in?lang=en&next=%2Fworklist');
  expect(stranger.html).toBe('');
});

test('a line that an earlier release wrote is made anew from its log', async () => {
  const { dynamodb } = bench.stack.clientsFor();
  const journeys = bench.stack.model.tables.find(({ logicalId }) => logicalId === 'Journeys')?.name;
  await dynamodb.send(
    new UpdateItemCommand({
      TableName: journeys,
      Key: { pk: { S: `JOURNEY#${bench.journeyId}` }, sk: { S: 'HEAD' } },
      UpdateExpression: 'REMOVE summary.#parts, summary.#open, summary.patient, summary.#dates',
      ExpressionAttributeNames: { '#parts': 'parts', '#open': 'open', '#dates': 'dates' },
    }),
  );
  const { html } = await coordinator.get('/worklist?lang=en');
  for (const shown of ['Erin Example', 'Register the referral']) expect(html).toContain(shown);
  expect((await withoutPart.get('/worklist?lang=en')).html).not.toContain(bench.journeyId);
});

test('a step is opened by a form of the list, its page shows the patient, and a forwarded link does not', async () => {
  const { html } = await coordinator.get('/worklist?lang=en');
  const form = { form: hidden(html, 'form'), journey: hidden(html, 'journey'), step: hidden(html, 'step') };
  const opened = await coordinator.post('/worklist/steps?lang=en', form);
  expect(opened.status).toBe(303);
  const link = opened.headers.get('location') ?? '';
  expect(link).toMatch(/^\/sign-offs\/[\w-]{43}\?lang=en$/);
  const own = await coordinator.get(link);
  expect(own.html).toContain('Register the referral');
  expect(own.html).toContain('Erin Example');
  for (const other of [visitor(bench), otherSite, withoutPart]) {
    const page = await other.get(link);
    expect(page.html).toContain('Register the referral');
    expect(page.html).not.toMatch(/Erin|1961|MRN-|<form|contentHash/);
  }
});

test('whoever is of another site, or has no part in the care, sees nothing of it on any route', async () => {
  const { html } = await coordinator.get('/worklist?lang=en');
  const wanted = { journey: hidden(html, 'journey'), step: hidden(html, 'step') };
  for (const other of [otherSite, withoutPart]) {
    const list = await other.get('/worklist?lang=en');
    const pages = [
      list,
      await other.get('/board?lang=en'),
      await other.get(`/worklist/journeys/${bench.journeyId}?lang=en`),
      await other.post('/worklist/steps?lang=en', { ...wanted, form: hidden(list.html, 'form') }),
    ];
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 404, 404]);
    for (const page of pages) expect(page.html).not.toMatch(new RegExp(`${bench.journeyId}|Erin|1961|MRN-`));
  }
});

test('a form without the token of its session, or from elsewhere, does nothing', async () => {
  const { html } = await coordinator.get('/worklist?lang=en');
  const form = { form: hidden(html, 'form'), journey: hidden(html, 'journey'), step: hidden(html, 'step') };
  const links = (await items('LINK')).length;
  const foreign = hidden((await otherSite.get('/worklist')).html, 'form');
  const tried = [
    coordinator.post('/worklist/steps', { ...form, form: '' }),
    coordinator.post('/worklist/steps', { ...form, form: foreign }),
    coordinator.post('/worklist/steps', form, { 'sec-fetch-site': 'cross-site' }),
    coordinator.post('/worklist/steps', form, { 'sec-fetch-site': 'same-site' }),
    coordinator.post('/worklist/steps', form, { origin: 'https://elsewhere.example' }),
    coordinator.post('/worklist/steps', form, {}),
    coordinator.post('/sign-out', { form: foreign }),
  ];
  for (const answer of await Promise.all(tried)) expect(answer.status).toBe(403);
  expect((await items('LINK')).length).toBe(links);
  expect((await coordinator.post('/worklist/steps', form, { origin: bench.stack.url })).status).toBe(303);
});

test('the timeline says what happened, who holds it and what comes', async () => {
  const { status, html } = await coordinator.get(`/worklist/journeys/${bench.journeyId}?lang=en`);
  expect(status).toBe(200);
  for (const shown of ['Erin Example', 'Order begins', 'Register the referral', 'Held by Coordinator']) {
    expect(html).toContain(shown);
  }
});

test('the board has a column for each phase, and similar names are flagged on both', async () => {
  await orderJourney(bench, { order: 'order-2', change: (body) => body.replace('Erin', 'Erik') });
  const { html } = await coordinator.get('/board?lang=en');
  for (const column of ['Order', 'Collection', 'Manufacturing', 'Receipt', 'Treatment', 'Follow-up', 'Next date']) {
    expect(html).toContain(`<th scope="col">${column}</th>`);
  }
  expect(html.match(/SIMILAR NAME in/g)).toHaveLength(2);
  expect(html).toContain(`SIMILAR NAME in ${bench.journeyId}`);
});

test('every read of a patient is recorded: an opened page each time, the same list once for a session', async () => {
  const reads = async () => (await items('ACCESS')).filter(({ reader }) => reader?.S === 'physician');
  const physician = visitor(bench);
  await physician.signIn('physician');
  for (let times = 0; times < 3; times += 1) await physician.get('/board');
  const lists = await reads();
  expect(new Set(lists.map(({ pk }) => pk?.S)).size).toBe(lists.length);
  for (let times = 0; times < 2; times += 1) await physician.get(`/worklist/journeys/${bench.journeyId}`);
  expect(await reads()).toHaveLength(lists.length + 2);
  expect((await reads()).map(({ reason }) => reason?.S)).toContain(`timeline of journey ${bench.journeyId}`);
});

test('sign-in leads to our own pages only, whatever it is asked for', async () => {
  const link = `/sign-offs/${'a'.repeat(43)}`;
  const one = visitor(bench);
  for (const next of ['/worklist', '/board', link, `/worklist/journeys/${bench.journeyId}`]) {
    expect((await one.signIn('qa', undefined, next)).headers.get('location')).toBe(`${next}?lang=en`);
  }
  const elsewhere = ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', '/worklist/../x'];
  const broken = ['/board\r\nSet-Cookie: a=b', '/sign-offs/short', '/worklist/journeys/AAAAAAAAA', '/ops/journeys', ''];
  const hidden = ['@elsewhere.example', '/@elsewhere.example', '//x', '?next=//elsewhere.example', '/..//x', '%2F%2Fx'];
  for (const next of [...elsewhere, ...broken, ...hidden.map((tail) => `${link}${tail}`)]) {
    expect((await one.signIn('qa', undefined, next)).headers.get('location')).toBe('/worklist?lang=en');
  }
  expect((await visitor(bench).get('/sign-in?next=//elsewhere.example')).html).not.toContain('elsewhere');
});

test('another site signs nobody out, though their cookie is kept back from it', async () => {
  const elsewhere = { 'sec-fetch-site': 'cross-site' };
  const answer = await visitor(bench).post('/sign-out', {}, elsewhere);
  expect(answer.status).toBe(403);
  expect(answer.headers.get('set-cookie')).toBeNull();
});

test('a session never signs, ends at sign-out everywhere, when unused and after eight hours', async () => {
  const one = visitor(bench);
  await one.signIn('coordinator');
  const { html } = await one.get('/worklist?lang=en');
  const form = { form: hidden(html, 'form'), journey: hidden(html, 'journey'), step: hidden(html, 'step') };
  const link = (await one.post('/worklist/steps', form)).headers.get('location') ?? '';
  const shown = (await one.get(link)).html;
  const unsigned = { contentHash: hidden(shown, 'contentHash'), nonce: hidden(shown, 'nonce'), decision: 'registered' };
  expect([401, 422]).toContain((await one.post(link, { ...unsigned, signer: 'coordinator' })).status);

  const stolen = one.cookie();
  expect((await one.post('/sign-out', { form: form.form }, FROM_OUR_PAGES)).headers.get('set-cookie')).toContain(
    'Max-Age=0',
  );
  one.borrow(stolen);
  expect((await one.get('/worklist')).status).toBe(303);

  await one.signIn('coordinator');
  await bench.stack.clock.advance(14 * 60_000);
  expect((await one.get('/worklist')).status).toBe(200);
  await bench.stack.clock.advance(14 * 60_000);
  expect((await one.get('/worklist')).status).toBe(200);
  await bench.stack.clock.advance(16 * 60_000);
  expect((await one.get('/worklist')).status).toBe(303);

  await one.signIn('coordinator');
  for (let times = 0; times < 34; times += 1) {
    await bench.stack.clock.advance(14 * 60_000);
    expect((await one.get('/sign-in')).status).toBe(200);
    expect((await one.get('/worklist')).status).toBe(200);
  }
  await bench.stack.clock.advance(10 * 60_000);
  expect((await one.get('/worklist')).status).toBe(303);
});

test('wrong PINs are refused alike, whoever is named, and lock the id', async () => {
  const one = visitor(bench);
  for (const id of ['nurse', 'nobody-of-that-name', '135791']) {
    const { status, html } = await one.signIn(id, '000000');
    expect(status).toBe(401);
    expect(html).toContain('do not belong together');
    expect(html).not.toContain('135791');
  }
  expect(JSON.stringify(logged)).not.toMatch(/135791|nobody-of-that-name|000000/);
  expect(JSON.stringify(logged)).toContain('\\"signer\\":\\"nurse\\"');
  for (let times = 0; times < 4; times += 1) await one.signIn('nurse', '000000');
  expect((await one.signIn('nurse')).status).toBe(401);
});

test('a case of the site is on the worklist of who is asked, with no patient, and not on the board; its step opens and shows the journeys', async () => {
  const { at, by, why } = { at: await bench.world.now(), by: 'qa', why: 'proposed' };
  const entry = aChange({ proposedBy: 'pharmacist', changes: [{ kind: 'protocol', id: 'kymriah', version: '99' }] });
  await bench.world.keep?.({ register: 'change-controls', id: 'CC-1', entry, at, by, why });
  const id = (await bench.world.openCase?.({ change: 'CC-1', by: 'qa' })) ?? '';
  await bench.world.settle();
  const qa = visitor(bench);
  await qa.signIn('qa');
  const list = await qa.get('/worklist?lang=en');
  for (const shown of [id, 'CC-1', 'Assess the change', 'Change control']) expect(list.html).toContain(shown);
  expect((await qa.get('/board?lang=en')).html).not.toContain(id);
  expect((await qa.get(`/worklist/journeys/${id}?lang=en`)).html).toContain('CC-1');
  const wanted = { journey: id, step: 'ChangeControl.1.Assess the change', form: hidden(list.html, 'form') };
  const link = (await qa.post('/worklist/steps?lang=en', wanted)).headers.get('location') ?? '';
  const { status, html } = await qa.get(link);
  expect(status).toBe(200);
  for (const shown of ['Thaw at 37 °C in the dry device', `${bench.journeyId}: kymriah`]) expect(html).toContain(shown);
  for (const absent of ['Erin Example', 'Report', 'no-product']) expect(html).not.toContain(absent);
});

import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { toKey } from '../../lambdas/adapters/items.ts';
import { staffKey } from '../../lambdas/adapters/table-keys.ts';
import { plus } from '../../lambdas/domain/time.ts';
import { seedStaff } from '../../local/scenario/place.ts';
import { EXAMPLE_PIN, staffAt } from '../../local/scenario/staff.ts';
import { enrolled, passkeysOf } from '../support/stage-passkey.ts';
import { hidden, type Visitor, visitor } from '../worklist/visitor.ts';
import { type Bench, everything, open, signedInReader, startBench } from './bench.ts';

let bench: Bench;
let link: string;
let nobody: Visitor;
let nurse: Visitor;
let otherSite: Visitor;
const logged: unknown[][] = [];

type Json = Readonly<Record<string, unknown>> & { readonly facts: readonly { readonly value: string }[] };

beforeAll(async () => {
  for (const level of ['info', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...line) => void logged.push(line));
  }
  bench = await startBench();
  await seedStaff(bench.stack, staffAt('other-site'));
  link = await bench.linkTo('Confirm eligibility');
  [nobody, nurse, otherSite] = [visitor(bench), visitor(bench), visitor(bench)];
  await nurse.signIn('nurse');
  await otherSite.signIn('physician.other-site');
});
afterAll(() => bench?.stop());

const full = async (): Promise<Json> => (await (await signedInReader(bench, link)).json(link)) as Json;

/** What of a step must stand in no page and no JSON but of those it is asked of. */
async function kept(): Promise<readonly string[]> {
  const { contentHash, nonce, facts } = await full();
  const known = ['Kymriah', 'kymriah', 'university-hospital'];
  const values = facts.map(({ value }) => value).filter((value) => !known.includes(value));
  expect(values.length).toBeGreaterThan(0);
  return [String(contentHash), String(nonce), ...values, 'Erin', 'Example<', 'MRN-', '1961', '<form'];
}

test('before sign-in a link shows what the mail said, and the way to sign in', async () => {
  const { status, html } = await nobody.get(`${link}?lang=en`);
  expect(status).toBe(200);
  const shown = [bench.journeyId, 'Confirm eligibility', 'Physician', 'Asked of', 'Due', 'hreflang="de"'];
  for (const text of shown) expect(html).toContain(text);
  expect(html).toContain(`href="/sign-in?next=${encodeURIComponent(link)}&amp;lang=en"`);
  for (const text of await kept()) expect(html).not.toContain(text);
  expect((await nobody.get(`${link}?lang=de&open=report-death&paper=1`)).html).toContain('Melden Sie sich an');
});

test('JSON without a session holds what it takes to sign, and nothing of the patient', async () => {
  const json = (await nobody.json(link)) as Json;
  const whole = await full();
  expect(Object.keys(whole).filter((key) => !(key in json))).toEqual(['facts']);
  expect(json).toMatchObject({ contentHash: whole.contentHash, role: 'physician', status: 'open', assurance: 'pin' });
  expect(JSON.stringify(json)).not.toMatch(/"(facts|made|values|records?|recordedAt|by|container|against|decided)":/);
  // A session of somebody else opens no more.
  for (const other of [nurse, otherSite]) expect(await other.json(link)).toEqual(json);
});

test('somebody else who signed in is told whose it is, sees nothing of it and signs nothing', async () => {
  const { html } = await open(bench, link);
  const before = await everything(bench);
  for (const [other, name] of [
    [nurse, 'nurse'],
    [otherSite, 'physician.other-site'],
  ] as const) {
    const page = await other.get(`${link}?lang=en`);
    expect(page.status).toBe(200);
    expect(page.html).toContain('This step is asked of somebody else');
    expect(page.html).toContain('This step is asked of: Physician');
    for (const text of await kept()) expect(page.html).not.toContain(text);
    const form = { contentHash: hidden(html, 'contentHash'), nonce: hidden(html, 'nonce'), decision: 'not-eligible' };
    const typed = { ...form, signer: name, pin: EXAMPLE_PIN, 'evidence.explanation': 'typed by somebody' };
    const posted = await other.post(`${link}?lang=en`, typed);
    expect(posted.status).toBe(403);
    expect(posted.html).toContain('Nothing was recorded.');
    expect(posted.html).not.toContain('typed by somebody');
  }
  const journey = (lines: readonly string[]) => lines.filter((line) => line.includes(' JOURNEY#'));
  expect(journey(await everything(bench))).toEqual(journey(before));
  expect(JSON.stringify(logged)).toContain('\\"who\\":\\"another\\",\\"by\\":\\"nurse\\"');
});

test('a form without a session signs nothing, even with the right PIN, and its answer repeats nothing', async () => {
  const { html } = await open(bench, link);
  const form = { contentHash: hidden(html, 'contentHash'), nonce: hidden(html, 'nonce'), decision: 'not-eligible' };
  for (const pin of [EXAMPLE_PIN, '135791']) {
    const typed = { ...form, signer: 'physician', pin, 'evidence.explanation': 'typed by somebody' };
    const posted = await nobody.post(`${link}?lang=de`, typed);
    expect(posted.status).toBe(401);
    expect(posted.html).toContain('Nicht gespeichert');
    for (const text of [...(await kept()), 'typed by somebody', pin]) expect(posted.html).not.toContain(text);
  }
  expect(await nobody.json(link)).toMatchObject({ status: 'open' });
});

test('after sign-in one is led back to the step, and the whole of it is shown', async () => {
  const person = visitor(bench);
  const led = (await person.signIn('physician', undefined, link)).headers.get('location') ?? '';
  expect(led).toBe(`${link}?lang=en`);
  const { html } = await person.get(led);
  expect(html).toContain('name="contentHash"');
  expect(html).toContain('Erin Example');
});

test('a session ends when the PIN is set anew', async () => {
  const person = visitor(bench);
  await person.signIn('physician');
  expect((await person.get(link)).html).toContain('name="contentHash"');
  await setPin('physician', plus(await bench.world.now(), 'PT1S', 'UTC'));
  expect((await person.get(link)).html).not.toContain('name="contentHash"');
  expect((await person.get('/worklist')).status).toBe(303);
  await bench.stack.clock.advance(2_000);
  await person.signIn('physician');
  expect((await person.get(link)).html).toContain('name="contentHash"');
});

test('a session ends when a passkey of its person is revoked', async () => {
  const person = visitor(bench);
  const key = await enrolled(bench, 'physician');
  await person.signIn('physician');
  expect((await person.get(link)).html).toContain('name="contentHash"');
  const at = plus(await bench.world.now(), 'PT1S', 'UTC');
  await passkeysOf(bench).revoke('physician', key.credentialId, { at, by: 'qa', why: 'lost' });
  expect((await person.get(link)).html).not.toContain('name="contentHash"');
  await bench.stack.clock.advance(2_000);
  await person.signIn('physician');
  expect((await person.get(link)).html).toContain('name="contentHash"');
});

/** Notes when a PIN was set, as the register does. */
async function setPin(id: string, at: string): Promise<void> {
  const TableName = bench.stack.model.tables.find(({ logicalId }) => logicalId === 'Identities')?.name;
  await bench.stack.clientsFor().dynamodb.send(
    new UpdateItemCommand({
      TableName,
      Key: toKey(staffKey(id)),
      UpdateExpression: 'SET pinSetAt = :at',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':at': { S: at } },
    }),
  );
}

test('a step that was given to one person says so without naming them', async () => {
  const args = { phase: 'Order', round: 1, step: 'Confirm eligibility', to: 'physician' };
  const command = { command: 'reassign', reason: 'for the test', by: 'tester', args };
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(command) };
  const reply = await bench.world.request(`/ops/journeys/${bench.journeyId}/commands`, init);
  expect(reply).toMatchObject({ status: 202 });
  await bench.world.settle();
  const newest = await bench.linkTo('Confirm eligibility');
  const { html } = await nobody.get(`${newest}?lang=en`);
  expect(html).toContain('Given to one person</dt><dd>p•••');
});

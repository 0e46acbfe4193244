import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXAMPLE_PIN } from '../../local/scenario/staff.ts';
import { CHAIN_OF_IDENTITY, CONTAINERS } from '../../scenarios/usual-answers.ts';
import { type Bench, open, post, startBench } from './bench.ts';

let bench: Bench;
let link: string;

const SIGNED = { signer: 'physician', pin: EXAMPLE_PIN };
/** Local time at the site now: the bench signs everything at once, on its first day. */
const NOW = '2027-01-11T09:00';

const identity = (value: string) => ({
  'evidence.chainOfIdentity.issuer': CHAIN_OF_IDENTITY.issuer,
  'evidence.chainOfIdentity.scheme': CHAIN_OF_IDENTITY.scheme,
  'evidence.chainOfIdentity.value': value,
});

beforeAll(async () => {
  bench = await startBench();
  link = await bench.linkTo('Give the product');
});
afterAll(() => bench?.stop());

async function record(item: string, typed: Readonly<Record<string, string>> = {}) {
  const { html } = await open(bench, link, 'de');
  return post(bench, link, html, `record:${item}`, { ...SIGNED, occurredAt: NOW, ...typed }, 'de');
}

test('the decision waits for the checklist', async () => {
  const { html } = await open(bench, link, 'de');
  const typed = { ...SIGNED, 'evidence.containersGiven': CONTAINERS.join('\r\n') };
  const early = await post(bench, link, html, 'given', typed, 'de');
  expect(early.status).toBe(422);
  expect(early.html).toContain('Bitte dokumentieren Sie zuerst jeden Punkt der Checkliste');
});

test('an item takes its time alone, and reloading the page after it posts nothing again', async () => {
  const recorded = await record('thaw-started');
  expect(recorded.status).toBe(303);
  expect(recorded.headers.get('location')).toBe('?lang=de#checklist-title');
  const { html } = await open(bench, link, 'de');
  expect(html).toContain('1 von 6 dokumentiert');
  expect(html).toContain('Dokumentiert von physician, Mo., 11. Januar 2027, 09:00 Uhr');
  const other = await record('thaw-ended', { 'evidence.chainOfIdentity.value': 'CHA' });
  expect(other.html).toContain('Das Formular konnte nicht gelesen werden');
});

test('the product can no longer be deferred', async () => {
  const { html } = await open(bench, link, 'de');
  const typed = { ...SIGNED, 'evidence.until': '2027-02-01T09:00', 'evidence.explanation': 'Fieber.' };
  const late = await post(bench, link, html, 'defer', typed, 'de');
  expect(late.status).toBe(422);
  expect(late.html).toContain('Der Beginn des Auftauens ist dokumentiert');
});

test('the identity check asks for the chain of identity, as it reads on the product', async () => {
  const missing = await record('identity-checked');
  expect(missing.status).toBe(422);
  expect(missing.html).toContain('<a href="#record-identity-checked-evidence-chainOfIdentity-value">');
  const misread = await record('identity-checked', identity('CH99'));
  expect(misread.html).toContain('liest sich nicht wie gedruckt');
  expect(misread.html).not.toContain('expected');
});

test('another chain of identity than the registered one is never let through', async () => {
  const other = await record('identity-checked', identity('CHA999926000002'));
  expect(other.status).toBe(403);
  expect(other.html).toContain('Halten Sie an und rufen Sie die Qualitätssicherung.');
  expect((await record('identity-checked', identity(CHAIN_OF_IDENTITY.value))).status).toBe(303);
});

test('what each person signed is in the log in words, with each item', async () => {
  const reply = await bench.world.request(`/ops/journeys/${bench.journeyId}/dossier`, { method: 'GET' });
  const { events } = reply.body as { events: { type: string; data: { item?: string; meaning?: string } }[] };
  const signed = events.filter(({ type }) => type === 'checklist.recorded').map(({ data }) => data);
  expect(signed).toMatchObject([
    { item: 'thaw-started', meaning: 'I recorded when thawing of the product started.' },
    {
      item: 'identity-checked',
      meaning: 'I compared the chain of identity on the product with the patient in front of me.',
      values: { chainOfIdentity: CHAIN_OF_IDENTITY },
    },
  ]);
  const decided = events.filter(({ type }) => type === 'step.decided');
  expect(decided.every(({ data }) => data.meaning?.startsWith('I '))).toBe(true);
});

test('the same item again is the same answer; with other evidence it is a conflict', async () => {
  const url = `${bench.stack.url}${link}`;
  const shown = (await (await fetch(url, { headers: { accept: 'application/json' } })).json()) as Record<
    string,
    string
  >;
  const send = async (evidence: unknown) => {
    const { contentHash, nonce } = shown;
    const body = JSON.stringify({ ...SIGNED, contentHash, nonce, decision: 'record', evidence });
    return (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status;
  };
  expect(await send({ item: 'identity-checked', chainOfIdentity: CHAIN_OF_IDENTITY })).toBe(200);
  const { issuer, scheme } = CHAIN_OF_IDENTITY;
  expect(await send({ item: 'identity-checked', chainOfIdentity: { value: 'CHA999926000002', scheme, issuer } })).toBe(
    409,
  );
  expect(await send({ item: 'identity-checked' })).toBe(422);
  expect(await send({ item: 'toString' })).toBe(422);
  expect(await send({})).toBe(422);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXAMPLE_PIN } from '../../local/scenario/staff.ts';
import { type Bench, COURSE, localTime, open, post, signedInReader, startBench } from './bench.ts';

let bench: Bench;
let link: string;
let expiryOnLabel: string;

const { chainOfIdentity } = COURSE.ids;
const batch = COURSE.ids.batch(1);
const [first = '', second = ''] = COURSE.containers;

const identity = (container: string, value: string) => ({
  'evidence.container': container,
  'evidence.batch': batch,
  'evidence.expiryOnLabel': expiryOnLabel,
  'evidence.chainOfIdentity.issuer': chainOfIdentity.issuer,
  'evidence.chainOfIdentity.scheme': chainOfIdentity.scheme,
  'evidence.chainOfIdentity.value': value,
});

beforeAll(async () => {
  bench = await startBench();
  link = await bench.linkTo('Give the product');
  const reply = await bench.world.request(`/ops/journeys/${bench.journeyId}/dossier`, { method: 'GET' });
  const { events } = reply.body as { events: { data: { evidence?: { expiresOn?: string } } }[] };
  expiryOnLabel = events.map(({ data }) => data.evidence?.expiresOn ?? '').find((day) => day !== '') ?? '';
}, 180_000); // twenty-seven steps are signed on the way there
afterAll(() => bench?.stop());

/** Opens a line of the checklist and signs it now. */
async function record(line: string, signer: string, typed: Readonly<Record<string, string>> = {}) {
  const { html } = await open(bench, link, 'de', `record-${line}`);
  const signed = { signer, pin: EXAMPLE_PIN, occurredAt: await localTime(bench), ...typed };
  return post(bench, link, html, `record:${line}`, signed, 'de');
}

const json = async () =>
  (await (await signedInReader(bench, link)).json(link)) as {
    contentHash: string;
    nonce: string;
    facts: { label: string; value: string }[];
    checklist: { item: string; container?: string; entry: string | null; recordedAt: string | null }[];
    reports: { report: string; schema: { properties: object } }[];
  };

test('the decision waits for the checklist', async () => {
  const { html } = await open(bench, link, 'de');
  const typed = {
    signer: 'physician',
    pin: EXAMPLE_PIN,
    'evidence.containersGiven': COURSE.containers.join('\r\n'),
    'evidence.residueDisposal': 'GMO 1',
  };
  const early = await post(bench, link, html, 'given', typed, 'de');
  expect(early.status).toBe(422);
  expect(early.html).toContain('Bitte dokumentieren Sie zuerst jeden Punkt der Checkliste');
});

test('the identity check asks for what reads on the product, and takes only the container of its line', async () => {
  const missing = await record('identity-checked-before-thaw-1', 'cell-lab');
  expect(missing.status).toBe(422);
  expect(missing.html).toContain('<a href="#record-identity-checked-before-thaw-1-evidence-container">');
  const misread = await record('identity-checked-before-thaw-1', 'cell-lab', identity(first, 'CH99'));
  expect(misread.html).toContain('liest sich nicht wie gedruckt');
  expect(misread.html).not.toContain('expected');
  const other = await record('identity-checked-before-thaw-1', 'cell-lab', identity(second, chainOfIdentity.value));
  expect(other.status).toBe(422);
  expect(other.html).toContain('ist ein anderes Behältnis als das dieser Zeile');
});

test('another chain of identity than the registered one is never let through', async () => {
  const other = await record('identity-checked-before-thaw-1', 'cell-lab', identity(first, 'CHA999926000002'));
  expect(other.status).toBe(403);
  expect(other.html).toContain('Halten Sie an und rufen Sie die Qualitätssicherung.');
});

test('two people check: the first is named to the second, cannot be the second, and shows nothing of what was read', async () => {
  const right = identity(first, chainOfIdentity.value);
  expect((await record('identity-checked-before-thaw-1', 'cell-lab', right)).status).toBe(303);
  const { html } = await open(bench, link, 'de');
  expect(html).toContain('Zuerst dokumentiert von cell-lab. Hier unterzeichnet eine andere Person');
  expect(html).not.toContain(chainOfIdentity.value);
  expect(html).not.toContain(batch);
  expect(html).toContain(`value="${chainOfIdentity.issuer}"`);
  const same = await record('identity-checked-before-thaw-second-1', 'cell-lab', right);
  expect(same.status).toBe(403);
  expect(same.html).toContain('Hier muss eine andere Person unterzeichnen');
  const nurse = await record('identity-checked-before-thaw-second-1', 'nurse', right);
  expect(nurse.html).toContain('Mit Ihrer Rolle dürfen Sie diesen Schritt nicht unterzeichnen');
  expect((await record('identity-checked-before-thaw-second-1', 'pharmacist', right)).status).toBe(303);
});

test('an event takes its time alone, leads back to its container, and reloading posts nothing again', async () => {
  const recorded = await record('thaw-started-1', 'cell-lab');
  expect(recorded.status).toBe(303);
  expect(recorded.headers.get('location')).toBe(`?lang=de#container-${first}`);
  const { html } = await open(bench, link, 'de');
  expect(html).toMatch(/3 von \d+ dokumentiert/);
  expect(html).toContain('Auftauen begonnen');
  expect(html).toContain('Dokumentiert von cell-lab, ');
  const extra = await record('thaw-ended-1', 'cell-lab', { 'evidence.chainOfIdentity.value': 'CHA' });
  expect(extra.html).toContain('Das Formular konnte nicht gelesen werden');
});

test('the product can no longer be deferred', async () => {
  const { html } = await open(bench, link, 'de');
  const typed = {
    signer: 'physician',
    pin: EXAMPLE_PIN,
    'evidence.until': '2027-05-01T09:00',
    'evidence.explanation': 'Fieber.',
  };
  const late = await post(bench, link, html, 'defer', typed, 'de');
  expect(late.status).toBe(422);
  expect(late.html).toContain('Der Beginn des Auftauens ist dokumentiert');
});

test('what nobody prescribed can be recorded, and is then marked on the page', async () => {
  expect((await record('thaw-started-other', 'cell-lab', { 'evidence.container': 'BAG-9' })).status).toBe(303);
  const { html } = await open(bench, link, 'de');
  expect(html).toContain('Behältnis BAG-9');
  expect(html).toContain('Dieses Behältnis ist nicht verordnet');
});

test('after a flag a thaw is said to be a deviation before it is signed, and opens it when it is', async () => {
  const { html } = await open(bench, link, 'de', 'report-flags-raised');
  const typed = {
    signer: 'nurse',
    pin: EXAMPLE_PIN,
    'evidence.flags': 'do-not-thaw',
    'evidence.explanation': 'Fieber seit einer Stunde',
  };
  const reported = await post(bench, link, html, 'report:flags-raised', typed, 'de');
  expect(reported.status).toBe(303);
  expect(reported.headers.get('location')).toBe('?lang=de#reports-title');
  const after = await open(bench, link, 'de', 'record-thaw-started-2');
  expect(after.html).toContain('Bisher gemeldet');
  expect(after.html).toContain('Gesetzte Sperrvermerke</dt><dd>Nicht auftauen');
  expect(after.html).toContain('Der Sperrvermerk „Nicht auftauen“ ist gesetzt');
  expect((await record('thaw-started-2', 'cell-lab')).status).toBe(303);
  const reply = await bench.world.request(`/ops/journeys/${bench.journeyId}/dossier`, { method: 'GET' });
  const { events } = reply.body as { events: { type: string; data: { kind?: string } }[] };
  const kinds = events.filter(({ type }) => type === 'deviation.opened').map(({ data }) => data.kind);
  expect(kinds).toContain('against-not-flagged-do-not-thaw');
});

test('what each person signed is in the log in words, with each item', async () => {
  const reply = await bench.world.request(`/ops/journeys/${bench.journeyId}/dossier`, { method: 'GET' });
  const { events } = reply.body as { events: { type: string; data: { item?: string; meaning?: string } }[] };
  const signed = events.filter(({ type, data }) => type === 'checklist.recorded' && data.item?.includes('thaw'));
  expect(signed.map(({ data }) => data).slice(0, 3)).toMatchObject([
    { item: 'identity-checked-before-thaw', values: { container: first, chainOfIdentity, batch, expiryOnLabel } },
    { item: 'identity-checked-before-thaw-second', meaning: expect.stringContaining('I am the second person') },
    { item: 'thaw-started', meaning: 'I recorded when thawing of this container started.' },
  ]);
  const decided = events.filter(({ type }) => type === 'step.decided');
  expect(decided.every(({ data }) => data.meaning?.startsWith('I '))).toBe(true);
});

test('programs read a line for each container, with the key of its entry, and every report with its schema', async () => {
  const { facts, checklist, reports } = await json();
  const labels = facts.map(({ label }) => label);
  expect(facts).toContainEqual({ label: 'goReopened', value: 'flag' });
  expect(labels).toEqual(expect.arrayContaining(['flagsRaised', 'windowFrom', 'windowUntil', 'plannedDayZero']));
  expect(labels).not.toContain('chainOfIdentity');
  expect(labels).not.toContain('batch');
  expect(checklist.find(({ item, container }) => item === 'thaw-started' && container === first)).toMatchObject({
    entry: `thaw-started#${first}`,
    recordedAt: expect.stringMatching(/Z$/),
    by: 'cell-lab',
    values: { container: first },
    roles: ['cell-lab', 'pharmacist'],
  });
  expect(checklist.find(({ item }) => item === 'infusion-ended')).toMatchObject({ entry: null, recordedAt: null });
  expect(checklist.find(({ item }) => item === 'identity-checked-before-thaw-second')).toMatchObject({
    secondTo: { item: 'identity-checked-before-thaw', by: 'cell-lab' },
  });
  expect(checklist.find(({ item }) => item === 'reaction')).toMatchObject({ entry: null, entries: [] });
  expect(reports.map(({ report }) => report)).toContain('death');
  expect(reports[0]?.schema.properties).toHaveProperty('leg');
});

test('a way past a gate offers no gate that it cannot pass here', async () => {
  const { html } = await open(bench, link, 'en', 'report-emergency-continuation');
  const offered = [...html.matchAll(/name="evidence\.gate" value="([^"]*)"/g)].map(([, gate]) => gate);
  expect(offered).toEqual(['competent']);
});

test('the same item again is the same answer; with other evidence it is a conflict', async () => {
  const { contentHash, nonce } = await json();
  const item = 'identity-checked-before-thaw';
  const send = async (evidence: unknown) => {
    const signed = { signer: 'cell-lab', pin: EXAMPLE_PIN, contentHash, nonce, decision: 'record', evidence };
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(signed) };
    return (await fetch(`${bench.stack.url}${link}`, init)).status;
  };
  expect(await send({ item, container: first, chainOfIdentity, batch, expiryOnLabel })).toBe(200);
  const { issuer, scheme } = chainOfIdentity;
  expect(
    await send({
      item,
      container: first,
      batch,
      expiryOnLabel,
      chainOfIdentity: { value: 'CHA999926000002', scheme, issuer },
    }),
  ).toBe(409);
  expect(await send({ item, container: first })).toBe(422);
  expect(await send({ item: 'toString' })).toBe(422);
  expect(await send({})).toBe(422);
});

import { createHash } from 'node:crypto';
import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MOST_BYTES } from '../../lambdas/domain/attachments/attachment.ts';
import { EXAMPLE_PIN } from '../../local/scenario/staff.ts';
import { type Bench, open, post, signedInReader, startBench } from '../sign-off/bench.ts';
import { FROM_OUR_PAGES, type Visitor, visitor } from '../worklist/visitor.ts';

let bench: Bench;
let link: string;
let reader: Visitor;

beforeAll(async () => {
  bench = await startBench();
  link = await bench.linkTo('Register the referral');
  reader = await signedInReader(bench, link);
});
afterAll(() => bench?.stop());

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const PDF = Buffer.from([...Buffer.from('%PDF-1.7\n'), 0xe2, 0xe3, 0xcf, 0xd3, 0x00, 0xff]);
const CSV = Buffer.from('time;°C\n08:00;-152,1\n');

async function send(file: Uint8Array, who: Visitor = reader, headers: Record<string, string> = {}) {
  const response = await fetch(`${bench.stack.url}${link}/attachments`, {
    method: 'POST',
    headers: {
      cookie: who.cookie(),
      'content-type': 'application/octet-stream',
      'x-content-sha256': sha256Of(file),
      ...FROM_OUR_PAGES,
      ...headers,
    },
    body: Buffer.from(file),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? (JSON.parse(text) as unknown) : text };
}

const excursion = (file: Uint8Array, html: string) =>
  post(bench, link, html, 'report:excursion', {
    signer: 'coordinator',
    pin: EXAMPLE_PIN,
    'evidence.leg': 'inbound',
    'evidence.explanation': 'the logger shows a rise',
    'evidence.loggerAttachment.sha256': sha256Of(file),
    'evidence.loggerAttachment.mediaType': 'text/csv',
    'evidence.loggerAttachment.size': String(file.length),
  });

test('a file is taken from somebody the step is asked of, from our page, and from nobody else', async () => {
  expect(await send(CSV, visitor(bench))).toMatchObject({ status: 401, body: { detail: { problem: 'signed-out' } } });
  expect(await send(CSV, reader, { 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 401 });
  const nurse = visitor(bench);
  await nurse.signIn('nurse');
  expect(await send(CSV, nurse)).toMatchObject({ status: 401 });
});

test('it is taken by what stands in it: of a kind that is read, not too large, with the checksum that the browser computed', async () => {
  expect(await send(Buffer.from('MZ\x90\x00\x03'))).toMatchObject({
    status: 422,
    body: { detail: { problem: 'wrong-type' } },
  });
  expect(await send(Buffer.alloc(MOST_BYTES + 1, 'a'))).toMatchObject({ status: 413 });
  expect(await send(CSV, reader, { 'x-content-sha256': sha256Of(PDF) })).toMatchObject({
    status: 422,
    body: { detail: { problem: 'failed' } },
  });
  expect(await send(Buffer.alloc(MOST_BYTES, 'a'))).toMatchObject({
    status: 201,
    body: { mediaType: 'text/csv', size: MOST_BYTES },
  });
});

test('evidence that names a file which is not stored is refused with what to do, on the page and to programs', async () => {
  const { html } = await open(bench, link, 'en', 'report-excursion');
  const refused = await excursion(CSV, html);
  expect(refused.status).toBe(422);
  expect(refused.html).toContain(
    'Download of the logger: is not stored here with this checksum: attach the file again',
  );
  expect(refused.html).toContain(`value="${sha256Of(CSV)}"`);
});

test('a stored file is evidence once it is signed for, and whoever may see the journey can save it', async () => {
  expect(await send(PDF)).toEqual({
    status: 201,
    body: { sha256: sha256Of(PDF), mediaType: 'application/pdf', size: PDF.length },
  });
  expect((await send(CSV)).status).toBe(201);
  expect((await send(CSV)).status).toBe(201);
  const { html } = await open(bench, link, 'en', 'report-excursion');
  expect((await excursion(CSV, html)).status).toBe(303);
  const path = `/worklist/journeys/${bench.journeyId}/attachments/${sha256Of(CSV)}`;
  const timeline = await reader.get(`/worklist/journeys/${bench.journeyId}?lang=en`);
  expect(timeline.html).toContain(`href="${path}"`);
  expect((await open(bench, link)).html).toContain(`href="${path}"`);

  const given = await reader.get(path);
  expect(given.status).toBe(200);
  expect(given.html).toBe(CSV.toString());
  expect(Object.fromEntries(given.headers)).toMatchObject({
    'content-type': 'text/csv',
    'content-disposition': `attachment; filename="${bench.journeyId}-${sha256Of(CSV).slice(0, 12)}.csv"`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  expect(await accessReasons()).toContain(`file ${sha256Of(CSV)} of journey ${bench.journeyId}`);
});

test('bytes come back as they were sent', async () => {
  const path = `/worklist/journeys/${bench.journeyId}/attachments/${sha256Of(PDF)}`;
  const response = await fetch(`${bench.stack.url}${path}`, { headers: { cookie: reader.cookie() } });
  expect(Buffer.from(await response.arrayBuffer()).toString('hex')).toBe(PDF.toString('hex'));
});

test('nobody else learns whether a file is there', async () => {
  const path = `/worklist/journeys/${bench.journeyId}/attachments/${sha256Of(CSV)}`;
  const away = await visitor(bench).get(path);
  expect([away.status, away.headers.get('location')]).toEqual([
    303,
    expect.stringMatching(/^\/sign-in\?lang=[a-z]+&next=%2Fworklist%2Fjourneys%2F/),
  ]);
  const nurse = visitor(bench);
  await nurse.signIn('nurse');
  const [known, unknown] = [await nurse.get(path), await nurse.get(path.replace(/.{64}$/, '0'.repeat(64)))];
  expect([known.status, unknown.status]).toEqual([404, 404]);
  expect(known.html).toBe(unknown.html);
});

test('a scan of the paper is attached the same way', async () => {
  const { html } = await open(bench, link, 'en&paper=1');
  const typed = {
    signer: 'coordinator',
    pin: EXAMPLE_PIN,
    'evidence.referralReference': 'letter 1',
    'evidence.diagnosisCode': 'C91.0',
    'evidence.identityChecked': 'true',
    'evidence.carerNamed': 'true',
    'paper.doneBy': 'coordinator',
    'paper.reference': 'downtime folder 3',
    'paper.scan.mediaType': 'application/pdf',
    'paper.scan.size': String(PDF.length),
    occurredAt: '2027-01-11T08:30',
  };
  const lost = await post(
    bench,
    link,
    html,
    'registered',
    { ...typed, 'paper.scan.sha256': '0'.repeat(64) },
    'en&paper=1',
  );
  expect(lost.status).toBe(422);
  expect(lost.html).toContain('Scan of the paper: is not stored here with this checksum');
  const other = { ...typed, 'paper.scan.sha256': sha256Of(PDF), 'paper.sha256': '0'.repeat(64) };
  const contradictory = await post(bench, link, html, 'registered', other, 'en&paper=1');
  expect(contradictory.status).toBe(422);
  expect(contradictory.html).toContain('SHA-256 of the scan: is not that of the scan attached');
  const kept = await post(
    bench,
    link,
    html,
    'registered',
    { ...typed, 'paper.scan.sha256': sha256Of(PDF) },
    'en&paper=1',
  );
  expect(kept.status).toBe(200);
});

/** Why the patient of the journey was read, of all records. */
async function accessReasons(): Promise<readonly (string | undefined)[]> {
  const { dynamodb } = bench.stack.clientsFor();
  const [journeys = '', identities = ''] = ['Journeys', 'Identities'].map(
    (wanted) => bench.stack.model.tables.find(({ logicalId }) => logicalId === wanted)?.name,
  );
  const { Item } = await dynamodb.send(
    new GetItemCommand({
      TableName: journeys,
      Key: { pk: { S: `JOURNEY#${bench.journeyId}` }, sk: { S: 'EVENT#00000001' } },
    }),
  );
  const patient = /"patient":"([^"]+)"/.exec(JSON.stringify(Item).replaceAll('\\', ''))?.[1];
  const { Items = [] } = await dynamodb.send(
    new QueryCommand({
      TableName: identities,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: `PATIENT#${patient}` } },
    }),
  );
  return Items.map(({ reason }) => reason?.S);
}

import { afterAll, beforeAll, expect, test } from 'vitest';
import { signatureVerifiers } from '../../lambdas/adapters/signature-verifiers.ts';
import { verifyWholeDossier } from '../../lambdas/domain/audit/verify-passkeys.ts';
import type { SigningIntent } from '../../lambdas/domain/sign-off/signing-intent.ts';
import { momentAt } from '../../local/scenario/moment.ts';
import { staffRegisterOf } from '../../local/scenario/place.ts';
import { EXAMPLE_PIN, exampleStaff } from '../../local/scenario/staff.ts';
import { orderEvidence } from '../../scenarios/usual-evidence.ts';
import { formFor, pairsOf } from '../pages/support/controls.ts';
import { enrolled, postJson, signedBy } from '../support/stage-passkey.ts';
import { visitor } from '../worklist/visitor.ts';
import { type Bench, COURSE, everything, localTime, open, signedInReader, startBench, ZONE } from './bench.ts';

let bench: Bench;
let link: string;

beforeAll(async () => {
  bench = await startBench();
  link = await bench.linkTo('Register the referral');
});
afterAll(() => bench?.stop());

const form = (html: string) => new Map(pairsOf(formFor(html, 'registered')));

/** Posts the form of the page with what is typed, as this person signed in. */
async function send(who: string, typed: Readonly<Record<string, string>>) {
  const reader = visitor(bench);
  await reader.signIn(who);
  const { html } = await reader.get(`${link}?lang=en`);
  return reader.post(`${link}?lang=en`, { ...Object.fromEntries(form(html)), ...typed });
}

test('what is filled in is saved without being signed, half done as it is, and is there for who goes on', async () => {
  const saved = await send('on-call', {
    'evidence.referralReference': 'letter 1',
    'evidence.identityChecked': 'true',
    save: '1',
  });
  expect(saved.status).toBe(303);
  const { html } = await open(bench, link);
  expect(form(html).get('evidence.referralReference')).toBe('letter 1');
  expect(formFor(html, 'registered')).toContain('Filled in by on-call');
});

test('nobody confirms for who signs: what is ticked is not saved', async () => {
  const { html } = await open(bench, link);
  expect(form(html).has('evidence.identityChecked')).toBe(false);
});

test('a page that was opened before another saved wipes nothing of theirs, also when it comes back with a problem', async () => {
  const late = visitor(bench);
  await late.signIn('coordinator');
  const shown = Object.fromEntries(form((await late.get(`${link}?lang=en`)).html));
  await send('on-call', { reason: 'by telephone', save: '1' });
  const problem = await late.post(`${link}?lang=en`, { ...shown, reason: '', signer: 'coordinator', pin: '0' });
  expect(problem.status).toBe(422);
  const again = Object.fromEntries(form(problem.html));
  expect((await late.post(`${link}?lang=en`, { ...again, save: '1' })).status).toBe(303);
  const saved = form((await open(bench, link)).html);
  expect([saved.get('reason'), saved.get('evidence.referralReference')]).toEqual(['by telephone', 'letter 1']);
  await send('coordinator', { reason: '', save: '1' });
  expect(form((await open(bench, link)).html).get('reason')).toBe('');
});

test('neither user id nor PIN is saved', async () => {
  await send('coordinator', { signer: 'coordinator', pin: '987654321', save: '1' });
  const { html } = await open(bench, link);
  expect(html).not.toContain('987654321');
  expect(form(html).get('signer')).toBe('');
});

test('a form that is not of this page saves nothing', async () => {
  const before = await everything(bench);
  expect((await send('coordinator', { nonce: 'another', save: '1' })).status).toBe(422);
  expect((await send('coordinator', { decision: 'another', save: '1' })).status).toBe(422);
  const kept = (items: readonly string[]) => items.filter((item) => item.includes('DRAFT#'));
  expect(kept(await everything(bench))).toEqual(kept(before));
});

test('who signs has seen it all, and the record says who had filled in what', async () => {
  const signed = await send('coordinator', {
    signer: 'coordinator',
    pin: EXAMPLE_PIN,
    'evidence.diagnosisCode': 'C91.0',
    'evidence.carerNamed': 'true',
    'evidence.identityChecked': 'true',
  });
  expect(signed.status).toBe(200);
  await bench.world.settle();
  const { html } = await open(bench, link);
  expect(html).toMatch(/Reference of the referral[^<]*: filled in by on-call, [^<]+\d\d:\d\d/);
});

test('a passkey signs who had filled in what, which is told to nobody who is not signed in', async () => {
  link = await bench.linkTo('Confirm eligibility');
  const evidence = orderEvidence.eligible(COURSE)(momentAt(await bench.world.now(), ZONE));
  const local = await localTime(bench, 'PT1H');
  const occurredAt = new Date(Math.floor(Date.parse(await bench.world.now()) / 60_000 - 60) * 60_000).toISOString();
  const helper = visitor(bench);
  await helper.signIn('on-call');
  const page = pairsOf(formFor((await helper.get(`${link}?lang=en`)).html, 'eligible'));
  for (const reference of [String(evidence.decisionReference), 'another']) {
    const typed = { 'evidence.decisionReference': reference, occurredAt: local, save: '1' };
    const saved = { ...Object.fromEntries(page), ...typed };
    expect((await helper.post(`${link}?lang=en`, saved)).status).toBe(303);
    await bench.stack.clock.advance(1000);
  }

  const reader = await signedInReader(bench, link);
  const { html } = await reader.get(`${link}?lang=en`);
  const shown = [...html.matchAll(/data-entered="([^"]+)"/g)].map(([, note]) => note);
  const [changed, ...signed] = shown;
  expect(changed).toMatch(/^evidence\.decisionReference on-call 20/);
  expect(signed).toEqual([
    expect.stringMatching(/^evidence\.decisionReference on-call 20/),
    expect.stringMatching(/^occurredAt on-call 20/),
  ]);

  const json = await fetch(`${bench.stack.url}${link}`, { headers: { accept: 'application/json' } });
  const { contentHash, nonce } = (await json.json()) as Readonly<Record<string, unknown>>;
  const body = { signer: 'physician', contentHash, nonce, decision: 'eligible', evidence, occurredAt };
  const enteredFor = async (cookie: string) => {
    const { intent } = (await postJson(bench, `${link}/intent`, body, { cookie })).body;
    return (intent as SigningIntent).entered.map(({ field, by, at }) => `${field} ${by} ${at}`);
  };
  expect(await enteredFor('')).toEqual([]);
  expect(await enteredFor(reader.cookie())).toEqual(signed);

  const key = await enrolled(bench, 'physician');
  const send = async (signing: object) =>
    postJson(bench, `${link}/passkey`, await signedBy(bench, link, key, body, signing));
  const cookie = reader.cookie();
  // As it was offered before the helper saved: the key is the right one.
  expect(await send({ cookie, change: { entered: [] } })).toMatchObject({ status: 409, body: { code: 'changed' } });
  // Others emptied it and filled it in alike since.
  const earlier = [{ field: 'occurredAt', by: 'nurse', at: occurredAt }];
  expect(await send({ cookie, change: { entered: earlier } })).toMatchObject({
    status: 409,
    body: { code: 'changed' },
  });
  const forged = { ...(await signedBy(bench, link, key, body, { cookie, change: { entered: earlier } })), entered: [] };
  expect(await postJson(bench, `${link}/passkey`, forged)).toMatchObject({ status: 401 });
  expect((await send({ cookie })).status).toBe(200);
  const dossier = await (await fetch(`${bench.stack.url}/ops/journeys/${bench.journeyId}/dossier`)).json();
  const { events } = dossier as {
    events: { data: { entered?: unknown }; release: { version: string; commit: string } }[];
  };
  const event = events.findLast(({ data }) => data.entered !== undefined);
  expect(event?.data.entered).toMatchObject([
    { field: 'evidence.decisionReference', by: 'on-call' },
    { field: 'occurredAt', by: 'on-call' },
  ]);
  const release = event?.release ?? { version: '', commit: '' };
  expect(await verifyWholeDossier(dossier, { release }, signatureVerifiers)).toMatchObject({
    verified: true,
    passkeySignaturesVerified: 1,
  });
});

test('the second person reads identifiers themselves, and nothing is filled in for them by the first', async () => {
  link = await bench.linkTo('Check the order');
  const typed = {
    ...{ 'evidence.chainOfIdentity.value': 'X-1', 'evidence.makerOrderNumber': 'X-2' },
    ...{ 'evidence.wristbandSource': 'identity office', 'evidence.approvalReference': 'X-3' },
    ...{ reason: 'called the maker', save: '1' },
  };
  const save = async (who: string) => {
    const reader = visitor(bench);
    await reader.signIn(who);
    const { html } = await reader.get(`${link}?lang=en`);
    return reader.post(`${link}?lang=en`, { ...Object.fromEntries(pairsOf(formFor(html, 'checked'))), ...typed });
  };
  const physician = exampleStaff.find(({ id }) => id === 'physician');
  if (physician === undefined) throw new Error('Staff: expected a physician');
  const change = { by: 'qa', why: 'opens it also', at: await bench.world.now() };
  await staffRegisterOf(bench.stack).putStaff({ ...physician, deputises: ['pharmacist'] }, change);
  const byFirst = await save('physician');
  expect(byFirst.status).toBe(403);
  expect(byFirst.html).toContain('another person has to sign here');
  expect((await save('on-call')).status).toBe(303);

  const shown = new Map(pairsOf(formFor((await open(bench, link)).html, 'checked')));
  expect(shown.get('reason')).toBe('called the maker');
  for (const read of ['wristbandSource', 'approvalReference', 'makerOrderNumber', 'chainOfIdentity.value'])
    expect([read, shown.get(`evidence.${read}`)]).toEqual([read, '']);

  const reader = await signedInReader(bench, link);
  const { html } = await reader.get(`${link}?lang=en&paper=1`);
  expect(html).not.toContain('called the maker');
});

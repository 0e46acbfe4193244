import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXAMPLE_PIN } from '../../local/scenario/staff.ts';
import { formFor, pairsOf } from '../pages/support/controls.ts';
import { visitor } from '../worklist/visitor.ts';
import { type Bench, everything, open, startBench } from './bench.ts';

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
  });
  expect(signed.status).toBe(200);
  await bench.world.settle();
  const { html } = await open(bench, link);
  expect(html).toContain('Parts of it had been filled in by on-call');
});

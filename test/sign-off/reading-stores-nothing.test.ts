import { afterAll, beforeAll, expect, test } from 'vitest';
import { SCRIPTED_PAGE_HEADERS } from '../../lambdas/pages/parts/document.ts';
import { visitor } from '../worklist/visitor.ts';
import { type Bench, everything, startBench } from './bench.ts';

let bench: Bench;
let link: string;
let before: readonly string[];
let writes: number;

beforeAll(async () => {
  bench = await startBench();
  link = await bench.linkTo('Confirm eligibility');
  before = await everything(bench);
  writes = bench.stack.usage().dynamoWrites;
});
afterAll(() => bench?.stop());

const isUntouched = async () => {
  expect(await everything(bench)).toEqual(before);
  expect(bench.stack.usage().dynamoWrites).toBe(writes);
};

test('a link can be opened as often as mail scanners like: every answer is the same and nothing is stored', async () => {
  const first = await visitor(bench).get(`${link}?lang=en`);
  const second = await visitor(bench).get(`${link}?lang=en`);
  expect(first.status).toBe(200);
  expect(second.html).toBe(first.html);
  for (const [name, value] of Object.entries(SCRIPTED_PAGE_HEADERS)) expect(first.headers.get(name)).toBe(value);
  const json = () => fetch(`${bench.stack.url}${link}`, { headers: { accept: 'application/json' } });
  expect(await (await json()).json()).toEqual(await (await json()).json());
  await isUntouched();
});

test('HEAD, OPTIONS and prefetching change nothing', async () => {
  for (const method of ['HEAD', 'OPTIONS']) await fetch(`${bench.stack.url}${link}`, { method });
  await fetch(`${bench.stack.url}${link}`, { headers: { purpose: 'prefetch', 'user-agent': 'scanner' } });
  await isUntouched();
});

test.each([
  ['short', 'abc'],
  ['of the right length but never issued', 'A'.repeat(43)],
  ['with a path in it', '..%2F..%2Fops%2Fjourneys'],
  ['like a key', 'LINK%23x'],
  ['long', 'x'.repeat(2000)],
])('a token %s opens nothing and stores nothing', async (_, token) => {
  const path = `/sign-offs/${token}`;
  expect((await visitor(bench).get(`${path}?lang=de`)).html).toContain('Nicht gefunden');
  for (const [type, body] of [
    ['application/json', '{"signer":"physician","pin":"246810"}'],
    ['application/x-www-form-urlencoded', 'decision=eligible&signer=physician&pin=246810'],
  ] as const) {
    const init = { method: 'POST', headers: { 'content-type': type }, body };
    expect((await fetch(`${bench.stack.url}${path}`, init)).status).toBe(404);
  }
  await isUntouched();
});

test('what a page says to programs: the meaning of each decision, the first of them as the meaning of the step', async () => {
  const reply = await fetch(`${bench.stack.url}${link}`, { headers: { accept: 'application/json' } });
  expect(await reply.json()).toMatchObject({
    step: 'Confirm eligibility',
    meaning:
      'I confirm the decision of the multidisciplinary team that this therapy is indicated and the patient is fit for it.',
    meanings: {
      eligible: expect.stringContaining('is indicated'),
      'not-eligible': expect.stringContaining('is not given'),
    },
    assurance: 'pin',
    status: 'open',
  });
});

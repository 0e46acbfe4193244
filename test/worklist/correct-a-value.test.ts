import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXAMPLE_PIN } from '../../local/scenario/staff.ts';
import { type Bench, startBench } from '../sign-off/bench.ts';
import { eventsOf } from '../support/stage-order.ts';
import { hidden, type Visitor, visitor } from './visitor.ts';

const STEP = 'Register the referral';
const KEY = `Order.1.${STEP}`;

let bench: Bench;
let coordinator: Visitor;
beforeAll(async () => {
  bench = await startBench();
  await bench.linkTo('Confirm eligibility');
  coordinator = visitor(bench);
  await coordinator.signIn('coordinator');
});
afterAll(() => bench?.stop());

const timeline = () => `/worklist/journeys/${bench.journeyId}?lang=en`;
const corrections = async () =>
  (await eventsOf(bench, bench.journeyId)).filter(({ type }) => type === 'time.corrected');

/** Opens the step from the timeline; gives where it leads. */
async function opens(who: Visitor, key = KEY): Promise<{ status: number; path: string }> {
  const form = hidden((await who.get('/worklist/away?lang=en')).html, 'form');
  const opened = await who.post('/worklist/steps?lang=en', {
    form,
    journey: bench.journeyId,
    step: key,
    to: 'correct',
  });
  return { status: opened.status, path: (opened.headers.get('location') ?? '').split('#')[0] ?? '' };
}

/** The values that are offered, by what is said of them. */
const offered = (html: string): readonly (readonly [id: string, text: string])[] =>
  [...html.slice(html.indexOf('id="correct-value"')).matchAll(/<option value="([^"]+)"[^>]*>([^<]*)</g)].map(
    ([, id = '', text = '']) => [id, text] as const,
  );
const valueIn = (html: string, text: string): string =>
  offered(html).find(([, said]) => said.includes(text))?.[0] ?? '';
const formOf = (html: string): string => hidden(html.slice(html.indexOf('id="correct"')), 'form');

test('who may sign a step finds on the timeline where to have a value of it corrected; who may not, does not', async () => {
  expect((await coordinator.get(timeline())).html).toContain(`<option value="${KEY}">`);
  const nurse = visitor(bench);
  await nurse.signIn('nurse');
  expect((await nurse.get(timeline())).html).not.toContain(`<option value="${KEY}">`);
  expect((await opens(nurse)).status).toBe(404);
  const { status, path } = await opens(coordinator);
  expect(status).toBe(303);
  const { html } = await coordinator.get(path);
  expect(offered(html).map(([, text]) => text)).toEqual(
    expect.arrayContaining([expect.stringContaining('Reference of the referral'), expect.stringMatching(/: 20\d\d-/)]),
  );
});

test('nothing is corrected without a reason, the right PIN, a value of its kind, or by a form of another session', async () => {
  const { path } = await opens(coordinator);
  const { html } = await coordinator.get(path);
  const action = path.replace('?', '/correction?');
  const typed = {
    form: formOf(html),
    value: valueIn(html, 'Reference of the referral'),
    to: 'letter 99',
    why: 'misread',
    pin: EXAMPLE_PIN,
  };
  const tries: readonly [change: Partial<typeof typed>, status: number, words: string][] = [
    [{ why: ' ' }, 422, 'say why'],
    [{ pin: '000000' }, 401, 'the PIN is not right'],
    [{ value: valueIn(html, ': 20'), to: 'yesterday' }, 422, 'not written as this value is'],
    [{ value: 'another' }, 409, 'has changed since'],
    [{ form: 'another' }, 403, ''],
    [{ value: valueIn(html, ': 20'), to: '2000-01-01T10:00' }, 422, 'expected not before the order'],
  ];
  for (const [change, status, words] of tries) {
    const answer = await coordinator.post(action, { ...typed, ...change });
    expect({ change, status: answer.status }).toEqual({ change, status });
    expect(answer.html).toContain(words);
    expect(answer.html).not.toContain(EXAMPLE_PIN);
  }
  expect(await visitor(bench).post(action, typed)).toMatchObject({ status: 303 });
  expect((await coordinator.post(action, typed, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect(await corrections()).toEqual([]);
});

test('a corrected value stands with the old one, in the name of who asked, and is asked of the role of the step', async () => {
  const { path } = await opens(coordinator);
  const { html } = await coordinator.get(path);
  const action = path.replace('?', '/correction?');
  const value = valueIn(html, 'Reference of the referral');
  const typed = { form: formOf(html), value, to: 'letter 99', why: 'misread the letter', pin: EXAMPLE_PIN };
  expect((await coordinator.post(action, typed)).status).toBe(303);
  await bench.world.settle();
  expect(await corrections()).toMatchObject([
    {
      by: { kind: 'person', id: 'coordinator', role: 'coordinator' },
      data: {
        evidence: { path: 'referralReference', to: 'letter 99' },
        reason: 'misread the letter',
        assurance: 'pin',
      },
    },
  ]);
  const after = await coordinator.get(path);
  expect(after.html).toContain('misread the letter');
  expect((await coordinator.get(timeline())).html).toContain('letter 99');
  const mails = await bench.world.mails(0);
  expect(mails.at(-1)?.to.join()).toContain('coordinator@');
  // The page that was open shows another value than it stands there now.
  expect((await coordinator.post(action, { ...typed, to: 'letter 100' })).status).toBe(409);
  expect(await corrections()).toHaveLength(1);
});

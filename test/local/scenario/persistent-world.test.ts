import { expect, test } from 'vitest';
import { persistentWorld } from '../../../local/scenario/persistent-world.ts';
import type { Reply, World } from '../../../local/scenario/world.ts';

/** A world that gives these answers to posts, one after the other, and shows a step whose content is `new`. */
function answering(...replies: readonly Reply[]) {
  return reading([], replies);
}

/** The same, of which the first looks fail so. */
function reading(failing: readonly Reply[], replies: readonly Reply[]) {
  const looks = [...failing];
  const sent: string[] = [];
  let now = '2027-01-11T08:00:00.000Z';
  const world: World = {
    name: 'embedded',
    now: async () => now,
    request: async (_path, { method, body = '' }) => {
      if (method === 'GET') return looks.shift() ?? { status: 200, body: { contentHash: 'new', nonce: 'new' } };
      sent.push(body);
      return replies[sent.length - 1] ?? { status: 200, body: {} };
    },
    mails: async () => [],
    settle: async () => undefined,
    pass: async (until) => {
      now = until ?? now;
      return true;
    },
  };
  return { world: persistentWorld(world), sent, now: () => now };
}
const submission = { method: 'POST', body: '{"decision":"go","contentHash":"old","nonce":"old"}' };
const anew = '{"decision":"go","contentHash":"new","nonce":"new"}';

test('what broke is sent again as it was', async () => {
  const { world, sent } = answering({ status: 503, body: {} }, { status: 500, body: {} });
  expect((await world.request('/sign-offs/x', submission)).status).toBe(200);
  expect(sent).toEqual([submission.body, submission.body, submission.body]);
});

test('what changed is read anew', async () => {
  const { world, sent } = answering({ status: 409, body: { code: 'changed' } });
  await world.request('/sign-offs/x', submission);
  expect(sent).toEqual([submission.body, anew]);
});

test('a look that breaks is taken again', async () => {
  const { world, sent } = reading([{ status: 500, body: {} }], [{ status: 409, body: { code: 'changed' } }]);
  await world.request('/sign-offs/x', submission);
  expect(sent).toEqual([submission.body, anew]);
});

test('what is said to lie in the future is sent when it does not', async () => {
  const { world, sent, now } = answering({ status: 422, body: { detail: { problem: 'in-the-future' } } });
  await world.request('/sign-offs/x', submission);
  expect(sent).toEqual([submission.body, anew]);
  expect(now()).toBe('2027-01-11T08:05:00.000Z');
});

test('what a gate lets be signed from later on is signed then: a mail that came late moved what followed', async () => {
  const reason = 'Readiness for this slot can be confirmed from 2027-02-19T07:00:00.000Z on.';
  const { world, sent, now } = answering({ status: 403, body: { detail: { gates: [{ status: 'closed', reason }] } } });
  expect((await world.request('/sign-offs/x', submission)).status).toBe(200);
  expect(sent).toEqual([submission.body, anew]);
  expect(now()).toBe('2027-02-19T07:00:00.000Z');
});

test('a refusal stands; an order whose first answer was lost was taken', async () => {
  const { world, sent } = answering({ status: 403, body: {} }, { status: 200, body: { journeyId: 'J' } });
  expect((await world.request('/sign-offs/x', submission)).status).toBe(403);
  expect(sent).toHaveLength(1);
  expect((await world.request('/ehr/fhir', submission)).status).toBe(202);
});

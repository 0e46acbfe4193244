import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { VirtualClock } from '../../local/clock/clock.ts';
import { type EmbeddedStack, startStack } from '../../local/stack.ts';
import { fixtureTemplates as templates } from './fixture/templates.ts';

let stack: EmbeddedStack & { readonly clock: VirtualClock };

beforeEach(async () => {
  stack = await startStack({ clock: { virtualFrom: '2026-03-01T00:00:00Z' }, seed: 1, templates });
});
afterEach(() => stack.stop());

const post = (path: string, body: unknown): Promise<Response> =>
  fetch(`${stack.url}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

describe('a request through the API', () => {
  test('is stored, streamed to the consumer and mailed, all in one virtual instant', async () => {
    expect((await post('/notes/a', { hello: 1 })).status).toBe(202);
    await stack.clock.idle();
    const [mail, ...more] = stack.outbox();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      subject: 'Effect a',
      to: ['reader@hospital.example'],
      at: '2026-03-01T00:00:00.000Z',
    });
    const read = await fetch(`${stack.url}/notes/a`);
    expect(await read.json()).toEqual({ id: 'a', at: '2026-03-01T00:00:00.000Z', text: '{"hello":1}' });
  });

  test('is refused by API Gateway where there is no route, and by the function role where it has no right', async () => {
    expect((await fetch(`${stack.url}/nothing`)).status).toBe(403);
    expect((await post('/notes/a', { do: 'forbidden' })).status).toBe(502);
    const answer = await stack.invoke('web', {
      httpMethod: 'POST',
      body: '{"do":"forbidden"}',
      pathParameters: { id: 'a' },
    });
    expect(answer).toMatchObject({
      functionError: {
        errorType: 'AccessDeniedException',
        errorMessage: expect.stringMatching(
          /assumed-role\/App-WebRole\/Web is not authorized to perform: dynamodb:PutItem on resource: .*table\/Records-Private/,
        ),
      },
    });
  });

  test('reads the secret that the template generates', async () => {
    const { SecretString } = (await (await post('/notes/a', { do: 'secret' })).json()) as { SecretString: string };
    expect(SecretString).toMatch(/^[A-Za-z0-9]{24}$/);
    expect(stack.secret('Key')).toBe(SecretString);
  });

  test('over 1 MiB is 413, to another host 421', async () => {
    expect((await post('/notes/a', 'x'.repeat(1_048_577))).status).toBe(413);
    const fhir = await post('/ehr/fhir', 'x'.repeat(1_048_577));
    expect([fhir.status, fhir.headers.get('content-type')]).toEqual([413, 'application/fhir+json; charset=utf-8']);
    const request = get(`${stack.url}/local/outbox`, { headers: { host: 'evil.example' } });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    response.resume();
    expect(response.statusCode).toBe(421);
  });
});

describe('stream records that fail', () => {
  /** Writes these notes and waits for the end of all retries; gives what was mailed, and what was put away together. */
  async function afterRetries(notes: Readonly<Record<string, string>>) {
    for (const [id, body] of Object.entries(notes)) await post(`/notes/${id}`, { body });
    while (await stack.clock.advanceToNextTimer(Date.parse('2026-03-01T01:00:00Z')));
    const kept = stack.objects('Failed').map(({ body }) => JSON.parse(body) as { payload: string });
    const putAway = kept.map(({ payload }) =>
      (JSON.parse(payload) as { Records: { dynamodb: { Keys: { pk: { S: string } } } }[] }).Records.map(
        ({ dynamodb }) => dynamodb.Keys.pk.S,
      ),
    );
    return { mailed: stack.outbox().map(({ subject }) => subject), putAway };
  }

  test('are repeated on the clock, bisected, and end whole in the bucket; the others are delivered', async () => {
    expect(await afterRetries({ a: 'fine', b: 'poison', c: 'explode', d: 'fine' })).toEqual({
      mailed: ['Effect a', 'Effect d'],
      putAway: [['b'], ['c']],
    });
  });

  test('are not split behind one that is reported: what the function did not try is given up with it', async () => {
    // The first holds up the others, so that they come together.
    expect(await afterRetries({ a: 'poison', b: 'block', c: 'fine' })).toEqual({
      mailed: [],
      putAway: [['a'], ['b', 'c']],
    });
    expect((await afterRetries({ d: 'poison', e: 'poison', f: 'fine' })).mailed).toContain('Effect f');
  });
});

describe('Scheduler', () => {
  test('fires a one-time schedule within its minute and deletes it', async () => {
    await stack.invoke('daily', { do: 'schedule', name: 'due', at: '2026-03-01T01:00:00' });
    expect(stack.schedules().map(({ Name }) => Name)).toContain('due');
    await stack.clock.advance(61 * 60_000);
    const heard = await stack.invoke('daily', { do: 'heard', name: 'end' });
    expect(heard).toEqual({
      payload: [expect.stringMatching(/^due 2026-03-01T01:00:[0-5]\d/), expect.stringMatching(/^end/)],
    });
    expect(stack.schedules().map(({ Name }) => Name)).not.toContain('due');
  });

  test('a deleted schedule does not fire, deleting it again is ResourceNotFoundException', async () => {
    await stack.invoke('daily', { do: 'schedule', name: 'due', at: '2026-03-01T01:00:00' });
    expect(await stack.invoke('daily', { do: 'unschedule', name: 'due' })).toHaveProperty('payload');
    expect(await stack.invoke('daily', { do: 'unschedule', name: 'due' })).toMatchObject({
      functionError: { errorType: 'ResourceNotFoundException' },
    });
    expect(await stack.invoke('daily', { do: 'schedule', name: 'due', at: 'soon' })).toMatchObject({
      functionError: { errorType: 'ValidationException' },
    });
  });

  test('runs the daily schedule of the template every day', async () => {
    await stack.clock.advance(10 * 86_400_000);
    expect(stack.metrics().get('Fixture/Sweeps{}')?.sum).toBe(10);
    expect(stack.usage().schedules).toBe(10);
  });
});

describe('Step Functions', () => {
  test('a callback task waits for the answer, and its end reaches the rule on status changes', async () => {
    await post('/notes/run-1', { do: 'start' });
    await stack.clock.idle();
    expect(await stack.executions('RUNNING')).toMatchObject([{ name: 'run-1' }]);
    await stack.invoke('daily', { do: 'answer' });
    await stack.clock.idle();
    const heard = await stack.invoke('daily', { do: 'heard', name: 'end' });
    expect(heard).toEqual({ payload: [expect.stringMatching(/^machine SUCCEEDED/), expect.stringMatching(/^end/)] });
    expect(await stack.invoke('daily', { do: 'answer' })).toMatchObject({
      functionError: { errorType: 'TaskTimedOut' },
    });
    expect(stack.usage().stateTransitions).toBeGreaterThan(0);
  });

  test('a foreign token is refused to the operator in the words of the service', async () => {
    const sent = stack.clientsFor().sfn.send(new SendTaskSuccessCommand({ taskToken: 'no-token', output: '{}' }));
    await expect(sent).rejects.toThrow(/Invalid Token/);
  });
});

test('an event on the bus reaches the function of the matching rule only', async () => {
  await stack.invoke('daily', { do: 'announce', name: 'open' });
  await stack.invoke('daily', { do: 'announce', name: 'secret' });
  await stack.clock.idle();
  const heard = await stack.invoke('daily', { do: 'heard', name: 'end' });
  expect(heard).toEqual({ payload: [expect.stringMatching(/^open/), expect.stringMatching(/^end/)] });
  expect(stack.events()).toHaveLength(2);
});

test('a failed asynchronous invocation is repeated twice and becomes a dead letter', async () => {
  const errors: string[] = [];
  await stack.stop();
  stack = await startStack({
    clock: { virtualFrom: '2026-03-01T02:59:00Z' },
    templates: JSON.parse(JSON.stringify(templates).replace('{\\"do\\":\\"sweep\\"}', '{\\"do\\":\\"fail\\"}')),
    onFunctionError: (name) => errors.push(name),
  });
  await stack.clock.advance(10 * 60_000);
  expect(errors).toEqual(['Daily', 'Daily', 'Daily']);
  expect(stack.deadLetters()).toMatchObject([{ source: 'lambda:Daily', event: { do: 'fail' } }]);
});

test('statements nobody needed are listed', async () => {
  await post('/notes/a', { hello: 1 });
  await stack.clock.idle();
  const unused = stack.unusedStatements().map(({ statement }) => statement);
  expect(unused).toContain('WebPolicy#3');
  expect(unused).not.toContain('WebPolicy#0');
  expect(unused).not.toContain('EffectsPolicy#1');
});

test('the same seed gives the same random bytes', async () => {
  const first = await (await post('/notes/a', { do: 'random' })).json();
  await stack.stop();
  stack = await startStack({ clock: { virtualFrom: '2026-03-01T00:00:00Z' }, seed: 1, templates });
  expect(await (await post('/notes/a', { do: 'random' })).json()).toEqual(first);
});

test('an instance that was idle too long is a new one: its memory is gone, its random numbers go on', async () => {
  await stack.stop();
  const clock = { virtualFrom: '2026-03-01T00:00:00Z' };
  stack = await startStack({ clock, seed: 1, templates, instancesLiveMs: 600_000 });
  const random = async () => (await post('/notes/a', { do: 'random' })).json();
  const heard = async () => stack.invoke('daily', { do: 'heard', name: 'x' });
  const first = await random();
  await heard();
  expect(await heard()).toMatchObject({ payload: { length: 2 } });
  const before = stack.meter.by().get('Daily')?.coldStarts ?? Number.NaN;
  await stack.clock.advance(600_001);
  expect(await heard()).toMatchObject({ payload: { length: 1 } });
  expect(stack.meter.by().get('Daily')?.coldStarts).toBe(before + 1);
  expect(await random()).not.toEqual(first);
});

test('what is used is counted by whom, and the sum leaves out who is named', async () => {
  await post('/notes/a', { hello: 1 });
  await stack.clock.idle();
  const { lambdaInvocations, httpRequests, emails } = stack.usage();
  expect({ httpRequests, emails }).toEqual({ httpRequests: 1, emails: 1 });
  const own = stack.meter.by().get('Web')?.lambdaInvocations ?? Number.NaN;
  expect(stack.meter.without('Web')).toMatchObject({ httpRequests: 0, lambdaInvocations: lambdaInvocations - own });
});

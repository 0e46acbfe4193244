import { afterEach, expect, test } from 'vitest';
import type { VirtualClock } from '../../../local/clock/clock.ts';
import { parseFaults } from '../../../local/faults/fault-plan.ts';
import { type EmbeddedStack, type StackOptions, startStack } from '../../../local/stack.ts';
import { fixtureTemplates as templates } from '../fixture/templates.ts';

const HOUR_MS = 3_600_000;

let stack: EmbeddedStack & { readonly clock: VirtualClock };
afterEach(() => stack.stop());

type Others = Pick<StackOptions, 'tables' | 'restWhenIdle'>;

async function start(faults: Readonly<Record<string, unknown>>, others: Others = {}): Promise<void> {
  stack = await startStack({
    ...others,
    clock: { virtualFrom: '2026-03-01T00:00:00Z' },
    seed: 1,
    templates,
    faults: parseFaults({ seed: 1, ...faults }),
  });
}

const write = (id: string) => ({ httpMethod: 'POST', body: '{"text":"fine"}', pathParameters: { id } });
const read = async (id: string): Promise<number> => {
  const answer = await stack.invoke('web', { httpMethod: 'GET', pathParameters: { id } });
  return 'payload' in answer ? (answer.payload as { statusCode: number }).statusCode : 0;
};
const mailed = (): readonly string[] => stack.outbox().map(({ subject }) => subject);
const heard = async (): Promise<readonly string[]> => {
  const answer = await stack.invoke('daily', { do: 'heard', name: 'end' });
  return ('payload' in answer ? (answer.payload as string[]) : []).filter((line) => !line.startsWith('end'));
};
/** A schedule for one o'clock, and five hours for it to fire in. */
async function oneSchedule(): Promise<readonly string[]> {
  await stack.invoke('daily', { do: 'schedule', name: 'due', at: '2026-03-01T01:00:00' });
  await stack.clock.advance(5 * HOUR_MS);
  return (await heard()).filter((line) => line.startsWith('due'));
}

test('requests: refused as too many, failed, or failed although they were done', async () => {
  await start({ requests: { throttled: 1 } });
  expect(await stack.invoke('web', write('a'))).toMatchObject({
    functionError: { errorType: 'ProvisionedThroughputExceededException' },
  });
  await stack.stop();
  await start({ requests: { failed: 1 } });
  expect(await stack.invoke('web', write('a'))).toMatchObject({ functionError: { errorType: 'InternalServerError' } });
  await stack.stop();
  await start({ requests: { failedAfterEffect: 1 } });
  expect(await stack.invoke('web', write('a'))).toHaveProperty('functionError');
  // Those behind it fail after their effect too: the mail leaves at each try, and the record is put away in the end.
  while (await stack.clock.advanceToNextTimer(Date.parse('2026-03-01T02:00:00Z')));
  expect(new Set(mailed())).toEqual(new Set(['Effect a']));
  expect(stack.objects('Failed')).toHaveLength(1);
});

test('tables in memory meet the same faults, but are not put back', async () => {
  const memory = { tables: 'memory' } as const;
  await start({ requests: { throttled: 1 } }, memory);
  expect(await stack.invoke('web', write('a'))).toMatchObject({
    functionError: { errorType: 'ProvisionedThroughputExceededException' },
  });
  await stack.stop();
  await start({ stream: { repeated: 1 } }, memory);
  await stack.invoke('web', write('a'));
  await stack.clock.idle();
  expect(mailed()).toEqual(['Effect a', 'Effect a']);
  await expect(start({ tables: { restoredAfter: [3600] } }, memory)).rejects.toThrow(
    'Faults: tables.restoredAfter: expected tables in the database, got tables in memory',
  );
});

test('batches: the same twice, or later', async () => {
  await start({ stream: { repeated: 1 } });
  await stack.invoke('web', write('a'));
  await stack.clock.idle();
  expect(mailed()).toEqual(['Effect a', 'Effect a']);
  await stack.stop();

  await start({ stream: { delayed: 1 } });
  await stack.invoke('web', write('a'));
  await stack.clock.idle();
  expect(mailed()).toEqual([]);
  await stack.clock.advance(HOUR_MS);
  expect(mailed()).toEqual(['Effect a']);
});

test('records: one that ends every invocation is put away alone, one of a foreign hand is met by the function', async () => {
  await start({ stream: { crashing: 1 } });
  await stack.invoke('web', write('a'));
  await stack.clock.advance(HOUR_MS);
  expect([mailed(), stack.objects('Failed').length]).toEqual([[], 1]);
  await stack.stop();

  await start({ stream: { foreign: 1 } });
  await stack.invoke('web', write('a'));
  await stack.clock.idle();
  expect(mailed()).toHaveLength(2);
  expect(stack.faultsMade().get('stream/foreign')).toBe(1);
});

test('schedules: twice, late or never', async () => {
  await start({ schedules: { twice: 1 } });
  expect(await oneSchedule()).toHaveLength(2);
  await stack.stop();
  await start({ schedules: { late: 1 } });
  const [late] = await oneSchedule();
  expect(late?.slice('due '.length) ?? '').toMatch(/^2026-03-01T0[1-4]/);
  expect(late ?? '').not.toMatch(/01:00/);
  await stack.stop();
  await start({ schedules: { never: 1 } });
  expect(await oneSchedule()).toEqual([]);
});

test('schedules that rest while nothing happens: one that never comes is followed by the next, not by another rest', async () => {
  await start({ schedules: { never: 0.5 } }, { restWhenIdle: true });
  await stack.clock.advance(365 * 24 * HOUR_MS);
  const answer = await stack.invoke('daily', { do: 'sweep' });
  const days = ('payload' in answer ? (answer.payload as string[]) : []).map((at) => Date.parse(at) / (24 * HOUR_MS));
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? 0));
  expect(Math.max(...gaps)).toBeLessThan(2 * 28);
});

test('clocks of functions jump away from the true time, by no more than was said', async () => {
  await start({ clocks: { jumps: 1, most: 90 } });
  for (let n = 0; n < 8; n += 1) await stack.invoke('daily', { do: 'heard', name: 'look' });
  const offsets = (await heard()).map((line) => Date.parse(line.slice('look '.length)) - stack.clock.now());
  expect(offsets.some((ms) => ms > 0)).toBe(true);
  expect(offsets.some((ms) => ms < 0)).toBe(true);
  expect(offsets.every((ms) => Math.abs(ms) <= 90_000)).toBe(true);
});

test('two copies of an invocation', async () => {
  await start({ invocations: { twice: 1 } });
  await stack.invoke('daily', { do: 'heard', name: 'once' });
  expect(await heard()).toHaveLength(2);
});

test('tables put back to an hour before: what was written since is gone, streams tell nothing of it and go on', async () => {
  await start({ tables: { restoredAfter: [2 * 3600] } });
  await stack.invoke('web', write('old'));
  await stack.clock.advance(90 * 60_000);
  await stack.invoke('web', write('new'));
  await stack.clock.idle();
  expect([await read('old'), await read('new')]).toEqual([200, 200]);
  await stack.clock.advance(HOUR_MS);
  expect([await read('old'), await read('new')]).toEqual([200, 404]);
  await stack.invoke('web', write('newest'));
  await stack.clock.idle();
  expect(mailed()).toEqual(['Effect old', 'Effect new', 'Effect newest']);
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startStack } from '../../local/stack.ts';
import { fixtureTemplates as templates } from './fixture/templates.ts';

const clock = { virtualFrom: '2026-03-01T00:00:00Z' };
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'stack-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const write = (id: string, text: string) => ({
  httpMethod: 'POST',
  body: JSON.stringify({ text }),
  pathParameters: { id },
});

test('tables, secrets, mails and schedules go on after a stop; a record that was not taken is delivered again', async () => {
  const first = await startStack({ clock, dataDir, templates });
  await first.invoke('web', write('a', 'fine'));
  await first.clock.idle();
  await first.invoke('web', write('b', 'explode'));
  await first.invoke('daily', { do: 'schedule', name: 'due', at: '2026-03-01T01:00:00' });
  await first.clock.idle();
  const secret = first.secret('Key');
  await first.stop();

  const second = await startStack({ clock, dataDir, templates });
  expect(second.secret('Key')).toBe(secret);
  expect(second.schedules().map(({ Name }) => Name)).toContain('due');
  while (await second.clock.advanceToNextTimer(Date.parse('2026-03-01T00:30:00Z')));
  expect(second.outbox().map(({ subject }) => subject)).toEqual(['Effect a']);
  expect(second.objects('Failed')).toHaveLength(1);
  await second.stop();
});

test('what was answered before the process was killed is there, and is streamed', async () => {
  const program = `
    import { startStack } from ${JSON.stringify(new URL('../../local/stack.ts', import.meta.url).href)};
    import { fixtureTemplates as templates } from ${JSON.stringify(new URL('./fixture/templates.ts', import.meta.url).href)};
    const stack = await startStack({ clock: ${JSON.stringify(clock)}, dataDir: ${JSON.stringify(dataDir)}, templates });
    await stack.invoke('web', ${JSON.stringify(write('a', 'fine'))});
    console.log('written');
    setInterval(() => {}, 1000);`;
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout === null) throw new Error('expected a pipe');
  await once(createInterface(child.stdout), 'line');
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;

  const stack = await startStack({ clock, dataDir, templates });
  await stack.clock.idle();
  const read = await stack.invoke('web', { httpMethod: 'GET', pathParameters: { id: 'a' } });
  expect(read).toMatchObject({ payload: { statusCode: 200 } });
  expect(stack.outbox().length).toBeGreaterThan(0);
  await stack.stop();
});

test('two stacks run in one process, and a start that fails leaves nothing open', async () => {
  const [one, other] = await Promise.all([startStack({ clock, templates }), startStack({ clock, templates })]);
  await one.invoke('web', write('a', 'fine'));
  expect(await other.invoke('web', { httpMethod: 'GET', pathParameters: { id: 'a' } })).toMatchObject({
    payload: { statusCode: 404 },
  });
  const port = Number(new URL(one.url).port);
  await expect(startStack({ clock, templates, port })).rejects.toThrow(/EADDRINUSE/);
  await Promise.all([one.stop(), other.stop()]);
});

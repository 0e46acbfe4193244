import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { runCommand } from 'citty';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dossierOf } from '../../lambdas/domain/audit/dossier.ts';
import { sign } from '../../local/cli/sign.ts';
import { Trouble } from '../../local/cli/trouble.ts';
import { verify } from '../../local/cli/verify.ts';
import { evidenceOf } from '../support/evidence.ts';
import { JOURNEY_ID } from '../support/journey-driver.ts';
import { Walk } from '../support/walk.ts';
import { recordingServer } from './recording-server.ts';
import { runAtmp } from './run-atmp.ts';

const walk = new Walk();
walk.to('Give GO for thaw');
const { events, protocol, now } = walk.journey;
const HEAD = events.at(-1)?.hash ?? '';
const GENUINE = dossierOf(JOURNEY_ID, events, protocol, now);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atmp-verify-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

test('a dossier file of any name verifies offline; the output says what only a kept head excludes', async () => {
  const { code, out } = await runAtmp(['verify', file('dossier', GENUINE)]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ verified: true, events: events.length, head: HEAD, findings: [] });
  expect(out).toContain('only excluded against a head kept elsewhere');
});

test('a cut-off dossier ends with 1, also where its verification was rewritten and a head was kept', async () => {
  const cut = events.slice(0, -5);
  const truncated = await runAtmp(['verify', file('cut.json', { ...GENUINE, events: cut })]);
  expect(truncated).toMatchObject({ code: 1, complaint: '' });
  const rewritten = await runAtmp([
    'verify',
    file('rewritten.json', dossierOf(JOURNEY_ID, cut, protocol, now)),
    '--head',
    HEAD,
  ]);
  expect(rewritten.code).toBe(1);
  expect(JSON.parse(rewritten.out)).toMatchObject({ verified: false, findings: [{ kind: 'kept-head' }] });
});

test('attached files are checked where their folder is given, by what is in them and whatever they are called', async () => {
  const attached = new Walk();
  attached.to('Check certificate');
  const bytes = '%PDF-1.7 certificate';
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const certificateAttachment = { sha256, mediaType: 'application/pdf', size: bytes.length };
  const step = attached.journey.step('Check certificate');
  const evidence = { ...evidenceOf(step, 'certified', attached.journey), certificateAttachment };
  attached.decide('Check certificate', 'certified', { evidence });
  const { events: log, protocol: pinned, now: at } = attached.journey;
  const path = file('attached.json', dossierOf(JOURNEY_ID, log, pinned, at));
  const files = join(folder, 'files');
  mkdirSync(join(files, 'by-journey'), { recursive: true });
  writeFileSync(join(files, 'other.csv'), 'other');

  const unchecked = await runAtmp(['verify', path]);
  expect(unchecked.code).toBe(0);
  expect(unchecked.out).toContain('1 attached files are named and were not checked');
  const missing = await runAtmp(['verify', path, '--attachments', files]);
  expect(missing.code).toBe(1);
  expect(JSON.parse(missing.out)).toMatchObject({ verified: false, findings: [{ kind: 'attachment' }] });
  expect(missing.out).toContain(sha256);
  writeFileSync(join(files, 'by-journey', 'any name'), bytes);
  expect((await runAtmp(['verify', path, '--attachments', files])).code).toBe(0);
});

test('by id, the dossier is fetched and checked by the same rules', async () => {
  const server = await recordingServer(200, { ...GENUINE, events: [] });
  try {
    const { code, out } = await runAtmp(['verify', '00000000Y'], { ATMP_URL: `${server.url}/live` });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ findings: [{ kind: 'beginning' }, { kind: 'own-verification' }] });
    expect(server.requests.map(({ url }) => url)).toEqual(['/live/ops/journeys/00000000Y/dossier']);
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  } finally {
    await server.close();
  }
});

test('arguments that are not JSON are answered in one line, which does not repeat them', async () => {
  const { code, complaint } = await runAtmp([
    'command',
    '00000000Y',
    'extend',
    '--reason',
    'r',
    '--args',
    '{dueAt: 1}',
  ]);
  expect(code).toBe(1);
  expect(complaint.trim()).toBe(
    `atmp: --args: expected a JSON object such as '{"name": "value"}', got text that is not JSON`,
  );
});

const verifying = (...rawArgs: string[]) => runCommand(verify, { rawArgs });
const signing = (...rawArgs: string[]) => runCommand(sign, { rawArgs });

test.each<readonly [string, () => Promise<unknown>, RegExp]>([
  ['text', () => verifying(file('text.json', 'not JSON')), /text\.json: expected JSON/],
  ['neither file nor id', () => verifying('missing.json'), /no such file, and no journey id/],
  ['a head that is none', () => verifying(file('d.json', GENUINE), '--head', 'abc'), /--head: got 3/],
  [
    'no such folder',
    () => verifying(file('d.json', GENUINE), '--attachments', 'nowhere'),
    /--attachments: expected a folder/,
  ],
  ['nobody there', () => verifying('00000000Y', '--url', 'http://127.0.0.1:9'), /^Nothing answers at/],
  ['evidence that is a list', () => signing('http://localhost/t', '--evidence', '[1]'), /got a list/],
  ['a link without a host', () => signing('sign-offs/t'), /Link: expected the whole link/],
])('%s is trouble that says what was expected', async (_name, run, expected) => {
  const trouble: unknown = await run().catch((error: unknown) => error);
  expect(trouble).toBeInstanceOf(Trouble);
  expect((trouble as Trouble).message).toMatch(expected);
  expect(inspect(trouble).split('\n')).toHaveLength(1);
});

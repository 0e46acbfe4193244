import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gatingValues } from '../../lambdas/domain/protocol/verification.ts';
import { FOLDER, fileWith, protocolOf } from '../domain/protocol/files.ts';
import { signedProtocol } from '../support/signed-protocol.ts';
import { runAtmp } from './run-atmp.ts';

const KYMRIAH = new URL('kymriah-1.json', FOLDER).pathname;
const signedLately = signedProtocol(fileWith('kymriah'));
// Signatures of a past that is past on any machine.
const signed = {
  ...signedLately,
  verifications: signedLately.verifications?.map((each) => ({
    ...each,
    by: each.by.map((who) => ({ ...who, on: '2020-01-31' })),
  })),
};

let folder = '';
const file = (name: string, content: unknown): string => {
  const path = join(folder, 'protocols', name);
  writeFileSync(path, JSON.stringify(content));
  return path;
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atmp-protocols-'));
  mkdirSync(join(folder, 'protocols'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const check = (...args: string[]) => runAtmp(['protocol', 'check', ...args]);

test('a file in order is ok, signed or not', async () => {
  const { code, out } = await check(KYMRIAH);
  expect(out).toBe(`ok    ${KYMRIAH}  kymriah version 1, unverified\n`);
  expect(code).toBe(0);
});

test('for production each gating value that is not signed is named, with what a signature has to quote', async () => {
  const { code, out } = await check('--for', 'production', KYMRIAH);
  const lines = gatingValues(protocolOf('kymriah')).map(
    ({ path, valueSha256 }) => `      ${path}: signed by nobody (valueSha256 ${valueSha256})`,
  );
  expect(out.trimEnd().split('\n')).toEqual([`WRONG ${KYMRIAH}  kymriah version 1, unverified`, ...lines]);
  expect(code).toBe(1);
});

test('for production a signed file is ok, and one value changed since is not', async () => {
  const good = file('kymriah-1.json', signed);
  expect(await check('--for', 'production', good)).toMatchObject({ code: 0, out: expect.stringMatching(/^ok /) });
  const shelfLife = { ...signed.product.shelfLife, value: 'P1Y' };
  const path = file('kymriah-1.json', { ...signed, product: { ...signed.product, shelfLife } });
  const { code, out } = await check('--for', 'production', path);
  expect(out).toMatch(
    /^WRONG .*\n {6}product\.shelfLife: changed since it was signed: got [0-9a-f]{64}, signed [0-9a-f]{64} \(valueSha256 [0-9a-f]{64}\)\n$/,
  );
  expect(code).toBe(1);
});

test('for production only what an order would pin is looked at', async () => {
  file('kymriah-2.json', { ...fileWith('kymriah'), version: 2 });
  file('kymriah-10.json', { ...signed, version: 10 });
  const { code, out } = await runAtmp(['protocol', 'check', '--for', 'production'], {}, folder);
  expect(out).toBe('ok    protocols/kymriah-10.json  kymriah version 10, unverified\n');
  expect(code).toBe(0);
});

test('another purpose is refused', async () => {
  const { code, complaint } = await check('--for', 'fun');
  expect(complaint).toContain('--for: got fun, expected production');
  expect(code).toBe(1);
});

test('what is wrong is named with and without a purpose', async () => {
  const path = file('kymriah-3.json', { ...fileWith('kymriah'), version: 3, colour: 'red' });
  for (const args of [[path], ['--for', 'production', path]]) {
    const { code, out } = await check(...args);
    expect(out).toBe(`WRONG ${path}\n      colour: unknown-key: got "red", expected no such key\n`);
    expect(code).toBe(1);
  }
});

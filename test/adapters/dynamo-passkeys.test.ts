import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeOf } from '../../lambdas/adapters/alongside.ts';
import { dynamoPasskeys, type PasskeyRegister } from '../../lambdas/adapters/dynamo-passkeys.ts';
import { dynamoStaffRegister, type WritableStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import type { Passkey } from '../../lambdas/adapters/passkey-items.ts';
import type { Alongside } from '../../lambdas/domain/ports.ts';
import { plus } from '../../lambdas/domain/time.ts';
import { startDynoxide, type TestDynamo } from '../support/dynamodb.ts';
import { NOW, randomBytes } from '../support/journeys.ts';
import { IDENTITY, pinKey } from '../support/pin-key.ts';

const PHYSICIAN = {
  id: 'physician',
  name: 'Pat',
  mail: 'p@hospital.example',
  roles: ['physician'] as const,
  site: 'site-1',
  language: 'en' as const,
  active: true,
  identity: IDENTITY,
};
const STATED = { by: 'qa', why: 'new here', at: NOW };
const CHECKED = { by: 'qa', how: 'passport, in person', at: NOW };
const key = (credentialId: string, change: Partial<Passkey> = {}): Passkey => ({
  signer: 'physician',
  credentialId,
  publicKey: 'cHVibGlj',
  alg: -7,
  counter: 4,
  transports: ['usb'],
  aaguid: '00000000-0000-0000-0000-000000000000',
  deviceType: 'singleDevice',
  backedUp: false,
  enrolledAt: NOW,
  checked: CHECKED,
  ...change,
});

let dynamo: TestDynamo;
let passkeys: PasskeyRegister;
let register: WritableStaffRegister;
beforeAll(async () => {
  dynamo = await startDynoxide();
  const access = { client: dynamo.client, table: (await dynamo.tables()).identities };
  passkeys = dynamoPasskeys(access, () => 0);
  register = dynamoStaffRegister({ ...access, pinKey, randomBytes });
  await register.putStaff(PHYSICIAN, STATED);
});
afterAll(() => dynamo.stop());

const ticket = (hash: string) =>
  passkeys.putTicket(hash, { staff: 'physician', checked: CHECKED, expiresAt: plus(NOW, 'P1D', 'UTC') });
const write = (one: Alongside) =>
  dynamo.client.send(new TransactWriteItemsCommand({ TransactItems: [writeOf(one)] })).then(
    () => 'done',
    () => 'refused',
  );

test('a ticket adds one key, once, and not after its day; a person may have several', async () => {
  for (const hash of ['one', 'two', 'late']) await ticket(hash);
  expect(await passkeys.enrol(key('a'), 'one')).toBe('done');
  expect(await passkeys.enrol(key('b'), 'one')).toBe('conflict');
  expect(await passkeys.enrol(key('a'), 'two')).toBe('conflict');
  expect(await passkeys.enrol(key('b'), 'never-given')).toBe('conflict');
  expect(await passkeys.enrol(key('b', { enrolledAt: plus(NOW, 'P1D', 'UTC') }), 'late')).toBe('conflict');
  expect((await passkeys.ticket('two'))?.usedAt).toBeUndefined();
  expect(await passkeys.enrol(key('b'), 'two')).toBe('done');
  expect(await passkeys.of('Physician')).toEqual([key('a'), key('b')]);
  expect(await passkeys.find('physician', 'a')).toEqual(key('a'));
  expect(await passkeys.find('pharmacist', 'a')).toBeUndefined();
  expect(await passkeys.find('physician', 'a'.repeat(2000))).toBeUndefined();
});

test('of two signatures with the same counter one is written; a revoked key signs no more', async () => {
  await ticket('three');
  await passkeys.enrol(key('c'), 'three');
  const read = key('c');
  expect(await write(passkeys.used(read, 5, NOW))).toBe('done');
  expect(await write(passkeys.used(read, 5, NOW))).toBe('refused');
  const used = { ...read, counter: 5, lastUsedAt: NOW };
  expect(await passkeys.find('physician', 'c')).toEqual(used);
  const revoked = { at: NOW, by: 'qa', why: 'lost' };
  expect(await passkeys.revoke('physician', 'c', revoked)).toBe('done');
  expect(await passkeys.revoke('physician', 'c', revoked)).toBe('not-found');
  expect(await passkeys.revoke('physician', 'never', revoked)).toBe('not-found');
  expect(await write(passkeys.used(used, 6, NOW))).toBe('refused');
  expect(await passkeys.find('physician', 'c')).toEqual({ ...used, revoked });
});

test('sessions from before a key was revoked, or the log-in at the provider changed, are void', async () => {
  const sessionsFrom = async () => (await register.findWithPinAge('physician'))?.sessionsFrom;
  const put = async (minutes: number, oidcSubject?: string) => {
    const at = plus(NOW, `PT${minutes}M`, 'UTC');
    await register.putStaff({ ...PHYSICIAN, ...(oidcSubject === undefined ? {} : { oidcSubject }) }, { ...STATED, at });
    return at;
  };
  await ticket('four');
  await passkeys.enrol(key('d'), 'four');
  const revokedAt = plus(NOW, 'PT1M', 'UTC');
  await passkeys.revoke('physician', 'd', { at: revokedAt, by: 'qa', why: 'lost' });
  expect(await sessionsFrom()).toBe(revokedAt);
  // A first log-in ends nothing, and neither does the same again.
  await put(2, 'one');
  await put(3, 'one');
  expect(await sessionsFrom()).toBe(revokedAt);
  const changedAt = await put(4, 'two');
  expect(await sessionsFrom()).toBe(changedAt);
  const removedAt = await put(5);
  expect(await sessionsFrom()).toBe(removedAt);
});

test('tickets, keys and revocations stand in the record of their owner, and none is written for nobody', async () => {
  const what = (await register.changes('physician')).map((change) => [change.what, change.by]);
  expect(what).toContainEqual(['ticket-given', 'qa']);
  expect(what).toContainEqual(['key-added', 'physician']);
  expect(what).toContainEqual(['key-revoked', 'qa']);
  expect(what.filter(([kind]) => kind === 'ticket-given')).toHaveLength(5);
  await expect(
    passkeys.putTicket('x', { staff: 'nobody', checked: CHECKED, expiresAt: plus(NOW, 'P1D', 'UTC') }),
  ).rejects.toThrow('expected somebody in the register');
  expect(await register.find('nobody')).toBeUndefined();
});

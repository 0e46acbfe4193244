import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeOf } from '../../lambdas/adapters/alongside.ts';
import { dynamoStaffRegister, type WritableStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import { toKey } from '../../lambdas/adapters/items.ts';
import { staffKey } from '../../lambdas/adapters/table-keys.ts';
import { transact } from '../../lambdas/adapters/transact.ts';
import type { Proof, StaffMember } from '../../lambdas/domain/ports.ts';
import { plus, plusMilliseconds } from '../../lambdas/domain/time.ts';
import type { Role } from '../../lambdas/domain/vocabulary.ts';
import { EXAMPLE_PIN_COST } from '../../local/scenario/staff.ts';
import { startDynoxide, type TestDynamo } from '../support/dynamodb.ts';
import { NOW, randomBytes } from '../support/journeys.ts';
import { IDENTITY, pinKey } from '../support/pin-key.ts';

const member = (id: string, change: Partial<StaffMember> = {}): StaffMember => ({
  id,
  name: 'Ana Müller-Žižek',
  mail: `${id}@hospital.example`,
  roles: ['physician'],
  site: 'site-1',
  language: 'de',
  active: true,
  identity: IDENTITY,
  ...change,
});

const pinCost = EXAMPLE_PIN_COST;

describe('staff register', () => {
  let dynamo: TestDynamo;
  let staff: WritableStaffRegister;
  let table: string;
  const untaken: unknown[] = [];
  const notTaken = (...told: unknown[]): void => void untaken.push(told);
  beforeAll(async () => {
    dynamo = await startDynoxide();
    table = (await dynamo.tables()).identities;
    staff = dynamoStaffRegister({ client: dynamo.client, table, pinKey, randomBytes, pinCost, notTaken });
  });
  afterAll(() => dynamo.stop());

  let puts = 0;
  /** Each at an instant of its own. */
  const put = (of: StaffMember, pin?: string) => {
    puts += 1;
    const at = plusMilliseconds(NOW, puts);
    const renames = { by: 'quinn', approvedBy: 'robin', why: 'as it is', at };
    return staff.putStaff(of, renames, pin);
  };

  const refusal = (id: string, pin: string, now = NOW) => staff.authenticate(id, pin, now);
  const REFUSED_AS = {
    ok: false,
    refusal: {
      code: 'unauthenticated',
      message: 'User id or PIN is wrong, or the id is locked for 15 minutes after five wrong PINs.',
    },
  };
  const REFUSED = { ok: false, refusal: { code: 'unauthenticated' } };

  it('finds active staff by site and role, as they are now', async () => {
    await put(member('rita', { roles: ['qa', 'coordinator'] }));
    await put(member('away', { roles: ['qa'], active: false }));
    await put(member('elsewhere', { roles: ['qa'], site: 'site-2' }));
    await put(member('nobody', { roles: [] }));
    expect((await staff.holding('site-1', 'qa')).map(({ id }) => id)).toEqual(['rita']);
    await put(member('rita', { roles: ['coordinator'] }));
    expect(await staff.holding('site-1', 'qa')).toEqual([]);
    expect(await staff.holding('site-1', 'coordinator')).toEqual([member('rita', { roles: ['coordinator'] })]);
    await put(member('rita', { roles: ['coordinator'], site: 'site-2' }));
    expect(await staff.holding('site-1', 'coordinator')).toEqual([]);
    expect(await staff.find('nobody')).toMatchObject({ id: 'nobody', roles: [] });
    expect(await staff.find('nosuch')).toBeUndefined();
  });

  it('finds who stands in for a role, and keeps that apart from holding it', async () => {
    const ids = async (role: Role) => (await staff.deputising('site-1', role)).map(({ id }) => id);
    await put(member('dora', { roles: [], deputises: ['pharmacist', 'nurse'] }));
    await put(member('gone', { deputises: ['nurse'], active: false }));
    expect([await ids('pharmacist'), await ids('nurse')]).toEqual([['dora'], ['dora']]);
    expect(await staff.holding('site-1', 'nurse')).toEqual([]);
    await put(member('dora', { roles: [], deputises: ['nurse'] }));
    expect([await ids('pharmacist'), await ids('nurse')]).toEqual([[], ['dora']]);
  });

  it('takes the right PIN, also of an id typed with a capital, and no other', async () => {
    await put(member('eva'), '123456');
    expect(await staff.authenticate(' Eva', '123456', NOW)).toMatchObject({
      ok: true,
      value: { member: member('eva') },
    });
    const wrong = await refusal('eva', '654321');
    expect(wrong).toMatchObject(REFUSED);
    expect(await refusal('nosuch', '123456')).toEqual(wrong);
    expect(await refusal('eva'.repeat(100), '123456')).toEqual(wrong);
    await put(member('nopin'));
    expect(await refusal('nopin', '')).toEqual(wrong);
    await put(member('left', { active: false }), '123456');
    expect(await refusal('left', '123456')).toEqual(wrong);
  });

  it('keeps a PIN as scrypt with a salt of its own, and keeps it when the member changes', async () => {
    const hashOf = async (id: string) => {
      const { Item } = await dynamo.client.send(new GetItemCommand({ TableName: table, Key: toKey(staffKey(id)) }));
      return Item?.pin?.M;
    };
    await put(member('salt1'), '123456');
    await put(member('salt2'), '123456');
    const [one, two] = [await hashOf('salt1'), await hashOf('salt2')];
    expect(Object.keys(one ?? {}).toSorted()).toEqual(['N', 'hash', 'p', 'r', 'salt']);
    expect(one?.hash?.S).not.toBe(two?.hash?.S);
    await put(member('salt1', { name: 'Another Name' }));
    expect(await staff.authenticate('salt1', '123456', NOW)).toMatchObject({
      ok: true,
      value: { member: { name: 'Another Name' } },
    });
  });

  it('locks an id for a quarter of an hour after five wrong PINs, the right one included', async () => {
    await put(member('locked'), '123456');
    for (let tries = 0; tries < 5; tries += 1) await refusal('locked', '000000');
    expect(await refusal('locked', '123456')).toMatchObject(REFUSED);
    expect(await refusal('locked', '123456', plus(NOW, 'PT14M', 'UTC'))).toMatchObject(REFUSED);
    const over = plus(NOW, 'PT15M', 'UTC');
    expect(await staff.authenticate('locked', '123456', over)).toMatchObject({ ok: true });
    expect(await commit(await proven('locked', over))).toBe('done');
    // The count began anew.
    for (let tries = 0; tries < 4; tries += 1) await refusal('locked', '000000', over);
    expect(await staff.authenticate('locked', '123456', over)).toMatchObject({ ok: true });
  });

  const proven = async (id: string, now = NOW) => {
    const proof = await staff.authenticate(id, '123456', now);
    if (!proof.ok) throw new Error(`${id}: expected a proof`);
    return proof.value;
  };
  const commit = ({ alongside }: Proof) => transact(dynamo.client, 'Test', alongside.map(writeOf), () => 0);

  it('takes a right PIN only while the id is not locked at the very commit', async () => {
    await put(member('overtaken'), '123456');
    for (let tries = 0; tries < 4; tries += 1) await refusal('overtaken', '000000');
    const proof = await proven('overtaken');
    await refusal('overtaken', '000000');
    expect(await commit(proof)).toBe('conflict');
    expect(await proof.lost()).toEqual(REFUSED_AS.refusal);
    const later = await proven('overtaken', plus(NOW, 'PT15M', 'UTC'));
    expect(await commit(later)).toBe('done');
    expect(await later.lost()).toBeNull();
  });

  it('forgets wrong PINs with what is committed after a right one', async () => {
    await put(member('forgiven'), '123456');
    for (let tries = 0; tries < 4; tries += 1) await refusal('forgiven', '000000');
    expect(await commit(await proven('forgiven'))).toBe('done');
    for (let tries = 0; tries < 4; tries += 1) await refusal('forgiven', '000000');
    expect(await commit(await proven('forgiven'))).toBe('done');
  });

  it('takes no PIN of somebody whose identity nobody has checked, and says so inside only', async () => {
    await put(member('unknown', { identity: undefined }), '123456');
    expect(await refusal('unknown', '123456')).toEqual(REFUSED_AS);
    expect(untaken).toEqual([['identity-not-checked', 'unknown']]);
    expect(await refusal('unknown', '654321')).toEqual(REFUSED_AS);
    expect(untaken).toHaveLength(1);
  });

  it('does not lengthen a lock by tries during it, and counts one failure after it', async () => {
    await put(member('patient'), '123456');
    for (let tries = 0; tries < 5; tries += 1) await refusal('patient', '000000');
    await refusal('patient', '000000', plus(NOW, 'PT14M', 'UTC'));
    const over = plus(NOW, 'PT15M', 'UTC');
    await refusal('patient', '000000', over);
    expect(await staff.authenticate('patient', '123456', over)).toMatchObject({ ok: true });
  });

  it('lets nobody guess faster by guessing at once', async () => {
    await put(member('rushed'), '123456');
    await Promise.all(Array.from({ length: 30 }, (_, at) => refusal('rushed', String(100_000 + at))));
    expect(await refusal('rushed', '123456')).toMatchObject(REFUSED);
  });

  it.each([
    ['an address with a second header', { mail: 'a@b.example\r\nBcc: x@y.example' }],
    ['two addresses', { mail: 'a@b.example,x@y.example' }],
    ['a name with markup', { name: '<script>alert(1)</script>' }],
    ['a name with a line break', { name: 'A\nB' }],
    ['an id with a key separator', { id: 'a#b' }],
  ])('refuses %s', async (_, change) => {
    await expect(put(member('wrong', change))).rejects.toThrow(/^Staff: /);
    expect(await staff.find('wrong')).toBeUndefined();
  });

  it('refuses a PIN that is no six digits', async () => {
    await expect(put(member('short'), '12345')).rejects.toThrow('got 5 characters');
  });
});

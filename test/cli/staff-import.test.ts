import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoStaffRegister, type WritableStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import { EXAMPLE_PIN_COST } from '../../local/scenario/staff.ts';
import { importJson } from '../../local/staff/import-json.ts';
import { startDynoxide, type TestDynamo } from '../support/dynamodb.ts';
import { NOW, randomBytes } from '../support/journeys.ts';
import { IDENTITY, pinKey } from '../support/pin-key.ts';

let dynamo: TestDynamo;
let register: WritableStaffRegister;
beforeAll(async () => {
  dynamo = await startDynoxide();
  const { identities: table } = await dynamo.tables();
  register = dynamoStaffRegister({ client: dynamo.client, table, pinKey, randomBytes, pinCost: EXAMPLE_PIN_COST });
});
afterAll(() => dynamo.stop());

const imported = (people: unknown, by = 'first') =>
  importJson(register, 'staff.json', people, { by, why: 'new people', at: NOW });

const member = (id: string, change: Readonly<Record<string, unknown>> = {}) => ({
  id,
  name: 'Ana',
  mail: `${id}@hospital.example`,
  roles: ['nurse'],
  site: 'site-1',
  language: 'en',
  pin: '123456',
  identity: { ...IDENTITY, checkedBy: 'first' },
  ...change,
});

it('puts in people who checked one another, and they can sign', async () => {
  const second = { ...IDENTITY, checkedBy: 'second' };
  await imported([member('first', { identity: second, roles: ['qa'] }), member('second')]);
  for (const id of ['first', 'second'])
    expect(await register.authenticate(id, '123456', NOW)).toMatchObject({ ok: true });
  await imported([member('third')]);
});

it.each([
  [
    'gives no PIN to whoever was not checked',
    { identity: undefined },
    /nobody signs before their identity was checked/,
  ],
  ['takes nobody as checked by themselves', { identity: { ...IDENTITY, checkedBy: 'fourth' } }, /another person/],
  [
    'knows who checked',
    { identity: { ...IDENTITY, checkedBy: 'stranger' } },
    /stranger, who is neither in the register/,
  ],
])('%s, and then puts in nobody', async (_, change, problem) => {
  const people = [member('other'), member('fourth', change)];
  await expect(imported(people)).rejects.toThrow(problem);
  expect(await register.find('other')).toBeUndefined();
});

const QUIET = { pin: undefined, identity: { ...IDENTITY, checkedBy: 'second' } };

it('keeps every change with old and new value, who and why, and nothing where nothing changed', async () => {
  const { pin: _pin, ...kept } = member('changing');
  await imported([member('changing')]);
  expect(await imported([kept])).toEqual([{ id: 'changing', change: undefined }]);
  const mail = 'new@hospital.example';
  const [{ change } = {}] = await imported([{ ...kept, mail }]);
  const moved = { field: 'mail', from: 'changing@hospital.example', to: mail };
  expect(change).toEqual({ what: 'changed', at: NOW, by: 'first', why: 'new people', fields: [moved] });
  expect((await register.changes('changing')).map(({ what }) => what).toSorted()).toEqual(['changed', 'joined']);
  expect(JSON.stringify(await register.changes('changing'))).not.toContain('123456');
});

it.each([
  ['by somebody who keeps no register', [member('fifth')], 'second', /By: got second, expected somebody active/],
  ['of who makes it', [member('first', { roles: ['qa', 'physician'], ...QUIET })], 'first', /their own entry/],
  ['of a PIN somebody has', [member('second')], 'first', /second: has a PIN. A new one takes two people/],
  ['of a name', [member('second', { name: 'Bea', pin: undefined })], 'first', /never given to another person/],
  [
    'that takes a keeper away to a site without any',
    [member('first', { roles: ['qa'], site: 'site-9', ...QUIET })],
    'anybody',
    /site-9 has no keeper yet/,
  ],
])('refuses a change %s', async (_, people, by, problem) => {
  await expect(imported(people, by)).rejects.toThrow(problem);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoStaffRegister, type WritableStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import { imported } from '../../local/cli/staff/import.ts';
import { EXAMPLE_PIN_COST } from '../../local/scenario/staff.ts';
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
  await imported(register, 'staff.json', [member('first', { identity: second }), member('second')]);
  for (const id of ['first', 'second'])
    expect(await register.authenticate(id, '123456', NOW)).toMatchObject({ ok: true });
  await imported(register, 'staff.json', [member('third')]);
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
  await expect(imported(register, 'staff.json', people)).rejects.toThrow(problem);
  expect(await register.find('other')).toBeUndefined();
});

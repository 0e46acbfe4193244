import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoStaffRegister, type WritableStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import { writtenTo } from '../../local/cli/staff/mails.ts';
import { EXAMPLE_JOINING, EXAMPLE_PIN, EXAMPLE_PIN_COST, exampleStaff } from '../../local/scenario/staff.ts';
import { startDynoxide, type TestDynamo } from '../support/dynamodb.ts';
import { NOW, randomBytes } from '../support/journeys.ts';
import { pinKey } from '../support/pin-key.ts';

let dynamo: TestDynamo;
let register: WritableStaffRegister;
beforeAll(async () => {
  dynamo = await startDynoxide();
  const { identities: table } = await dynamo.tables();
  register = dynamoStaffRegister({ client: dynamo.client, table, pinKey, randomBytes, pinCost: EXAMPLE_PIN_COST });
  for (const member of exampleStaff) await register.putStaff(member, EXAMPLE_JOINING, EXAMPLE_PIN);
});
afterAll(() => dynamo.stop());

const STATED = { by: 'qa', why: 'asked for it', at: NOW };
const NIGHT = { from: '20:00', to: '07:00', zone: 'Europe/Berlin' };

it('changes how somebody is written to, and nothing else of them', async () => {
  const before = await register.find('nurse');
  await writtenTo(register, 'nurse', { quiet: '20:00-07:00', zone: 'Europe/Berlin' }, STATED);
  await writtenTo(register, 'nurse', { as: 'digest' }, STATED);
  expect(await register.find('nurse')).toEqual({ ...before, quietHours: NIGHT, mails: 'digest' });
  expect(await register.authenticate('nurse', EXAMPLE_PIN, NOW)).toMatchObject({ ok: true });
  await writtenTo(register, 'nurse', { quiet: '21:00-06:00', as: 'each' }, STATED);
  expect(await register.find('nurse')).toMatchObject({
    quietHours: { from: '21:00', zone: NIGHT.zone },
    mails: 'each',
  });
  await writtenTo(register, 'nurse', { quiet: 'site' }, STATED);
  expect((await register.find('nurse'))?.quietHours).toBeUndefined();
  // Each stands in the record of the entry, with who, when and why.
  const changed = (await register.changes('nurse')).filter(({ what }) => what === 'changed');
  expect(
    changed.map(({ by, fields = [] }) => `${by}: ${fields.map(({ field }) => field).join(', ')}`).toSorted(),
  ).toEqual(['qa: mails', 'qa: quietHours', 'qa: quietHours', 'qa: quietHours, mails']);
});

it.each([
  ['nobody', { as: 'digest' as const }, 'nobody is not in the register'],
  ['qa', { quiet: '20:00-07:00' }, 'zone'],
  ['qa', { quiet: 'at night', zone: 'Europe/Berlin' }, 'expected a local time such as 08:00'],
  ['qa', { quiet: '08:00-07:00', zone: 'Europe/Berlin' }, 'at most 16 hours'],
])('refuses what cannot be: %s %o', async (id, wanted, why) => {
  await expect(writtenTo(register, id, wanted, STATED)).rejects.toThrow(why);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoStaffRegister, type WritableStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import { type TwoPersonChanges, twoPersonChanges } from '../../lambdas/adapters/two-person-changes.ts';
import type { Outcome } from '../../lambdas/domain/outcome.ts';
import { plus, plusMilliseconds } from '../../lambdas/domain/time.ts';
import { EXAMPLE_PIN_COST } from '../../local/scenario/staff.ts';
import { startDynoxide, type TestDynamo } from '../support/dynamodb.ts';
import { NOW, randomBytes } from '../support/journeys.ts';
import { IDENTITY, pinKey } from '../support/pin-key.ts';

let dynamo: TestDynamo;
let register: WritableStaffRegister;
let changes: TwoPersonChanges;
beforeAll(async () => {
  dynamo = await startDynoxide();
  const { identities: table } = await dynamo.tables();
  const access = { client: dynamo.client, table, pinKey, randomBytes, pinCost: EXAMPLE_PIN_COST };
  register = dynamoStaffRegister(access);
  changes = twoPersonChanges(access);
});
afterAll(() => dynamo.stop());

const put = async (id: string) => {
  const mail = `${id}@hospital.example`;
  const rest = { roles: ['nurse'], site: 'site-1', language: 'en', active: true, identity: IDENTITY } as const;
  await register.putStaff({ id, name: 'Ana', mail, ...rest }, { by: 'quinn', why: 'new', at: plusMilliseconds(NOW, -1) }, '123456');
};
const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.refusal.code);
const LATER = plus(NOW, 'PT1H', 'UTC');

it('gives another name that two other people gave alike, once, and keeps who asked and who approved', async () => {
  await put('ana');
  const approve = async (by: string, name = 'Ana Married', at = LATER) =>
    code(await changes.approveRename('ana', { by, name, at }));
  expect(await approve('robin')).toBe('not-found');
  const asked = { by: 'quinn', at: NOW, why: 'marriage certificate', name: 'Ana Married' };
  expect(code(await changes.askFor('ana', 'rename', { ...asked, by: 'ana' }))).toBe('forbidden');
  expect(code(await changes.askFor('nobody', 'rename', asked))).toBe('not-found');
  expect(code(await changes.askFor('ana', 'rename', asked))).toBe('done');
  expect(await approve('quinn')).toBe('forbidden');
  expect(await approve('ana')).toBe('forbidden');
  expect(await approve('robin', 'Ana Other')).toBe('conflict');
  expect(await approve('robin', 'Ana Married', plus(NOW, 'P1D', 'UTC'))).toBe('not-found');
  expect((await register.find('ana'))?.name).toBe('Ana');
  expect(await approve('robin')).toBe('done');
  expect((await register.find('ana'))?.name).toBe('Ana Married');
  expect(await approve('robin')).toBe('not-found');
  expect(await register.changes('ana')).toMatchObject([
    { what: 'joined' },
    { what: 'name-change-requested', by: 'quinn' },
    {
      what: 'renamed',
      by: 'quinn',
      approvedBy: 'robin',
      fields: [{ field: 'name', from: 'Ana', to: 'Ana Married' }],
    },
  ]);
  expect((await register.entry('ana'))?.changes).toBe(3);
});

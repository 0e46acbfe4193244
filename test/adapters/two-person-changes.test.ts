import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoStaffRegister, type WritableStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import type { TableAccess } from '../../lambdas/adapters/items.ts';
import { setPinByTicket } from '../../lambdas/adapters/pin-by-ticket.ts';
import type { PinMaking } from '../../lambdas/adapters/put-staff.ts';
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
let access: TableAccess & PinMaking;
beforeAll(async () => {
  dynamo = await startDynoxide();
  const { identities: table } = await dynamo.tables();
  access = { client: dynamo.client, table, pinKey, randomBytes, pinCost: EXAMPLE_PIN_COST };
  register = dynamoStaffRegister(access);
  changes = twoPersonChanges(access);
});
afterAll(() => dynamo.stop());

const put = async (id: string) => {
  const mail = `${id}@hospital.example`;
  const rest = { roles: ['nurse'], site: 'site-1', language: 'en', active: true, identity: IDENTITY } as const;
  await register.putStaff(
    { id, name: 'Ana', mail, ...rest },
    { by: 'quinn', why: 'new', at: plusMilliseconds(NOW, -1) },
    '123456',
  );
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

it('ends a PIN when two other people agree, and lets its owner set another by a ticket, once', async () => {
  await put('ben');
  const approve = async (by: string, ticketHash = 'ticket') =>
    code(
      await changes.approvePinReset('ben', {
        by,
        at: LATER,
        how: 'badge',
        ticketHash,
        expiresAt: plus(LATER, 'P1D', 'UTC'),
      }),
    );
  const signsWith = async (pin: string) => (await register.authenticate('ben', pin, LATER)).ok;
  expect(await approve('robin')).toBe('not-found');
  expect(code(await changes.askFor('ben', 'pin-reset', { by: 'quinn', at: NOW, why: 'forgotten' }))).toBe('done');
  expect(await signsWith('123456')).toBe(true);
  expect([await approve('quinn'), await approve('ben')]).toEqual(['forbidden', 'forbidden']);
  expect(await approve('robin')).toBe('done');
  expect(await approve('robin', 'another')).toBe('not-found');
  expect(await register.entry('ben')).toMatchObject({ hasPin: false, pinSetAt: LATER });
  expect(await signsWith('123456')).toBe(false);

  const at = plus(LATER, 'PT5M', 'UTC');
  const set = (pin: string) => setPinByTicket(access, { ...TICKET, expiresAt: plus(LATER, 'P1D', 'UTC') }, pin, at);
  expect(await set('271828')).toBe('done');
  expect(await set('314159')).toBe('conflict');
  expect([await signsWith('314159'), await signsWith('271828')]).toEqual([false, true]);
  expect((await register.entry('ben'))?.pinSetAt).toBe(at);
  const kept = await register.changes('ben');
  expect(kept.map(({ what, by }) => [what, by])).toEqual([
    ['joined', 'quinn'],
    ['pin-reset-requested', 'quinn'],
    ['pin-reset-approved', 'quinn'],
    ['pin-set', 'ben'],
  ]);
  expect(kept[2]?.approvedBy).toBe('robin');
  expect(JSON.stringify(kept)).not.toMatch(/271828|123456|314159/);
});

const TICKET = {
  staff: 'ben',
  gives: 'pin',
  hash: 'ticket',
  checked: { by: 'robin', how: 'badge', at: LATER },
} as const;

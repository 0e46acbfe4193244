import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoStaffCalendar, type StaffCalendars } from '../../lambdas/adapters/dynamo-staff-calendar.ts';
import { dynamoStaffRegister, type WritableStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import { plus } from '../../lambdas/domain/time.ts';
import { personIn } from '../support/builders.ts';
import { delegationOf } from '../support/delegations.ts';
import { startDynoxide, type TestDynamo } from '../support/dynamodb.ts';
import { NOW, randomBytes } from '../support/journeys.ts';
import { IDENTITY, pinKey } from '../support/pin-key.ts';

let dynamo: TestDynamo;
let staff: WritableStaffRegister;
let calendars: StaffCalendars;
let table: string;
beforeAll(async () => {
  dynamo = await startDynoxide();
  table = (await dynamo.tables()).identities;
  const access = { client: dynamo.client, table, randomBytes };
  staff = dynamoStaffRegister({ ...access, pinKey });
  calendars = dynamoStaffCalendar(access);
});
afterAll(() => dynamo.stop());

const STATED = { by: 'qa', why: 'people of the test', at: NOW };

async function people(...ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const of = { name: id, mail: `${id}@hospital.example`, site: 'site-1', language: 'en', active: true } as const;
    await staff.putStaff({ id, roles: ['physician'], identity: IDENTITY, ...of }, STATED);
  }
}

const made = (by: string, to: string, id = '1') =>
  delegationOf(
    { ...personIn(['physician']), id: by },
    { ...personIn(['physician']), id: to },
    {
      id,
      from: NOW,
      madeAt: NOW,
      until: plus(NOW, 'P7D', 'UTC'),
    },
  );

const records = async (by: string) => {
  const { Items = [] } = await dynamo.client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': { S: `STAFF#${by}` }, ':sk': { S: 'DELEGATION#' } },
    }),
  );
  return Items;
};

it('a delegation stands beside both people, where it is read when they sign, and as a record that nothing changes', async () => {
  await people('ann', 'bea');
  const one = made('ann', 'bea');
  await calendars.keepDelegation(one, NOW);
  for (const id of ['ann', 'bea']) expect((await staff.find(id))?.calendar?.delegations).toEqual([one]);
  const ended = { ...one, ended: { at: plus(NOW, 'P1D', 'UTC'), by: 'bea' } };
  await calendars.keepDelegation(ended, NOW);
  for (const id of ['ann', 'bea']) expect((await staff.find(id))?.calendar?.delegations).toEqual([ended]);
  expect((await records('ann')).map(({ ended: end }) => end?.M?.by?.S)).toEqual([undefined, 'bea']);
});

it('is not ended twice, outlives a change of the member, and loses no race', async () => {
  await people('cem', 'dan', 'eva');
  const one = made('cem', 'dan');
  await Promise.all(
    [one, made('cem', 'eva', '2'), made('dan', 'cem', '3')].map((all) => calendars.keepDelegation(all, NOW)),
  );
  expect((await staff.find('cem'))?.calendar?.delegations).toHaveLength(3);
  const cem = await staff.find('cem');
  if (cem === undefined) throw new Error('expected cem');
  expect(await staff.putStaff({ ...cem, mail: 'cem.2@hospital.example' }, STATED)).toMatchObject({
    value: { what: 'changed' },
  });
  expect((await staff.find('cem'))?.calendar?.delegations).toHaveLength(3);
  const ended = { ...one, ended: { at: NOW, by: 'cem' } };
  await calendars.keepDelegation(ended, NOW);
  await expect(calendars.keepDelegation(ended, NOW)).rejects.toThrow('it was kept before');
});

it('what is over for a quarter of a year stands in its record alone', async () => {
  await people('fay', 'gil');
  await calendars.keepDelegation(made('fay', 'gil'), NOW);
  const later = plus(NOW, 'P98D', 'UTC');
  const next = { ...made('fay', 'gil', '2'), from: later, madeAt: later, until: plus(later, 'P1D', 'UTC') };
  await calendars.keepDelegation(next, later);
  expect((await staff.find('gil'))?.calendar?.delegations.map(({ id }) => id)).toEqual(['2']);
  expect(await records('fay')).toHaveLength(2);
});

it('ends with the role it rests on, beside both people and as a record, by the same change of the entry', async () => {
  await people('hal', 'ina', 'joe');
  await calendars.keepDelegation(made('hal', 'ina'), NOW);
  await calendars.keepDelegation(made('joe', 'hal', '2'), NOW);
  const hal = await staff.find('hal');
  if (hal === undefined) throw new Error('expected hal');
  const at = plus(NOW, 'PT1H', 'UTC');
  const leaving = { by: 'qa', why: 'left the hospital', at, leaves: true };
  expect(await staff.putStaff({ ...hal, active: false }, leaving)).toMatchObject({ value: { what: 'left' } });
  const ended = { at, by: 'qa' };
  expect((await staff.find('ina'))?.calendar?.delegations).toMatchObject([{ id: '1', ended }]);
  expect((await staff.find('joe'))?.calendar?.delegations).toMatchObject([{ id: '2', ended }]);
  expect((await staff.find('hal'))?.calendar?.delegations).toMatchObject([{ ended }, { ended }]);
  expect(await records('hal')).toHaveLength(2);
  expect(await records('joe')).toHaveLength(2);
});

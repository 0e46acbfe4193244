import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoCompetence } from '../../lambdas/adapters/dynamo-competence.ts';
import { dynamoStaffRegister, type WritableStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import type { CompetenceRecord } from '../../lambdas/domain/competence/competence.ts';
import type { CompetenceRegister } from '../../lambdas/domain/ports.ts';
import { startDynoxide, type TestDynamo } from '../support/dynamodb.ts';
import { NOW, randomBytes } from '../support/journeys.ts';
import { IDENTITY, pinKey } from '../support/pin-key.ts';

let dynamo: TestDynamo;
let staff: WritableStaffRegister;
let competence: CompetenceRegister;
beforeAll(async () => {
  dynamo = await startDynoxide();
  const access = { client: dynamo.client, table: (await dynamo.tables()).identities, randomBytes };
  staff = dynamoStaffRegister({ ...access, pinKey });
  competence = dynamoCompetence(access);
});
afterAll(() => dynamo.stop());

const STATED = { by: 'qa', why: 'people of the test', at: NOW };
const person = (id: string) =>
  ({
    id,
    name: id,
    mail: `${id}@hospital.example`,
    roles: ['pharmacist'],
    site: 'site-1',
    language: 'en',
    active: true,
    identity: IDENTITY,
  }) as const;

const assessed = (at: string, training = 'SOP-7 version 2'): CompetenceRecord => ({
  what: 'assessed',
  task: 'thaw',
  training,
  observed: 3,
  required: 3,
  assessor: 'lead',
  assessedOn: at.slice(0, 10),
  validUntil: '2099-12-31',
  by: 'qa',
  why: 'yearly',
  at,
});

test('records are kept in order, never changed, and stand beside the entry', async () => {
  await staff.putStaff(person('ann'), STATED);
  const first = assessed('2026-01-05T12:00:00.000Z');
  const revoked = {
    what: 'revoked',
    task: 'thaw',
    by: 'qa',
    why: 'near miss',
    at: '2026-02-05T12:00:00.000Z',
  } as const;
  expect(await competence.keep('ann', first)).toMatchObject({ ok: true });
  expect(await competence.keep('Ann', revoked)).toMatchObject({ ok: true });
  expect(await competence.of('ann')).toEqual([first, revoked]);
  expect((await staff.find('ann'))?.competence?.thaw).toMatchObject([{ revokedAt: revoked.at }]);
  // The same record once more is refused, and nothing is written twice.
  expect(await competence.keep('ann', revoked)).toMatchObject({ refusal: { code: 'conflict' } });
  expect(await competence.of('ann')).toHaveLength(2);
});

test('who keeps the entry takes nothing of it along, and nobody else is given it', async () => {
  await staff.putStaff(person('ben'), STATED);
  await competence.keep('ben', assessed('2026-01-05T12:00:00.000Z'));
  const before = await staff.find('ben');
  if (before === undefined) throw new Error('ben was put');
  await staff.putStaff({ ...before, mail: 'benjamin@hospital.example' }, { ...STATED, at: '2026-12-01T08:00:00.000Z' });
  expect((await staff.find('ben'))?.competence).toEqual(before.competence);
  const forged = { ...before, roles: ['pharmacist', 'qa'] as const, competence: {} };
  await staff.putStaff({ ...forged, roles: [...forged.roles] }, { ...STATED, at: '2026-12-02T08:00:00.000Z' });
  expect((await staff.find('ben'))?.competence).toEqual(before.competence);
  await expect(competence.keep('nobody', assessed('2026-01-05T12:00:00.000Z'))).rejects.toThrow(/got none/);
});

test('of two that are written at once none is lost: one is refused, or both stand', async () => {
  await staff.putStaff(person('cy'), STATED);
  const both = ['2026-01-05T12:00:00.000Z', '2026-01-06T12:00:00.000Z'].map((at) => assessed(at));
  const kept = await Promise.all(both.map((record) => competence.keep('cy', record)));
  const written = kept.filter(({ ok }) => ok).length;
  expect(await competence.of('cy')).toHaveLength(written);
  expect((await staff.find('cy'))?.competence?.thaw).toHaveLength(written);
  expect(written).toBeGreaterThan(0);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoJourneyStore } from '../../../lambdas/adapters/dynamo-journey-store.ts';
import { dynamoRegisters } from '../../../lambdas/adapters/dynamo-registers.ts';
import type { Registers, StaffMember } from '../../../lambdas/domain/ports.ts';
import { changeControls } from '../../../lambdas/domain/registers/change-controls.ts';
import { keepRecord } from '../../../lambdas/domain/registers/keep-record.ts';
import { type CaseOpening, openChangeCase } from '../../../local/quality/open-case.ts';
import { SITE } from '../../support/builders.ts';
import { aChange } from '../../support/cases.ts';
import { startInMemory, type TestDynamo } from '../../support/dynamodb.ts';
import { value } from '../../support/journey-driver.ts';
import { NOW, randomBytes } from '../../support/journeys.ts';

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startInMemory();
});
afterAll(() => dynamo.stop());

const QA: StaffMember = {
  ...{ id: 'qa-a', name: 'Quinn', mail: 'qa-a@hospital.example', roles: ['qa'], site: SITE.id, language: 'en' },
  active: true,
};
const OTHER = { id: 'CC-2', entry: aChange(), at: '2026-11-20T08:00:00.000Z' };
const PROPOSED = { ...OTHER, id: 'CC-1' };
const WITHDRAWN = { ...PROPOSED, entry: aChange({ status: 'withdrawn', because: 'not needed' }), at: NOW };

test('a change is handed over in the commit that opens its case, or not at all where somebody changed it meanwhile', async () => {
  const access = { client: dynamo.client, table: (await dynamo.tables()).journeys, randomBytes };
  const registers = dynamoRegisters(access);
  const versions = (id: string) => registers.of(SITE.id, 'change-controls', id);
  const keep = async ({ id, ...given }: typeof OTHER) => {
    const stated = { site: SITE.id, id, by: 'pharmacist-a', why: 'stated', ...given };
    const kept = value(keepRecord(changeControls, stated, (await versions(id)).at(-1)));
    if (kept !== null) value(await registers.keep([kept]));
  };
  const opening = (of: Registers['of']): CaseOpening => ({
    ...{ store: dynamoJourneyStore(access), registers: { ...registers, of }, randomBytes, site: SITE, by: 'qa-a' },
    ...{ staff: { holding: async () => [QA] }, at: NOW, release: { version: '0.0.0', commit: 'test' } },
  });
  await keep(PROPOSED);
  await keep(OTHER);

  const meanwhile = opening(async (...asked) => {
    const read = await registers.of(...asked);
    await keep(WITHDRAWN);
    return read;
  });
  expect(await openChangeCase(meanwhile, 'CC-1')).toMatchObject({ ok: false, refusal: { code: 'conflict' } });
  expect((await versions('CC-1')).map(({ entry }) => entry.status)).toEqual(['proposed', 'withdrawn']);

  const journeyId = value(await openChangeCase(opening(registers.of), 'CC-2'));
  expect((await versions('CC-2')).at(-1)).toMatchObject({ by: 'qa-a', signedIn: { journeyId, seq: 1 } });
  expect(await openChangeCase(opening(registers.of), 'CC-2')).toMatchObject({
    ok: false,
    refusal: { code: 'forbidden' },
  });
});

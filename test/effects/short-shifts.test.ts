import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoRosters } from '../../lambdas/adapters/dynamo-rosters.ts';
import { dynamoStaffDirectory } from '../../lambdas/adapters/dynamo-staff-directory.ts';
import { type SitePolicy, STRICTEST_POLICY } from '../../lambdas/domain/journey/site-policy.ts';
import type { JourneySummary } from '../../lambdas/domain/journey/summary.ts';
import type { StaffMember } from '../../lambdas/domain/ports.ts';
import { noReadiness } from '../../lambdas/domain/registers/site-readiness.ts';
import { tellShortShifts } from '../../lambdas/effects/short-shifts.ts';
import { SITE } from '../support/builders.ts';
import { startInMemory, type TestDynamo } from '../support/dynamodb.ts';
import { randomBytes } from '../support/journeys.ts';
import { FULL_SHIFT } from '../support/on-duty.ts';
import { toldOnce } from '../support/told-once.ts';

const now = '2027-03-01T06:00:00.000Z';
const people = FULL_SHIFT.map(
  (one): StaffMember => ({ ...one, name: one.id, mail: `${one.id}@hospital.example`, language: 'en' }),
);

let dynamo: TestDynamo;
let identities: { readonly client: TestDynamo['client']; readonly table: string };
beforeAll(async () => {
  dynamo = await startInMemory();
  identities = { client: dynamo.client, table: (await dynamo.tables()).identities };
  await dynamoRosters({ ...identities, randomBytes }).putDutyRota({
    ...{ site: SITE.id, lead: 'nia', writtenBy: 'qa', writtenAt: now },
    shifts: [
      {
        name: 'early',
        from: '2027-03-03T05:00:00.000Z',
        until: '2027-03-03T13:00:00.000Z',
        who: people.map(({ id }) => id),
      },
      {
        name: 'late',
        from: '2027-03-03T13:00:00.000Z',
        until: '2027-03-03T21:00:00.000Z',
        who: ['nia', 'nat', 'gone'],
      },
    ],
  });
});
afterAll(() => dynamo.stop());

const planned = (journeyId: string, from: string, site: string = SITE.id): JourneySummary =>
  ({ journeyId, site, status: 'open', dates: [{ item: 'day-0', number: 1, from }] }) as unknown as JourneySummary;

/** What a sweep tells of these journeys, and under which id. */
async function told(open: readonly JourneySummary[], policy: SitePolicy = { ...STRICTEST_POLICY, shiftCover: {} }) {
  const { told: kept, messages } = toldOnce();
  const found = await tellShortShifts(
    {
      identities,
      messages,
      registers: { readiness: async (site) => noReadiness(site) },
      sites: [{ ...SITE, language: 'en', policy }],
      staffOf: async () => people,
      now: () => now,
    },
    open,
  );
  return { found, kept: [...kept] };
}

test('who leads the rota and the coordinator are told of each day of treatment within a week whose shift is not covered', async () => {
  const open = [
    planned('LATE', '2027-03-03T14:00:00.000Z'),
    planned('EARLY', '2027-03-03T09:00:00.000Z'),
    // Planned for the whole day: looked at when the site opens.
    planned('DAY', '2027-03-02T23:00:00.000Z'),
    planned('FAR', '2027-03-09T09:00:00.000Z'),
    planned('ELSEWHERE', '2027-03-03T14:00:00.000Z', 'elsewhere'),
  ];
  const { found, kept } = await told(open);
  expect(found).toBe(1);
  const short = [
    { place: 'thaw', have: 0, need: 1 },
    { place: 'thaw-check', have: 0, need: 1 },
    { place: 'crs-icans', have: 0, need: 1 },
  ];
  const days = [{ journeyId: 'LATE', at: '2027-03-03T14:00:00.000Z', shifts: ['late'], short, lead: 'nia' }];
  expect(kept).toMatchObject([
    [`coverage-${SITE.id}-2027-03-01`, { lead: 'nia', to: ['coordinator'], days, class: 'due' }],
  ]);
});

test('nothing is told where all is covered, nor where the site does not ask', async () => {
  expect(await told([planned('EARLY', '2027-03-03T09:00:00.000Z')])).toEqual({ found: 0, kept: [] });
  expect(await told([planned('LATE', '2027-03-03T14:00:00.000Z')], STRICTEST_POLICY)).toEqual({ found: 0, kept: [] });
});

test('who is on site is read for the times that are asked, and nobody twice', async () => {
  const staff = dynamoStaffDirectory(identities);
  const { rota, people: known } = await staff.onDuty(SITE.id, ['2027-03-03T14:00:00.000Z', '2027-03-03T15:00:00.000Z']);
  expect({ lead: rota?.lead, shifts: rota?.shifts.map(({ name }) => name), known }).toEqual({
    ...{ lead: 'nia', shifts: ['late'] },
    known: [],
  });
  expect(await staff.onDuty('elsewhere', [now])).toEqual({ people: [] });
});

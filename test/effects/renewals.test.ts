import { expect, test } from 'vitest';
import { STRICTEST_POLICY } from '../../lambdas/domain/journey/site-policy.ts';
import type { JourneySummary } from '../../lambdas/domain/journey/summary.ts';
import type { StaffMember } from '../../lambdas/domain/ports.ts';
import { noReadiness } from '../../lambdas/domain/registers/site-readiness.ts';
import type { EntryStanding } from '../../lambdas/domain/registers/standing.ts';
import { tellRenewals } from '../../lambdas/effects/renewals.ts';
import { SITE } from '../support/builders.ts';
import { toldOnce } from '../support/told-once.ts';

const standing = (validUntil: string) => [
  { training: 'SOP-7', assessedOn: '2026-01-05', validUntil, since: '2026-01-05T12:00:00.000Z' },
];
const person = (id: string, more: Partial<StaffMember>): StaffMember => ({
  id,
  name: id,
  mail: `${id}@hospital.example`,
  roles: ['cell-lab'],
  site: SITE.id,
  language: 'en',
  active: true,
  ...more,
});

/** The notices of the sweeps at these instants; what was written once is not written again. */
async function told(
  staff: readonly StaffMember[],
  at: readonly string[],
  open: readonly JourneySummary[] = [],
  entries: readonly EntryStanding[] = [],
) {
  const { told: notices, messages } = toldOnce();
  const sites = [{ ...SITE, language: 'en' as const, policy: STRICTEST_POLICY }];
  for (const now of at) {
    const registers = { readiness: async (site: string) => ({ ...noReadiness(site), entries: [...entries] }) };
    await tellRenewals({ messages, registers, sites, staffOf: async () => staff, now: () => now }, open);
  }
  return [...notices.values()];
}

test('each rung is told once, to more people the later it is; who has left is not asked to renew', async () => {
  const staff = [
    person('lou', { competence: { thaw: standing('2027-04-30') } }),
    person('gone', { active: false, competence: { thaw: standing('2027-04-30') } }),
  ];
  const days = ['2027-02-27', '2027-03-02', '2027-03-03', '2027-04-01', '2027-04-26', '2027-05-01', '2027-05-02'];
  const notices = await told(
    staff,
    days.map((day) => `${day}T06:00:00.000Z`),
  );
  expect(notices.map((one) => (one.about === 'renewal' ? [one.owner, one.rung, one.to, one.class] : []))).toEqual([
    ['lou', '60', [], 'info'],
    ['lou', '30', ['qa'], 'info'],
    ['lou', '7', ['qa', 'programme-lead'], 'due'],
    ['lou', 'lapsed', ['qa', 'programme-lead'], 'due'],
  ]);
});

test('what has lapsed names the open steps of the site that wait for it, those due first', async () => {
  const line = (step: 'Give the product' | 'Accept receipt', dueAt: string) =>
    ({ step, phase: 'Treatment', round: 1, dueAt }) as const;
  const journey = (journeyId: string, site: string, open: JourneySummary['open']) =>
    ({ journeyId, site, open }) as JourneySummary;
  const open = [
    journey('A', SITE.id, [line('Give the product', '2027-05-09T09:00:00.000Z')]),
    journey('B', SITE.id, [
      line('Give the product', '2027-05-03T09:00:00.000Z'),
      line('Accept receipt', '2027-05-01T09:00:00.000Z'),
    ]),
    journey('C', 'elsewhere', [line('Give the product', '2027-05-02T09:00:00.000Z')]),
    journey('D', SITE.id, undefined),
  ];
  const staff = [person('lou', { competence: { thaw: standing('2027-04-30') } })];
  const [before] = await told(staff, ['2027-04-26T06:00:00.000Z'], open);
  const [after] = await told(staff, ['2027-05-01T06:00:00.000Z'], open);
  expect(before).toMatchObject({ hits: [] });
  expect(after).toMatchObject({
    hits: [
      { journeyId: 'B', step: 'Give the product', dueAt: '2027-05-03T09:00:00.000Z' },
      { journeyId: 'A', step: 'Give the product', dueAt: '2027-05-09T09:00:00.000Z' },
    ],
  });
});

const agreement = (owner: string): EntryStanding => ({
  ...{ register: 'agreements', id: 'AG/1', version: 1, name: 'Agreement', owner, serves: ['kymriah'] },
  counts: [
    { what: 'agreement', until: '2027-04-30' },
    { what: 'review', until: '2027-04-30' },
  ],
});

test('what a register says counts until a day is told by the same ladder, each part by itself, and lists what it closes', async () => {
  const days = ['2027-01-30', '2027-02-01', '2027-02-02', '2027-03-02', '2027-04-01', '2027-04-26', '2027-05-01'];
  const open = [
    {
      ...{ journeyId: 'A', site: SITE.id, protocol: 'kymriah' },
      open: [
        { step: 'Agree the delivery', phase: 'Delivery', round: 1, dueAt: '2027-05-03T09:00:00.000Z' },
        { step: 'Give the product', phase: 'Treatment', round: 1, dueAt: '2027-05-04T09:00:00.000Z' },
      ],
    } as unknown as JourneySummary,
  ];
  const notices = await told(
    [],
    days.map((day) => `${day}T06:00:00.000Z`),
    open,
    [agreement('pharmacist')],
  );
  const renewals = notices.flatMap((one) => (one.about === 'renewal' && one.entry?.part === 'review' ? [one] : []));
  expect(notices).toHaveLength(2 * renewals.length);
  expect(renewals.map(({ rung, to, hits }) => [rung, to, hits.map(({ step }) => step)])).toEqual([
    ['90', ['pharmacist'], []],
    ['60', ['pharmacist'], []],
    ['30', ['pharmacist', 'qa'], []],
    ['7', ['pharmacist', 'qa', 'programme-lead'], []],
    ['lapsed', ['pharmacist', 'qa', 'programme-lead'], ['Agree the delivery']],
  ]);
});

test('what is to be done and closes nothing is told to its owner, and to quality assurance once it was not done', async () => {
  const protocol: EntryStanding = {
    ...{ register: 'documents', id: 'PRT-1/1', version: 1, name: 'Protocol', owner: 'pharmacist', counts: [] },
    due: [{ what: 'label check', on: '2027-04-30' }],
  };
  const days = ['2027-01-30', '2027-03-02', '2027-04-01', '2027-04-26', '2027-05-01'];
  const notices = await told(
    [],
    days.map((day) => `${day}T06:00:00.000Z`),
    [],
    [protocol],
  );
  expect(notices.map((one) => (one.about === 'renewal' ? [one.rung, one.to, one.closesNothing] : []))).toEqual([
    ['30', ['pharmacist'], true],
    ['7', ['pharmacist'], true],
    ['lapsed', ['pharmacist', 'qa'], true],
  ]);
});

test('a person who owns an entry is told themselves; where they have left, quality assurance is', async () => {
  const at = ['2027-02-02T06:00:00.000Z'];
  const toldOf = async (owner: string) =>
    (await told([person('lou', {}), person('gone', { active: false })], at, [], [agreement(owner)])).map((one) =>
      'to' in one ? one.to : [],
    );
  expect([await toldOf('lou'), await toldOf('gone')]).toEqual([
    [[], []],
    [['qa'], ['qa']],
  ]);
});

import { expect, test } from 'vitest';
import type { StaffCompetence } from '../../../lambdas/domain/competence/competence.ts';
import { type Curricula, curricula } from '../../../lambdas/domain/competence/curricula.ts';
import { curriculumNews } from '../../../lambdas/domain/competence/curriculum-news.ts';
import { type Document, documents } from '../../../lambdas/domain/registers/documents.ts';
import { aDocument, aReadinessOf, standingEntry } from '../../support/register-entries.ts';

const CURRICULA: Curricula = curricula.parse([
  { role: 'cell-lab', tasks: [{ task: 'receipt', test: 80 }], withinDays: 14 },
  { role: 'cell-lab', protocol: 'kymriah', tasks: [{ task: 'thaw', procedure: 'SOP-12', test: 90, observed: 3 }] },
  { unit: 'Emergency', people: ['Oda'], lead: 'ines', tasks: [{ task: 'crs-icans-care', observed: 1 }] },
]);
const at = '2026-06-01T08:00:00.000Z';
const entry = (id: string, over: Partial<Document>) =>
  standingEntry({ register: 'documents', id, ...documents.standing(aDocument({ revision: 'major', ...over })) });
const four = entry('SOP-12/4', { version: '4' });
const five = (over: Partial<Document>) => entry('SOP-12/5', { version: '5', ...over });
const standing = (more: object = {}) => [
  { training: 'SOP', assessedOn: '2026-03-02', validUntil: '2027-03-01', since: '2026-03-02T12:00:00.000Z', ...more },
];
const TRAINED: StaffCompetence = {
  receipt: standing(),
  thaw: standing({ procedure: { id: 'SOP-12', version: '4' } }),
};
const news = (
  competence: StaffCompetence | undefined,
  entries: readonly ReturnType<typeof entry>[] = [four],
  { id = 'lou', all = CURRICULA, now = at } = {},
) =>
  curriculumNews({ id, roles: id === 'lou' ? ['cell-lab'] : ['on-call'], competence }, all, {
    ...{ at: now, zone: 'Europe/Berlin' },
    readiness: aReadinessOf(...entries),
  });

test('who joins is told everything of their role at once: what to read, the test, the practice, by when, and who sees to it', () => {
  expect(news(undefined)).toEqual([
    {
      ...{ key: expect.stringMatching(/^joined-/), because: 'joined', lead: 'programme-lead', by: '2026-06-15' },
      items: [
        { task: 'receipt', test: 80, observed: 0 },
        { task: 'thaw', protocol: 'kymriah', read: 'SOP-12', test: 90, observed: 3 },
      ],
    },
  ]);
  expect(news(undefined, [], { id: 'oda' })).toMatchObject([{ lead: 'ines', items: [{ task: 'crs-icans-care' }] }]);
  expect(news(undefined, [], { id: 'somebody' })).toEqual([]);
});

test('it is the same assignment while the curriculum is, also when some of it is done, or others join', () => {
  const key = (...given: Parameters<typeof news>) => news(...given).map((one) => one.key);
  expect(key({ receipt: standing() })).toEqual(key(undefined));
  const [, , unit] = CURRICULA;
  const more = [...CURRICULA.slice(0, 2), { ...unit, people: ['oda', 'omar'] }] as Curricula;
  expect(key(undefined, [], { id: 'oda', all: more })).toEqual(key(undefined, [], { id: 'oda' }));
  const other = curricula.parse([{ role: 'cell-lab', tasks: [{ task: 'receipt', test: 90 }] }]);
  expect(key(undefined, [four], { all: other })).not.toEqual(key(undefined));
});

test('who is trained is told nothing, nor of what merely lapses', () => {
  expect(news(TRAINED)).toEqual([]);
  expect(news(TRAINED, [four], { now: '2028-01-10T08:00:00.000Z' })).toEqual([]);
});

test.each([
  ['approved', { status: 'approved', effectiveFrom: '2026-07-01' }, '2026-06-30'],
  ['approved, with no day yet', { status: 'approved', effectiveFrom: undefined }, undefined],
  ['to come', { effectiveFrom: '2026-07-01' }, '2026-06-30'],
  ['in force', { effectiveFrom: '2026-05-04' }, '2026-06-01'],
] as const)('a major version that is %s is read by whoever was trained in the one before', (_, over, by) => {
  const told = news(TRAINED, [four, five(over)]);
  expect(told).toMatchObject([
    { because: 'version', document: expect.stringContaining('SOP-12 version 5'), items: [{ task: 'thaw' }] },
  ]);
  expect(told[0]?.by).toBe(by);
  expect(told[0]?.key).toBe(news(TRAINED, [four, five({ effectiveFrom: '2026-07-01' })])[0]?.key);
});

test('a minor version, a draft, and one that was read ask nothing', () => {
  const read = [{ version: '5', on: '2026-05-20' }];
  const hasRead = { ...TRAINED, thaw: standing({ procedure: { id: 'SOP-12', version: '4' }, read }) };
  expect(news(TRAINED, [four, five({ revision: 'minor', effectiveFrom: '2026-05-04' })])).toEqual([]);
  expect(news(TRAINED, [four, five({ status: 'draft', effectiveFrom: undefined })])).toEqual([]);
  for (const over of [{ effectiveFrom: '2026-05-04' }, { status: 'approved', effectiveFrom: '2026-07-01' }] as const) {
    expect(news(hasRead, [four, five(over)])).toEqual([]);
  }
});

test('a revision of the label is told to everybody of the curricula of its product, when it is new or approved', () => {
  const label = (over: Partial<Document>) =>
    entry('PRT-K/2', {
      document: 'PRT-K',
      version: '2',
      type: 'protocol',
      revision: 'minor',
      serves: ['kymriah/2'],
      ...over,
    });
  const toldOf = (over: Partial<Document>) =>
    news(TRAINED, [four, label(over)]).map(({ because, by, items }) => [because, by, items[0]?.protocol]);
  expect(toldOf({ status: 'approved', effectiveFrom: '2026-07-01' })).toEqual([['label', '2026-06-30', 'kymriah']]);
  expect(toldOf({ effectiveFrom: '2026-05-18' })).toEqual([['label', '2026-06-01', 'kymriah']]);
  expect(toldOf({ effectiveFrom: '2026-02-02' })).toEqual([]);
  expect(toldOf({ effectiveFrom: '2026-05-18', serves: ['yescarta/2'] })).toEqual([]);
});

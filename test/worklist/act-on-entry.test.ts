import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dynamoCompetence } from '../../lambdas/adapters/dynamo-competence.ts';
import { hashOf } from '../../lambdas/domain/audit/hash.ts';
import { daysLater } from '../../lambdas/domain/calendar/local-time.ts';
import type { Registers } from '../../lambdas/domain/ports.ts';
import { registers as definitions } from '../../lambdas/domain/registers/index.ts';
import { type Keeping, keepRecord } from '../../lambdas/domain/registers/keep-record.ts';
import type { RegisterName } from '../../lambdas/domain/registers/names.ts';
import { accessTo, registersOf } from '../../local/scenario/place.ts';
import { EXAMPLE_PIN, EXAMPLE_SITE } from '../../local/scenario/staff.ts';
import { answer, type Bench, startBench } from '../sign-off/bench.ts';
import { value } from '../support/journey-driver.ts';
import { aDocument, anAgreement, aReadiness, aRiskAssessment } from '../support/register-entries.ts';
import { vessel } from '../support/registers.ts';
import { eventsOf } from '../support/stage-order.ts';
import { hidden, type Page, type Visitor, visitor } from './visitor.ts';

let bench: Bench;
let registers: Registers;
let today: string;
const people: Record<string, Visitor> = {};

beforeAll(async () => {
  for (const level of ['info', 'warn'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  bench = await startBench();
  registers = registersOf(bench.stack);
  today = (await bench.world.now()).slice(0, 'yyyy-mm-dd'.length);
  await keep('equipment', 'LN2-3', vessel());
  await keep('equipment', 'THAW-1', vessel({ kind: 'thaw-device' }), {
    mirror: { system: 'assets', id: 'A-1', asOf: `${today}T00:00:00.000Z` },
  });
  await keep('agreements', 'AG-7', anAgreement());
  await keep('risk-assessments', 'RA-3', aRiskAssessment({ reviewDue: '2027-02-01' }));
  await keep('documents', 'SOP-12', aDocument({ serves: [] }));
  await keep('product-readiness', 'kymriah', aReadiness({ equipment: ['LN2-3'] }));
  await bench.world.settle();
});
afterAll(() => bench?.stop());

/** A session ends while time goes on. */
async function signInAll(): Promise<void> {
  for (const id of ['nurse', 'cell-lab', 'qa', 'programme-lead']) {
    people[id] = visitor(bench);
    await people[id].signIn(id);
  }
}

async function keep(register: RegisterName, id: string, entry: unknown, more: Partial<Keeping> = {}): Promise<void> {
  const at = `${today}T00:00:00.000Z`;
  const given = { site: EXAMPLE_SITE, id, entry, by: 'qa', why: 'as found', at, ...more };
  const made = value(keepRecord(definitions[register], given, undefined));
  if (made !== null) value(await registers.keep([made]));
}

const pathOf = (id: string, register = 'equipment') => `/worklist/registers/${register}/${id}?lang=en`;
const as = (id: string): Visitor => people[id] ?? visitor(bench);

/** Posts a form of the page of an entry as it stands, also one that the page does not show to them, with what is typed. */
async function sign(who: string, path: string, typed: Record<string, string>, second?: string): Promise<Page> {
  const { html } = await as(who).get(path);
  const [register = '', id = ''] = path.split(/[/?]/).slice(3);
  const seen = hashOf((await newest(id, register as RegisterName)) ?? {});
  const form = { form: hidden(html, 'form'), seen, pin: EXAMPLE_PIN, ...typed };
  if (second === undefined) return as(who).post(path, form);
  const pairs = new URLSearchParams(form);
  pairs.append('second', second);
  pairs.append('pin', typed.pin2 ?? EXAMPLE_PIN);
  return as(who).post(path, pairs as unknown as Record<string, string>);
}

const text = (html: string): string =>
  html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
const newest = async (id: string, register: RegisterName = 'equipment') =>
  (await registers.of(EXAMPLE_SITE, register, id)).at(-1);
const statusOf = async (id: string) => (await newest(id))?.entry.status;

const QUARANTINE = { do: 'quarantine', because: 'alarm at night' };
const RELEASE = { do: 'release', because: 'sensor changed', reference: 'TEST-4' };

test('anybody of the site puts a vessel into quarantine, sees before what waits for it, and what was signed is looked at again', async () => {
  const link = await bench.linkTo('Place the order');
  await signInAll();
  const before = await as('cell-lab').get(pathOf('LN2-3'));
  expect(text(before.html)).toMatch(/Open steps that need it .*1 more step, of a journey that you do not see/);
  const led = text((await as('programme-lead').get(pathOf('LN2-3'))).html);
  expect(led).toContain(`${bench.journeyId} : Place the order`);
  await answer(bench, link);
  await signInAll();
  const signed = await sign('nurse', pathOf('LN2-3'), QUARANTINE);
  expect([signed.status, signed.headers.get('location')]).toEqual([
    303,
    '/worklist/registers/equipment/LN2-3?lang=en&signed=2',
  ]);
  const after = text((await as('nurse').get(signed.headers.get('location') ?? '')).html);
  expect(after).toContain('Signed. It is in quarantine');
  expect(after).toContain('in quarantine: alarm at night');
  expect(await newest('LN2-3')).toMatchObject({ by: 'nurse', why: 'alarm at night', signed: 'quarantine' });
  await bench.world.settle();
  const opened = (await eventsOf(bench, bench.journeyId)).filter(({ type }) => type === 'deviation.opened');
  expect(opened).toMatchObject([{ data: { kind: 'register-closed', step: 'Place the order' } }]);
});

test('out of quarantine it takes two people, of whom one keeps the registers, each with their PIN', async () => {
  expect(await statusOf('LN2-3')).toBe('QUARANTINED');
  const refused: readonly (readonly [Page, number, string])[] = [
    [await sign('nurse', pathOf('LN2-3'), RELEASE, 'qa'), 403, 'This is signed by who sees to it'],
    [await sign('qa', pathOf('LN2-3'), RELEASE, 'QA'), 403, 'another person'],
    [await sign('qa', pathOf('LN2-3'), RELEASE, 'nurse'), 403, 'This is signed by who sees to it'],
    [await sign('qa', pathOf('LN2-3'), RELEASE), 422, 'fill in every field'],
    [await sign('qa', pathOf('LN2-3'), { ...RELEASE, pin: '000001' }, 'cell-lab'), 401, 'The PIN is wrong'],
    [
      await sign('qa', pathOf('LN2-3'), { ...RELEASE, pin2: '000001' }, 'cell-lab'),
      401,
      'of the second person is wrong',
    ],
  ];
  for (const [page, status, said] of refused) {
    expect([page.status, text(page.html)]).toEqual([status, expect.stringContaining(said)]);
    expect(page.html).not.toContain('000001');
  }
  expect(refused[2]?.[0].html).toContain('value="TEST-4"');
  expect(await statusOf('LN2-3')).toBe('QUARANTINED');
  expect((await sign('cell-lab', pathOf('LN2-3'), RELEASE, 'qa')).status).toBe(303);
  expect(await newest('LN2-3')).toMatchObject({
    ...{ by: 'cell-lab', second: 'qa', signed: 'release', evidence: { reference: 'TEST-4' } },
    entry: { status: 'IN_USE' },
  });
});

test('who sees to it renews it by evidence, of the version that was shown', async () => {
  const page = await as('cell-lab').get(pathOf('LN2-3'));
  const next = daysLater(today, 365);
  const renewal = { do: 'renewal', part: 'calibration', on: today, next, reference: 'CAL-9' };
  const form = { form: hidden(page.html, 'form'), seen: hidden(page.html, 'seen'), pin: EXAMPLE_PIN, ...renewal };
  const early = await as('cell-lab').post(pathOf('LN2-3'), { ...form, on: '2020-01-01' });
  expect([early.status, text(early.html)]).toEqual([422, expect.stringContaining('not before it was done last')]);
  expect((await as('nurse').get(pathOf('LN2-3'))).html).not.toContain('value="renewal"');
  expect((await sign('nurse', pathOf('LN2-3'), renewal)).status).toBe(403);
  expect((await as('cell-lab').post(pathOf('LN2-3'), form, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect(
    (
      await as('cell-lab').post(pathOf('LN2-3'), {
        ...form,
        form: hidden((await as('qa').get(pathOf('LN2-3'))).html, 'form'),
      })
    ).status,
  ).toBe(403);
  const versions = (await registers.of(EXAMPLE_SITE, 'equipment', 'LN2-3')).length;
  expect((await as('cell-lab').post(pathOf('LN2-3'), form)).status).toBe(303);
  expect(await newest('LN2-3')).toMatchObject({
    ...{ version: versions + 1, signed: 'renewal', evidence: { reference: 'CAL-9', on: today } },
    entry: { calibration: { certificate: 'CAL-9', on: today, due: next } },
  });
  const again = await as('cell-lab').post(pathOf('LN2-3'), form);
  expect([again.status, text(again.html)]).toEqual([409, expect.stringContaining('was changed meanwhile')]);
  const review = { do: 'renewal', part: 'review', on: today, reference: 'minutes of May' };
  const long = await sign('qa', pathOf('RA-3', 'risk-assessments'), { ...review, next: daysLater(today, 800) });
  expect([long.status, text(long.html)]).toEqual([422, expect.stringContaining('reviewDue')]);
  const yearly = { ...review, next: daysLater(today, 360) };
  expect((await sign('qa', pathOf('RA-3', 'risk-assessments'), yearly)).status).toBe(303);
});

test('what another system holds is only confirmed here', async () => {
  const page = text((await as('qa').get(pathOf('THAW-1'))).html);
  expect(page).toContain('It is kept in assets and changed there.');
  const quarantined = await sign('qa', pathOf('THAW-1'), QUARANTINE);
  expect([quarantined.status, text(quarantined.html)]).toEqual([422, expect.stringContaining('changed in assets')]);
  expect((await sign('nurse', pathOf('THAW-1'), { do: 'confirmation', reference: 'seen' })).status).toBe(403);
  expect((await sign('cell-lab', pathOf('THAW-1'), { do: 'confirmation', reference: 'label seen' })).status).toBe(303);
  const { mirror, confirmedBy, by } = (await newest('THAW-1')) ?? {};
  expect([by, confirmedBy, mirror?.asOf]).toEqual(['cell-lab', { reference: 'label seen' }, await bench.world.now()]);
});

test('nothing is signed without a session', async () => {
  const form = { ...QUARANTINE, form: 'x', seen: 'x', pin: EXAMPLE_PIN };
  expect((await visitor(bench).post(pathOf('LN2-3'), form)).status).toBe(303);
  expect(await statusOf('LN2-3')).toBe('IN_USE');
  expect((await as('qa').post(pathOf('LN2-9'), form)).status).toBe(404);
});

test('who keeps the register sees who may do which task until when, and takes it back; others see their own', async () => {
  const competence = dynamoCompetence(accessTo(bench.stack));
  const assessed = { what: 'assessed', training: 'SOP-7', observed: 3, required: 3, assessor: 'qa', by: 'qa' } as const;
  const days = { assessedOn: '2027-01-04', validUntil: '2028-01-03', why: 'yearly', at: '2027-01-05T08:00:00.000Z' };
  for (const person of ['cell-lab', 'nurse']) {
    value(await competence.keep(person, { ...assessed, ...days, task: 'thaw' }));
  }
  const list = '/worklist/registers/competence?lang=en';
  const row = (id: string): RegExp => new RegExp(` ${id} Thawing may do it 3 Jan 2028 SOP-7`);
  const all = text((await as('qa').get(list)).html);
  for (const id of ['cell-lab', 'nurse']) expect(all).toMatch(row(id));
  const own = text((await as('nurse').get(list)).html);
  expect(own).toMatch(row('nurse'));
  expect(own).not.toMatch(row('cell-lab'));
  expect((await as('nurse').get('/worklist/registers/competence/cell-lab?lang=en')).status).toBe(404);
  const path = '/worklist/registers/competence/cell-lab?lang=en';
  const revoke = async (who: string, typed: object = {}, at = path) => {
    const form = hidden((await as(who).get(list)).html, 'form');
    return as(who).post(at, { form, task: 'thaw', because: 'seen', pin: EXAMPLE_PIN, ...typed });
  };
  const refused = [
    await revoke('nurse'),
    await revoke('nurse', {}, '/worklist/registers/competence/nurse?lang=en'),
    await revoke('qa', { pin: '000001' }),
    await revoke('qa', { form: 'x' }),
    await revoke('qa', { because: '' }),
    await revoke('qa', { task: 'receipt' }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([404, 422, 401, 403, 422, 422]);
  expect(await competence.of('cell-lab')).toHaveLength(1);
  const done = await revoke('qa');
  expect(done.status).toBe(303);
  expect(text((await as('qa').get(done.headers.get('location') ?? '')).html)).toMatch(/Signed\. .*Thawing taken back/);
  expect((await competence.of('cell-lab')).at(-1)).toMatchObject({ what: 'revoked', by: 'qa', why: 'seen' });
});

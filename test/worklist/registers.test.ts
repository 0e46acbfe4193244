import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dynamoRegisters } from '../../lambdas/adapters/dynamo-registers.ts';
import { daysLater } from '../../lambdas/domain/calendar/local-time.ts';
import type { Registers } from '../../lambdas/domain/ports.ts';
import { registers as definitions } from '../../lambdas/domain/registers/index.ts';
import { keepRecord } from '../../lambdas/domain/registers/keep-record.ts';
import type { RegisterName } from '../../lambdas/domain/registers/names.ts';
import { embeddedStage, type Stage } from '../../local/scenario/embedded-stage.ts';
import { seedStaff } from '../../local/scenario/place.ts';
import { EXAMPLE_SITE, staffAt } from '../../local/scenario/staff.ts';
import { anAgreement } from '../support/register-entries.ts';
import { vessel } from '../support/registers.ts';
import { type Visitor, visitor } from './visitor.ts';

let stage: Stage;
let qa: Visitor;
let otherSite: Visitor;
let registers: Registers;
let today: string;

beforeAll(async () => {
  for (const level of ['info', 'warn'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  stage = await embeddedStage({ seed: 1 });
  const { stack, world } = stage;
  const table = stack.model.tables.find(({ logicalId }) => logicalId === 'Journeys')?.name ?? '';
  const randomBytes = (count: number) => new Uint8Array(count);
  registers = dynamoRegisters({ client: stack.clientsFor().dynamodb, table, randomBytes });
  today = (await world.now()).slice(0, 'yyyy-mm-dd'.length);
  const used = vessel({ calibration: { certificate: 'C-1', on: daysLater(today, -300), due: daysLater(today, 20) } });
  await keep('equipment', 'LN2/3', used, -30);
  await keep('equipment', 'LN2/3', { ...used, status: 'QUARANTINED', because: '<b>alarm</b>' }, -10);
  await keep('agreements', 'AG-7', anAgreement(), -20);
  await seedStaff(stack, staffAt('other-site'));
  await world.settle();
  [qa, otherSite] = [visitor(stage), visitor(stage)];
  await qa.signIn('qa');
  await otherSite.signIn('coordinator.other-site');
});
afterAll(() => stage?.stack.stop());

/** Keeps an entry at noon of a day so many days from today. */
async function keep(register: RegisterName, id: string, entry: unknown, days: number): Promise<void> {
  const definition = definitions[register];
  const before = (await registers.of(EXAMPLE_SITE, register, id)).at(-1);
  const at = `${daysLater(today, days)}T12:00:00.000Z`;
  const made = keepRecord(definition, { site: EXAMPLE_SITE, id, entry, by: 'qa', why: 'as found', at }, before);
  if (!made.ok || made.value === null) throw new Error(`${id}: expected a record, got ${JSON.stringify(made)}`);
  expect(await registers.keep([made.value])).toMatchObject({ ok: true });
}

const text = (html: string): string =>
  html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

test('every register of the site stands in one line, with what may not be used', async () => {
  const { status, html, headers } = await qa.get('/worklist/registers?lang=en');
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(text(html)).toContain('Equipment and facilities 1 1 0');
  expect(text(html)).toContain('Change control 0 0 0');
});

test('a register names its entries with the reason that closes them, escaped', async () => {
  const { status, html } = await qa.get('/worklist/registers/equipment?lang=en&page=9');
  expect(status).toBe(200);
  expect(text(html)).toMatch(/LN2\/3 · version 2 NOT TO BE USED in quarantine: &lt;b/);
  expect(html).not.toContain('<b>alarm');
});

test('an entry has its versions, and is shown as of a day of the past', async () => {
  const path = '/worklist/registers/equipment/LN2~3?lang=en';
  const now = await qa.get(path);
  expect(now.status).toBe(200);
  expect(text(now.html)).toMatch(/Version 2, .* Entered by qa as found .*Status Before: in use → Now: in quarantine/);
  const then = text((await qa.get(`${path}&asOf=${daysLater(today, -11)}`)).html);
  expect(then).toContain('not how it stands now');
  expect(then).toContain('LN2/3 · version 1');
  expect(then).not.toMatch(/quarantine|Version 2,/);
  expect(text((await qa.get(`${path}&asOf=${daysLater(today, -31)}`)).html)).toContain('was not in the register yet');
  for (const day of [daysLater(today, 1), '2026-02-31', '0000-01-01', '<script>']) {
    const page = await qa.get(`${path}&asOf=${encodeURIComponent(day)}`);
    expect(page.status).toBe(422);
    expect(page.html).not.toContain('<script>');
    expect(text(page.html)).toContain('LN2/3 · version 2');
  }
});

test('nothing is shown before sign-in, of another site, or of what there is not', async () => {
  const stranger = await visitor(stage).get('/worklist/registers/equipment/LN2~3?lang=en');
  expect([stranger.status, stranger.html]).toEqual([303, '']);
  expect(stranger.headers.get('location')).toContain('next=%2Fworklist%2Fregisters%2Fequipment%2FLN2~3');
  const back = await visitor(stage).signIn('qa', undefined, '/worklist/registers/equipment/LN2~3');
  expect(back.headers.get('location')).toBe('/worklist/registers/equipment/LN2~3?lang=en');
  expect((await otherSite.get('/worklist/registers/equipment/LN2~3?lang=en')).status).toBe(404);
  expect(text((await otherSite.get('/worklist/registers/equipment?lang=en')).html)).toContain(
    'Nothing is in this register',
  );
  for (const path of ['nothing', 'constructor', 'equipment/LN2-4', 'equipment/LN2', 'equipment/LN2~3~1']) {
    expect((await qa.get(`/worklist/registers/${path}?lang=en`)).status).toBe(404);
  }
  expect((await qa.post('/worklist/registers', {})).status).toBeGreaterThanOrEqual(403);
});

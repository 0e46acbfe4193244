import { expect, it, test } from 'vitest';
import { hashOf } from '../../../lambdas/domain/audit/hash.ts';
import { ok } from '../../../lambdas/domain/outcome.ts';
import { readinessAsOf } from '../../../lambdas/domain/registers/as-of.ts';
import type { RegisterDefinition } from '../../../lambdas/domain/registers/definition.ts';
import { equipment } from '../../../lambdas/domain/registers/equipment.ts';
import { type Keeping, keepRecord } from '../../../lambdas/domain/registers/keep-record.ts';
import type { RegisterRecord } from '../../../lambdas/domain/registers/record.ts';
import { kept, SITE_ID, siteOf, vessel } from '../../support/registers.ts';

const AT = '2026-05-01T08:00:00.000Z';
const given = (entry: object, more: Partial<Keeping> = {}): Keeping => ({
  ...{ site: SITE_ID, id: 'LN2-3', by: 'QA ', why: 'yearly', at: AT, entry },
  ...more,
});
const keep = (keeping: Keeping, before?: RegisterRecord) =>
  keepRecord(equipment as RegisterDefinition, keeping, before);
const refusalOf = (keeping: Keeping, before?: RegisterRecord) => {
  const outcome = keep(keeping, before);
  return outcome.ok ? 'kept' : outcome.refusal.message;
};
const first = kept(vessel()).record;

test('versions count from 1 and are chained by what was written before', () => {
  const second = kept(vessel({ location: 'room 2' }), { at: AT, before: first });
  expect(first).toMatchObject({ version: 1, prev: '0'.repeat(64), by: 'qa' });
  expect(second.record).toMatchObject({ version: 2, prev: hashOf(first) });
  expect(second.standing).toMatchObject({ register: 'equipment', id: 'LN2-3', version: 2, name: 'LN2 vessel 3' });
});

test('what is known already is kept once', () => {
  expect(keep(given(vessel()), first)).toEqual({ ok: true, value: null });
});

it.each([
  ['what no field is for', { colour: 'grey' }, 'Unrecognized key: "colour"'],
  ['a day that is none', { maintenance: { due: '2026-02-30' } }, 'maintenance.due'],
  [
    'a due day before the day it counts from',
    { calibration: { certificate: 'C', on: '2026-02-01', due: '2026-01-01' } },
    'calibration.due: got 2026-01-01, expected not before calibration.on (2026-02-01)',
  ],
  ['a range from the warmer to the colder', { range: { min: -20, max: -80 } }, 'range: got -20 to -80 °C'],
  ['what is not in use, and not why', { status: 'LIMITED' }, 'because: got none, expected why it is LIMITED'],
])('refuses %s by name', (_, more, message) => {
  expect(refusalOf(given(vessel(more)))).toContain(message);
});

test('what was in quarantine is used again when two people say so, and what was retired never', () => {
  const quarantined = kept(vessel({ status: 'QUARANTINED', because: 'lid does not close' }), { before: first });
  const again = given(vessel());
  expect(refusalOf(again, quarantined.record)).toContain('second: got nobody');
  expect(refusalOf({ ...again, second: 'qa' }, quarantined.record)).toContain('another person');
  expect(keep({ ...again, second: 'Ann' }, quarantined.record)).toMatchObject({ value: { record: { second: 'ann' } } });
  const retired = kept(vessel({ status: 'RETIRED', because: 'sold' }), { before: first });
  expect(refusalOf({ ...again, second: 'ann' }, retired.record)).toContain('expected a new id');
});

test('a register does not go back in time', () => {
  expect(refusalOf(given(vessel({ location: 'room 2' }), { at: '2019-01-01T00:00:00.000Z' }), first)).toContain(
    'at: got',
  );
});

test('what another system holds is changed there, read again, or confirmed by what was looked at', () => {
  const mirror = { system: 'assets', id: '4711', asOf: '2026-04-01T00:00:00.000Z' };
  const row = keep(given(vessel(), { mirror }), undefined);
  const record = row.ok && row.value !== null ? row.value.record : first;
  expect(refusalOf(given(vessel({ location: 'room 2' })), record)).toContain('comes from assets');
  const older = { ...mirror, asOf: '2026-03-01T00:00:00.000Z' };
  expect(refusalOf(given(vessel(), { mirror: older }), record)).toContain('asOf: got 2026-03-01');
  const ahead = { ...mirror, asOf: '2099-01-01T00:00:00.000Z' };
  expect(refusalOf(given(vessel(), { mirror: ahead }))).toContain('asOf: got 2099-01-01');
  expect(refusalOf(given(vessel(), { mirror: ahead }), record)).toContain('asOf: got 2099-01-01');
  const confirmed = given(vessel(), {
    mirror: { ...mirror, asOf: AT },
    confirmedBy: { reference: 'sticker on the vessel' },
  });
  expect(keep(confirmed, record)).toMatchObject({
    value: { record: { version: 2 }, standing: { mirror: { asOf: AT } } },
  });
  expect(refusalOf(given(vessel({ location: 'x' }), { confirmedBy: { reference: 'seen' } }), first)).toContain(
    'is kept here',
  );
});

test('what somebody confirmed after an export was put there is known, and refuses none of it', () => {
  const mirror = { system: 'assets', id: '4711', asOf: '2026-04-01T00:00:00.000Z' };
  const row = keep(given(vessel(), { mirror }), undefined);
  const record = row.ok && row.value !== null ? row.value.record : first;
  const older = { ...mirror, asOf: '2026-03-01T00:00:00.000Z' };
  const feed = { freshSince: older.asOf };
  expect(keep({ ...given(vessel({ location: 'room 2' }), { mirror: older }), feed }, record)).toEqual(ok(null));
});

test('the registers of a site are told as of any instant, as they were read then', () => {
  const one = kept(vessel(), { at: '2026-01-05T08:00:00.000Z' });
  const other = kept(vessel(), { id: 'LN2-4', at: '2026-02-05T08:00:00.000Z' });
  const closed = kept(vessel({ status: 'QUARANTINED', because: 'alarm' }), {
    at: '2026-03-05T08:00:00.000Z',
    before: one.record,
  });
  const records = [one.record, closed.record, other.record];
  expect(readinessAsOf(SITE_ID, records, '2026-03-05T07:59:59.999Z')).toEqual(siteOf(one, other));
  expect(readinessAsOf(SITE_ID, records, '2026-03-05T08:00:00.000Z')).toMatchObject({
    version: 3,
    at: closed.record.at,
  });
  expect(readinessAsOf(SITE_ID, records, '2025-12-31T00:00:00.000Z')).toMatchObject({ version: 0, entries: [] });
});

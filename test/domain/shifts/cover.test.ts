import { expect, it, test } from 'vitest';
import { documents } from '../../../lambdas/domain/registers/documents.ts';
import { coverOf } from '../../../lambdas/domain/shifts/cover.ts';
import type { PersonOnDuty } from '../../../lambdas/domain/shifts/on-duty.ts';
import type { ShiftCover } from '../../../lambdas/domain/shifts/places.ts';
import { SITE } from '../../support/builders.ts';
import { FULL_SHIFT, onShift, shiftOf } from '../../support/on-duty.ts';
import { aDocument, aReadinessOf, standingEntry } from '../../support/register-entries.ts';

const at = '2027-03-08T09:00:00.000Z';
const asked = { at, site: SITE.id, zone: SITE.zone };
const shortOf = (people: readonly PersonOnDuty[], cover: ShiftCover = {}) =>
  coverOf(shiftOf(people), { ...asked, cover }).short.map(({ place, have, need }) => `${place} ${have}/${need}`);
const without = (id: string) => FULL_SHIFT.filter((one) => one.id !== id);

it('takes two who thaw, two at the bedside and a physician trained in CRS and ICANS', () => {
  const { filled, short, shifts } = coverOf(shiftOf(FULL_SHIFT), { ...asked, cover: {} });
  expect({ short, shifts }).toEqual({ short: [], shifts: ['early'] });
  expect(filled.map(({ place, by }) => `${place} ${by}`)).toEqual([
    'thaw lou',
    'thaw-check lea',
    'bedside nia',
    'bedside nat',
    'crs-icans hed',
  ]);
});

test.each([
  ['lou', 'thaw-check 0/1'],
  ['nat', 'bedside 1/2'],
  ['hed', 'crs-icans 0/1'],
])('without %s one place is short', (id, expected) => {
  expect(shortOf(without(id))).toEqual([expected]);
});

it('counts everybody once, and each where they are needed', () => {
  const able = onShift('lou', ['thaw', 'bedside-check'], { roles: ['cell-lab'] });
  expect(shortOf([able, ...without('lou')])).toEqual([]);
  expect(shortOf([able, ...without('lou').filter(({ id }) => id !== 'nat')])).toEqual(['bedside 1/2']);
  const twice = onShift('hed', ['crs-icans-care', 'bedside-check'], { roles: ['physician'] });
  expect(shortOf([twice, ...without('hed').filter(({ id }) => id !== 'nat')])).toHaveLength(1);
});

it('takes a nurse trained in CRS and ICANS for no physician', () => {
  expect(shortOf([...without('hed'), onShift('nil', ['crs-icans-care'])])).toEqual(['crs-icans 0/1']);
});

it('counts nobody who is away, has left, is of another site, or is not on the shift', () => {
  const lea = (more: Partial<PersonOnDuty>) => [
    ...without('lea'),
    onShift('lea', ['thaw'], { roles: ['cell-lab'], ...more }),
  ];
  const absences = [
    {
      id: '1',
      who: 'lea',
      from: '2027-03-08T00:00:00.000Z',
      until: '2027-03-09T00:00:00.000Z',
      madeBy: 'lea',
      madeAt: at,
    },
  ];
  for (const more of [{ active: false }, { site: 'elsewhere' }, { calendar: { absences, delegations: [] } }]) {
    expect(shortOf(lea(more))).toEqual(['thaw-check 0/1']);
  }
  const stranger = { ...shiftOf(without('lea')), people: FULL_SHIFT };
  expect(coverOf(stranger, { ...asked, cover: {} }).short).toMatchObject([{ place: 'thaw-check' }]);
});

it('counts nobody whose assessment lapsed, or was of a version before a major revision', () => {
  const procedure = { id: 'SOP-12', version: '4' };
  const standing = (more: object) => [
    { training: 'SOP-12 version 4', assessedOn: '2026-03-02', validUntil: '2027-06-01', since: at, ...more },
  ];
  const trained = (more: object) => [...without('lea'), onShift('lea', [], { competence: { thaw: standing(more) } })];
  expect(shortOf(trained({}))).toEqual([]);
  expect(shortOf(trained({ validUntil: '2027-03-07' }))).toEqual(['thaw-check 0/1']);
  const five = aDocument({ version: '5', revision: 'major', effectiveFrom: '2027-01-04' });
  const readiness = aReadinessOf(standingEntry({ register: 'documents', id: 'SOP-12/5', ...documents.standing(five) }));
  const covered = coverOf(shiftOf(trained({ procedure })), { ...asked, cover: {}, readiness });
  expect(covered.short).toMatchObject([{ place: 'thaw-check' }]);
});

it('asks as many as the site says, and where nobody is on site it names no shift', () => {
  expect(shortOf(FULL_SHIFT, { bedside: 3, 'crs-icans': 0, thaw: 2 })).toEqual(['thaw-check 0/1', 'bedside 2/3']);
  const later = shiftOf(FULL_SHIFT, { from: '2027-03-09T00:00:00.000Z' });
  for (const none of [later, { people: [] }]) {
    const { shifts, short } = coverOf(none, { ...asked, cover: {} });
    expect(shifts).toEqual([]);
    expect(short).toHaveLength(4);
  }
});

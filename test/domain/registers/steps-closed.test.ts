import { expect, it } from 'vitest';
import type { OpenStepLine } from '../../../lambdas/domain/journey/summary.ts';
import type { EntryStanding } from '../../../lambdas/domain/registers/standing.ts';
import { isClosedBy } from '../../../lambdas/domain/registers/steps-closed.ts';

const NOW = '2027-05-10T08:00:00.000Z';

type Register = EntryStanding['register'];
const entry = (register: Register, id: string, over: Partial<EntryStanding> = {}): EntryStanding => ({
  ...{ register, id, version: 1, name: id, owner: 'qa', counts: [] },
  ...over,
});
const until = (day: string, grace?: string) => ({
  counts: [{ what: 'review', until: day, ...(grace === undefined ? {} : { grace }) }],
});
const lapsed = until('2027-05-09');

const closes = (
  [first, ...others]: readonly [EntryStanding, ...EntryStanding[]],
  step: OpenStepLine['step'],
  { protocol = 'kymriah', dueAt = '2027-05-12T08:00:00.000Z', phase = 'Order' as OpenStepLine['phase'] } = {},
): boolean =>
  isClosedBy(
    { what: first.register, entry: { id: first.id, part: 'review' } },
    { protocol, line: { step, phase, round: 1, dueAt } },
    { site: 's', version: 1, at: NOW, entries: [first, ...others] },
    { at: NOW, zone: 'Europe/Berlin' },
  );

const agreement = entry('agreements', 'AG/1', { ...lapsed, serves: ['AG', 'kymriah'] });

it('closes the steps of its protocol whose gate asks it, and no others', () => {
  expect(closes([agreement], 'Agree the delivery')).toBe(true);
  expect(closes([agreement], 'Agree the delivery', { protocol: 'carvykti' })).toBe(false);
  expect(closes([agreement], 'Accept receipt')).toBe(false);
});

it('closes nothing where another may be used in its place', () => {
  const next = entry('agreements', 'AG/2', { ...until('2028-05-09'), serves: ['AG', 'kymriah'] });
  expect(closes([agreement, next], 'Agree the delivery')).toBe(false);
});

it('closes what a gate asks for that rests on it, even where each rests on the other', () => {
  const site = (restsOn: string) =>
    entry('product-readiness', 'kymriah', {
      ...{ serves: ['kymriah'], restsOn: [{ register: 'equipment' as const, id: restsOn }] },
    });
  const vessel = entry('equipment', 'LN2-3', {
    ...lapsed,
    restsOn: [{ register: 'product-readiness', id: 'kymriah' }],
  });
  expect(closes([vessel, site('LN2-3')], 'Place the order')).toBe(true);
  expect(closes([vessel, site('LN2-4')], 'Place the order')).toBe(false);
});

it('lists the steps that ask for a device of the register: which one, is said when it is signed', () => {
  const vessel = entry('equipment', 'LN2-3', lapsed);
  expect(closes([vessel], 'Accept receipt')).toBe(true);
  expect(closes([vessel], 'Place the order')).toBe(false);
});

it('closes what authorises by a procedure, of its step or phase, unless its next version is in force', () => {
  const sop = entry('documents', 'SOP/4', { ...lapsed, serves: ['SOP', 'Place the order'] });
  const next = entry('documents', 'SOP/5', { serves: ['SOP', 'Place the order'] });
  expect([closes([sop], 'Place the order'), closes([sop, next], 'Place the order')]).toEqual([true, false]);
  const ofPhase = entry('documents', 'SOP/4', { ...lapsed, serves: ['Order'] });
  expect([closes([ofPhase], 'Check the order'), closes([ofPhase], 'Give GO for thaw', { phase: 'Treatment' })]).toEqual(
    [true, false],
  );
});

it('with a grace, closes only what is due after it', () => {
  const graced = entry('agreements', 'AG/1', { ...until('2027-05-09', 'P60D'), serves: ['kymriah'] });
  expect(closes([graced], 'Agree the delivery')).toBe(false);
  expect(closes([graced], 'Agree the delivery', { dueAt: '2027-07-20T08:00:00.000Z' })).toBe(true);
});

import { expect, test } from 'vitest';
import { printIsbtDate } from '../../../lambdas/domain/identifiers/isbt-date.ts';
import { type Known, labelCodes, labelFaults } from '../../../lambdas/domain/journey/label-faults.ts';

const DONATION = 'A999926000001';
const KNOWN: Known = {
  chainOfIdentity: { issuer: 'A9999', scheme: 'isbt128', value: 'CHA999926000001' } as Known['chainOfIdentity'],
  donations: [DONATION],
  batch: 'B-1',
  containers: ['1', '2'],
  expiresOn: '2027-06-30',
  items: 1,
  year: 2026,
};
const ITEM = '(01)09506000134352';
const OTHER_ITEM = '(01)09506000134369';
const GS = '\u001d';

const faults = (codes: readonly (readonly [string, string])[], known: Partial<Known> = {}) =>
  labelFaults(labelCodes().parse(codes.map(([container, code]) => ({ container, code }))), { ...KNOWN, ...known });
const day = (at: string): string => {
  const printed = printIsbtDate({ day: at });
  if (!printed.ok) throw new Error(printed.refusal.message);
  return printed.value;
};

test.each([
  ['GS1 as scanned', `]d20109506000134352${'17270630'}10B-1${GS}21S1`],
  ['GS1 as printed', `${ITEM}(17)270630(10)B-1(21)S1`],
  ['GS1 with the whole month', `${ITEM}(17)270600(10)B-1`],
  ['GS1 with a time', `${ITEM}(7003)2706302359`],
  ['a trade item alone', '09506000134352'],
  ['a donation number', `=${DONATION}00`],
  ['a donation identification sequence', `DE009999${DONATION}`],
  ['a Single European Code', `SEC: DE009999${DONATION} A00S11270A020270630`],
  ['an expiry', `=>${day('2027-06-30')}`],
  ['a product code for autologous use', '=<S1127100'],
  ['a chain of identity', '&/CHA999926000001'],
  ['several in one', `=${DONATION}00=<S1127100=>${day('2027-06-30')}`],
])('%s that agrees is no fault', (_, code) => {
  expect(faults([['1', code]])).toEqual([]);
});

test.each([
  ['another batch', `${ITEM}(10)B-2`, 'label-batch'],
  ['another day of expiry', `${ITEM}(17)270629`, 'label-expiry'],
  ['another month of expiry', `${ITEM}(17)270500`, 'label-expiry'],
  ['two expiries of its own', `${ITEM}(17)270630(7003)2706292359`, 'label-expiry'],
  ['another donation', '=A99992600000200', 'label-donation'],
  ['the sequence of another donation', 'DE009999A999926000002', 'label-donation'],
  ['a Single European Code of another donation', 'SEC: DE009999A999926000002 A00S11270A020270630', 'label-donation'],
  ['a Single European Code of another day', `SEC: DE009999${DONATION} A00S11270A020270629`, 'label-expiry'],
  ['another expiry', `=>${day('2027-06-29')}`, 'label-expiry'],
  ['a product for others', '=<S1127V00', 'label-product'],
  ['another chain of identity', '&/CHA999926000002', 'label-chain-of-identity'],
  ['another donation, beside what agrees', '=A99992600000200=<S1127100', 'label-donation'],
])('a code that says %s is a fault', (_, code, fault) => {
  expect(faults([['1', code]])).toEqual([fault]);
});

test('a chain of identity of another scheme says nothing about a code of ISBT 128', () => {
  const own = { issuer: 'maker', scheme: 'maker', value: '7' } as Known['chainOfIdentity'];
  expect(faults([['1', '&/CHA999926000002']], { chainOfIdentity: own })).toEqual([]);
});

test('one serial number on two containers is a fault; the same label read twice is none', () => {
  const code = `${ITEM}(21)S1`;
  const read = (...containers: readonly string[]) => faults(containers.map((one) => [one, code] as const));
  expect(read('1', '1')).toEqual([]);
  expect(read('1', '2')).toEqual(['label-serial']);
});

test('a product has one trade item for each component, and a container one', () => {
  const two = [
    ['1', ITEM],
    ['2', OTHER_ITEM],
  ] as const;
  expect(faults(two)).toEqual(['label-product']);
  expect(faults(two, { items: 2 })).toEqual([]);
  expect(
    faults(
      two.map(([, code]) => ['1', code] as const),
      { items: 2 },
    ),
  ).toEqual(['label-product']);
});

test('a code of a container that is not on the certificate is a fault', () => {
  expect(faults([['3', `=${DONATION}00`]])).toEqual(['label-container']);
});

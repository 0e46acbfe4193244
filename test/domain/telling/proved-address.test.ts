import { expect, test } from 'vitest';
import { type AddressRecord, isToBeProved, standingOfAddress } from '../../../lambdas/domain/telling/proved-address.ts';
import { plus } from '../../../lambdas/domain/time.ts';

const MAIL = 'cam@hospital.example';
const START = '2027-01-11T09:00:00.000Z';
const after = (duration: string) => plus(START, duration, 'UTC');
const asked = { mail: MAIL, at: START };
const proved = { mail: MAIL, at: START };

const standing = (record: AddressRecord, now = after('PT1H')) =>
  `${standingOfAddress(MAIL, record, now)}${isToBeProved(MAIL, record, now) ? ', to be asked' : ''}`;

test('an address is unproved until somebody confirms a test mail, which is sent again after a week', () => {
  expect(standing({})).toBe('unproved, to be asked');
  expect(standing({ asked })).toBe('unproved');
  expect(standing({ asked }, after('P7D'))).toBe('unproved, to be asked');
  expect(standing({ asked, proved })).toBe('proved');
});

test('it is asked every month, and counts for two weeks longer', () => {
  expect(standing({ asked, proved }, after('P30D'))).toBe('proved');
  expect(standing({ asked, proved }, after('P31D'))).toBe('proved, to be asked');
  const again = { asked: { mail: MAIL, at: after('P31D') }, proved };
  expect(standing(again, after('P32D'))).toBe('proved');
  expect(standing(again, after('P45D'))).toBe('unproved, to be asked');
});

test('another address is another address', () => {
  const other = { mail: 'old@hospital.example', at: START };
  expect(standing({ asked: other, proved: other, bouncedAt: after('PT5M') })).toBe('unproved, to be asked');
});

test('an address that gave a mail back is not proved, until it is confirmed again or was corrected', () => {
  const bouncedAt = after('PT5M');
  expect(standing({ asked, bouncedAt })).toBe('bounced');
  expect(standing({ asked, proved, bouncedAt }, after('P8D'))).toBe('bounced, to be asked');
  expect(standing({ asked, proved: { mail: MAIL, at: after('PT10M') }, bouncedAt })).toBe('proved');
  expect(standing({ asked: { mail: MAIL, at: after('P8D') }, bouncedAt }, after('P8D'))).toBe('unproved');
});

import { expect, test } from 'vitest';
import * as z from 'zod';
import { attachment } from '../../../lambdas/domain/attachments/attachment.ts';
import { type Draft, enteredByOthers, type Saved, savedDraft } from '../../../lambdas/domain/sign-off/draft.ts';
import { dateTime, reference } from '../../../lambdas/domain/steps/evidence.ts';

const T1 = '2027-01-11T08:00:00.000Z';
const T2 = '2027-01-11T15:00:00.000Z';
const T3 = '2027-01-11T16:00:00.000Z';
const T4 = '2027-01-11T17:00:00.000Z';

const ASKED = z.strictObject({ batch: reference, dose: z.number(), takenAt: dateTime }).partial();
const enteredOf = (draft: Draft, said: Readonly<Record<string, unknown>>, signer: string) =>
  enteredByOthers(draft, ASKED, said, signer);

const form = (typed: Readonly<Record<string, string>>, evidence: Readonly<Record<string, unknown>> = {}): Saved => ({
  typed: Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, [text]])),
  values: { evidence },
  isAsShown: true,
});

const first = savedDraft(
  {},
  form({ 'evidence.batch': 'B1', 'evidence.dose': '2.5', reason: '' }, { batch: 'B1', dose: 2.5 }),
  'ana',
  T1,
);

test('what was filled in is kept with who did and when; what was left empty is not', () => {
  expect(first).toEqual({
    'evidence.batch': { typed: ['B1'], value: 'B1', by: 'ana', at: T1 },
    'evidence.dose': { typed: ['2.5'], value: 2.5, by: 'ana', at: T1 },
  });
});

test('who goes on with it has what they change; what they leave stays with whom it is from; what they empty is empty', () => {
  const next = savedDraft(
    first,
    form({ 'evidence.batch': 'B1', 'evidence.dose': '3', reason: 'new label' }, { batch: 'B1', dose: 3 }),
    'ben',
    T2,
  );
  expect(Object.entries(next).map(([name, { by, at }]) => [name, by, at])).toEqual([
    ['evidence.batch', 'ana', T1],
    ['evidence.dose', 'ben', T2],
    ['reason', 'ben', T2],
  ]);
  const emptied = savedDraft(next, form({ 'evidence.batch': '', 'evidence.dose': '3' }, { dose: 3 }), 'ben', T2);
  expect(emptied['evidence.batch']).toMatchObject({ typed: [], by: 'ben', at: T2 });
  expect(enteredOf(emptied, { evidence: { dose: 3 } }, 'ben')).toEqual([]);
});

test('who saves what they filled in before another saved empties nothing, and puts nothing back that the other changed', () => {
  const changed = savedDraft(first, form({ 'evidence.batch': 'B1', 'evidence.dose': '3' }, { dose: 3 }), 'ben', T2);
  const stale = { 'evidence.batch': '', 'evidence.dose': '2.5', reason: 'new label' };
  const next = savedDraft(changed, { ...form(stale, { dose: 2.5 }), isAsShown: false }, 'cleo', T3);
  expect(Object.entries(next).map(([name, { typed, by }]) => [name, typed, by])).toEqual([
    ['evidence.batch', ['B1'], 'ana'],
    ['evidence.dose', ['3'], 'ben'],
    ['reason', ['new label'], 'cleo'],
  ]);
  const own = savedDraft(changed, { ...form({ 'evidence.dose': '4' }, { dose: 4 }), isAsShown: false }, 'cleo', T3);
  expect(own['evidence.dose']).toMatchObject({ typed: ['4'], by: 'cleo' });
});

test('a field keeps who had put what there before, and when, from the first on; also through being emptied', () => {
  const doses = [
    ['3', 'ben', T2],
    ['', 'cleo', T3],
    ['2.5', 'ana', T4],
    ['2.5', 'ben', T4],
  ] as const;
  const last = doses.reduce(
    (draft, [dose, who, at]) => savedDraft(draft, form({ 'evidence.dose': dose }, { dose: Number(dose) }), who, at),
    first,
  );
  expect(last['evidence.dose']).toEqual({
    ...{ typed: ['2.5'], value: 2.5, by: 'ana', at: T4 },
    before: [
      { typed: ['2.5'], value: 2.5, by: 'ana', at: T1 },
      { typed: ['3'], value: 3, by: 'ben', at: T2 },
      { typed: [], by: 'cleo', at: T3 },
    ],
  });
  expect(last['evidence.batch']).toMatchObject({
    typed: [],
    by: 'ben',
    before: [{ typed: ['B1'], value: 'B1', by: 'ana', at: T1 }],
  });
});

test('what cannot be read yet is kept as typed', () => {
  expect(savedDraft({}, form({ 'evidence.dose': 'two' }), 'ana', T1)).toEqual({
    'evidence.dose': { typed: ['two'], by: 'ana', at: T1 },
  });
});

test('a signature tells who else had filled in what it says; what the signer changed or filled in is theirs', () => {
  const signed = { evidence: { batch: 'B1', dose: 3 } };
  expect(enteredOf(first, signed, 'ben')).toEqual([{ field: 'evidence.batch', by: 'ana', at: T1 }]);
  expect(enteredOf(first, signed, 'ana')).toEqual([]);
});

test('what means the same is the same, however it is written: a time in the zone of the site, a text with a blank at its end', () => {
  const saved = form(
    { 'evidence.takenAt': '2027-01-11T10:05', 'evidence.batch': 'B1 ', occurredAt: '2027-01-11T10:10' },
    { takenAt: '2027-01-11T10:05:00+01:00', batch: 'B1 ' },
  );
  const draft = savedDraft(
    {},
    { ...saved, values: { ...saved.values, occurredAt: '2027-01-11T10:10:00+01:00' } },
    'ana',
    T1,
  );
  const evidence = { takenAt: '2027-01-11T09:05:00.000Z', batch: 'B1' };
  const fields = (said: Readonly<Record<string, unknown>>) => enteredOf(draft, said, 'ben').map(({ field }) => field);
  expect(fields({ evidence, occurredAt: '2027-01-11T09:10:00.000Z' })).toEqual([
    'evidence.takenAt',
    'evidence.batch',
    'occurredAt',
  ]);
  expect(fields({ evidence: { takenAt: '2027-01-11T10:05:00.000Z' } })).toEqual([]);
});

test('a value that somebody had filled in stays theirs when it is changed before it is signed, or taken away and typed again', () => {
  const signed = { evidence: { dose: 2.5 } };
  const theirs = [{ field: 'evidence.dose', by: 'ana', at: T1 }];
  const changed = savedDraft(first, form({ 'evidence.dose': '3' }, { dose: 3 }), 'ana', T2);
  expect(enteredOf(changed, signed, 'ben')).toEqual(theirs);
  const emptied = savedDraft(first, form({ 'evidence.dose': '' }), 'ben', T2);
  expect(enteredOf(emptied, signed, 'ben')).toEqual(theirs);
  const again = savedDraft(emptied, form({ 'evidence.dose': '2.5' }, { dose: 2.5 }), 'ben', T3);
  expect(enteredOf(again, signed, 'ben')).toEqual(theirs);
  expect(enteredOf(again, signed, 'ana')).toEqual([{ field: 'evidence.dose', by: 'ben', at: T3 }]);
});

test('who attached a file is told by its checksum; another file of the same kind is the signer’s', () => {
  const file = (digit: string) => ({ sha256: digit.repeat(64), mediaType: 'application/pdf', size: 12 });
  const named = (digit: string) =>
    Object.fromEntries(Object.entries(file(digit)).map(([part, text]) => [`evidence.scan.${part}`, String(text)]));
  const saved = savedDraft({}, form(named('a'), { scan: file('a') }), 'ana', T1);
  const asked = z.strictObject({ scan: attachment });
  const signing = (digit: string) => enteredByOthers(saved, asked, { evidence: { scan: file(digit) } }, 'ben');
  expect(signing('a')).toEqual([{ field: 'evidence.scan.sha256', by: 'ana', at: T1 }]);
  expect(signing('b')).toEqual([]);
});

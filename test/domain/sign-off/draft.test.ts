import { expect, test } from 'vitest';
import { enteredByOthers, type Saved, savedDraft } from '../../../lambdas/domain/sign-off/draft.ts';

const T1 = '2027-01-11T08:00:00.000Z';
const T2 = '2027-01-11T15:00:00.000Z';
const T3 = '2027-01-11T16:00:00.000Z';
const T4 = '2027-01-11T17:00:00.000Z';

const form = (typed: Readonly<Record<string, string>>, evidence: Readonly<Record<string, unknown>> = {}): Saved => ({
  typed: Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, [text]])),
  values: { evidence },
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
  expect(enteredByOthers(emptied, { evidence: { batch: 'B1', dose: 3 } }, 'ben')).toEqual([]);
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
      { typed: ['2.5'], by: 'ana', at: T1 },
      { typed: ['3'], by: 'ben', at: T2 },
      { typed: [], by: 'cleo', at: T3 },
    ],
  });
  expect(last['evidence.batch']).toMatchObject({
    typed: [],
    by: 'ben',
    before: [{ typed: ['B1'], by: 'ana', at: T1 }],
  });
});

test('what cannot be read yet is kept as typed', () => {
  expect(savedDraft({}, form({ 'evidence.dose': 'two' }), 'ana', T1)).toEqual({
    'evidence.dose': { typed: ['two'], by: 'ana', at: T1 },
  });
});

test('a signature tells who else had filled in what it says; what the signer changed or filled in is theirs', () => {
  const signed = { evidence: { batch: 'B1', dose: 3 } };
  expect(enteredByOthers(first, signed, 'ben')).toEqual([{ field: 'evidence.batch', by: 'ana', at: T1 }]);
  expect(enteredByOthers(first, signed, 'ana')).toEqual([]);
});

test('who attached a file is told by its checksum; another file of the same kind is the signer’s', () => {
  const file = (digit: string) => ({ sha256: digit.repeat(64), mediaType: 'application/pdf', size: 12 });
  const named = (digit: string) =>
    Object.fromEntries(Object.entries(file(digit)).map(([part, text]) => [`evidence.scan.${part}`, String(text)]));
  const saved = savedDraft({}, form(named('a'), { scan: file('a') }), 'ana', T1);
  const signing = (digit: string) => enteredByOthers(saved, { evidence: { scan: file(digit) } }, 'ben');
  expect(signing('a')).toEqual([{ field: 'evidence.scan.sha256', by: 'ana', at: T1 }]);
  expect(signing('b')).toEqual([]);
});

import { expect, test } from 'vitest';
import { registers } from '../../../lambdas/domain/registers/index.ts';
import { vessel } from '../../support/registers.ts';

const SAMPLES: Readonly<Record<string, object>> = {
  equipment: vessel({
    range: { min: -196, max: -150 },
    mapping: { report: 'MAP-3', on: '2020-02-01', next: '2099-02-01', loaded: true },
    positions: ['LN2-3 / rack 1', 'LN2-3 / rack 2'],
  }),
  shippers: {
    name: 'Dry shipper 1',
    owner: 'cell-lab',
    status: 'IN_USE',
    kind: 'dry-shipper',
    qualification: { report: 'Q-1', on: '2026-01-01', until: '2027-01-01' },
    holdTest: { hours: 240, on: '2026-01-01', due: '2027-01-01' },
  },
};

test.each(Object.values(registers).filter(({ register }) => register in SAMPLES))(
  'a row of $register says all of its entry, and only in columns it names',
  ({ register, toRow, fromRow, entry, columns }) => {
    const parsed = entry().parse(SAMPLES[register]);
    const row = toRow(parsed);
    expect(Object.keys(row)).toEqual(columns);
    expect(entry().parse(fromRow(row))).toEqual(parsed);
    expect(new Set(columns).size).toBe(columns.length);
  },
);

test('what is no number, and no yes or no, is refused by name', () => {
  const { equipment } = registers;
  const row = { ...equipment.toRow(SAMPLES.equipment), range_min_c: '-196 C', mapped_loaded: 'perhaps' };
  const parsed = equipment.entry().safeParse(equipment.fromRow(row));
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['range.min', 'mapping.loaded']);
});

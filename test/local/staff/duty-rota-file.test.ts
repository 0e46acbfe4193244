import { expect, test } from 'vitest';
import { readDutyRotaFile } from '../../../local/staff/duty-rota-file.ts';

const read = (...lines: readonly string[]) => readDutyRotaFile(lines.join('\n'), 'Europe/Berlin');

test('who is on site is read as people write it, in the order of time, with who leads the rota', () => {
  const late = '2027-01-11 14:00 - 2027-01-11 22:30  late shift: noah, liv  # short';
  const early = '2027-01-11 06:00  2027-01-11 14:30  early: Nina noah nina';
  expect(read('# January', 'lead: Nina', '', late, early)).toEqual({
    ok: true,
    rota: {
      lead: 'nina',
      shifts: [
        { name: 'early', from: '2027-01-11T05:00:00.000Z', until: '2027-01-11T13:30:00.000Z', who: ['nina', 'noah'] },
        {
          name: 'late shift',
          from: '2027-01-11T13:00:00.000Z',
          until: '2027-01-11T21:30:00.000Z',
          who: ['noah', 'liv'],
        },
      ],
    },
  });
});

test.each([
  ['lead: ann', 'early: nina', 'line 2: expected beginning'],
  ['lead: ann', '2027-01-11 06:00 2027-01-11 05:00 early: nina', 'line 2: expected a shift that ends'],
  ['lead: ann', '2027-03-28 02:30 2027-03-28 08:00 early: nina', 'line 2: expected times that there are'],
  ['lead: ann', 'lead: bea', 'line 2: got a second lead'],
  ['', '2027-01-11 06:00 2027-01-11 14:00 early: nina', 'got no lead'],
])('%s, %s: %s', (head, line, problem) => {
  expect(read(head, line)).toEqual({ ok: false, problems: [expect.stringContaining(problem)] });
});

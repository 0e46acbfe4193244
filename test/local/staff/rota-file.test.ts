import { expect, it, test } from 'vitest';
import { readRotaFile } from '../../../local/staff/rota-file.ts';

const ZONE = 'Europe/Berlin';
const read = (...lines: readonly string[]) => readRotaFile(lines.join('\n'), ZONE);

it('reads roles and their shifts in local time, in order, without remarks', () => {
  const rotas = read(
    '# night shifts of January',
    '[physician]',
    '2027-01-12 17:00  2027-01-13 08:00  Bea  +49 30 1234, pager 7  # until she leaves',
    '2027-01-11 17:00 to 2027-01-12 08:00 ann +49 30 99',
    '',
    '[ pharmacist ]',
  );
  expect(rotas).toEqual({
    ok: true,
    rotas: [
      {
        role: 'physician',
        shifts: [
          { who: 'ann', from: '2027-01-11T16:00:00.000Z', until: '2027-01-12T07:00:00.000Z', contact: '+49 30 99' },
          {
            who: 'bea',
            from: '2027-01-12T16:00:00.000Z',
            until: '2027-01-13T07:00:00.000Z',
            contact: '+49 30 1234, pager 7',
          },
        ],
      },
      { role: 'pharmacist', shifts: [] },
    ],
  });
});

test.each([
  [['[doctor]'], 'line 1: got role doctor'],
  [['2027-01-11 17:00  2027-01-12 08:00  ann  1'], 'line 1: got a shift, expected a role'],
  [['[qa]', '2027-01-11 17:00  2027-01-12 08:00  ann'], 'line 2: expected beginning, end, user id and contact'],
  [['[qa]', '2027-01-12 17:00  2027-01-12 08:00  ann  1'], 'line 2: expected a shift that ends after it begins'],
  [['[qa]', '2027-02-30 17:00  2027-03-01 08:00  ann  1'], 'line 2: expected times that there are'],
  [['[qa]', '2027-03-28 02:30  2027-03-28 08:00  ann  1'], 'line 2: expected times that there are'],
  [['[qa]', '[qa]'], 'line 2: got qa twice'],
  [[''], 'got no role'],
])('names what is wrong in %j', (lines, problem) => {
  const { ok, ...rest } = read(...lines);
  expect(ok).toBe(false);
  expect(JSON.stringify(rest)).toContain(problem);
});

import { expect, test } from 'vitest';
import { instantOption } from '../../local/cli/staff/instant-option.ts';

test.each([
  ['2026-05-02T03:10Z', '2026-05-02T03:10:00.000Z'],
  ['2026-05-02T03:10+02:00', '2026-05-02T01:10:00.000Z'],
  ['2026-05-02T03:10:30Z', '2026-05-02T03:10:30.000Z'],
])('an instant is taken to the minute or the second: %s', (given, read) => {
  expect(instantOption('--at', given)).toBe(read);
});

test.each(['2026-05-02', '2026-05-02T03:10', 'T03:10Z', 'tomorrow'])('and refused without its offset: %s', (given) => {
  expect(() => instantOption('--at', given)).toThrow('--at: got');
});

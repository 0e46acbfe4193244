import { expect, it } from 'vitest';
import type { StaffMember } from '../../lambdas/domain/ports.ts';
import { statedKeeper } from '../../local/cli/staff/stated-keeper.ts';
import { exampleStaff } from '../../local/scenario/staff.ts';

const site = 'university-hospital';
const elsewhere: StaffMember[] = exampleStaff
  .filter(({ id }) => id === 'qa')
  .map((one) => ({ ...one, id: 'elsewhere', site: 'site-2', active: true }));
const registerOf = (members: readonly StaffMember[]) => ({
  find: async (id: string) => members.find((one) => one.id === id),
  holding: async (at: string, role: string) =>
    members.filter((one) => one.active && one.site === at && one.roles.some((held) => held === role)),
});
const all = registerOf([...exampleStaff, ...elsewhere]);

it('is found however the user id is typed', async () => {
  expect(await statedKeeper(all, { site, id: 'nurse' }, ' QA')).toBe('qa');
  expect(await statedKeeper(all, { site }, 'qa')).toBe('qa');
});

it.each([
  ['nobody knows', 'stranger', /stranger/],
  ['keeps the register of another site', 'elsewhere', /expected active staff of university-hospital/],
  ['keeps no register', 'nurse', /they keep the register/],
  ['it is about', 'qa', /nobody changes their own entry/],
])('is nobody who %s', async (_, by, why) => {
  await expect(statedKeeper(all, { site, id: 'qa' }, by)).rejects.toThrow(why);
});

it('is anybody of a site that has no keeper, and nobody else', async () => {
  const nurses = registerOf([...exampleStaff.filter(({ id }) => id === 'nurse'), ...elsewhere]);
  expect(await statedKeeper(nurses, { site }, 'nurse')).toBe('nurse');
  await expect(statedKeeper(nurses, { site }, 'elsewhere')).rejects.toThrow(/expected active staff of/);
});

import { expect, test } from 'vitest';
import type { StaffDirectory, StaffMember } from '../../lambdas/domain/ports.ts';
import type { Role } from '../../lambdas/domain/vocabulary.ts';
import { recipientsOf, type Whom } from '../../lambdas/effects/recipients.ts';

type Ties = Pick<StaffMember, 'roles' | 'deputises'>;

/** A register of active people, by user id. */
function register(people: Readonly<Record<string, Ties>>): Pick<StaffDirectory, 'holding' | 'deputising'> {
  const all = Object.entries(people).map(
    ([id, ties]): StaffMember => ({
      id,
      name: id,
      mail: `${id}@b.example`,
      site: 's',
      language: 'en',
      active: true,
      ...ties,
    }),
  );
  return {
    holding: async (_, role) => all.filter(({ roles }) => roles.includes(role)),
    deputising: async (_, role) => all.filter(({ deputises = [] }) => deputises.includes(role)),
  };
}

const told = async (people: Readonly<Record<string, Ties>>, roles: readonly Role[], whom: Whom = {}) =>
  (await recipientsOf(register(people), 's', roles, whom)).map(({ member, role }) => `${member.id} as ${role}`);

const lead: Ties = { roles: ['programme-lead'] };
const onCall: Ties = { roles: ['on-call'] };
const deputies = { tier: 'deputies' } as const;

test('those who hold the roles, each once, in the first of their roles', async () => {
  const people = { ann: { roles: ['physician', 'qa'] }, bob: { roles: ['qa'] }, lead } as const;
  expect(await told(people, ['physician', 'qa'])).toEqual(['ann as physician', 'bob as qa']);
});

test('a role nobody holds now falls to its deputies at once, then to the lead, then to who is on call', async () => {
  const dan: Ties = { roles: [], deputises: ['physician'] };
  expect(await told({ dan, lead, onCall }, ['physician'])).toEqual(['dan as physician']);
  expect(await told({ lead, onCall }, ['physician'])).toEqual(['lead as physician']);
  expect(await told({ onCall }, ['physician'])).toEqual(['onCall as physician']);
  await expect(told({}, ['physician'])).rejects.toThrow('nobody at site s holds physician');
});

test('the second tier is the deputies of any of the roles, without those told as holders', async () => {
  const people = {
    ann: { roles: ['physician'], deputises: ['coordinator'] },
    cam: { roles: ['coordinator'] },
    dan: { roles: ['nurse'], deputises: ['physician'] },
    lead,
    onCall,
  } as const;
  expect(await told(people, ['physician', 'coordinator', 'programme-lead'], deputies)).toEqual(['dan as physician']);
});

test('without deputies the second tier is the lead, or who is on call where the lead was told; at last the holders again', async () => {
  const ann: Ties = { roles: ['physician'] };
  expect(await told({ ann, lead, onCall }, ['physician'], deputies)).toEqual(['lead as physician']);
  expect(await told({ ann, lead, onCall }, ['physician', 'programme-lead'], deputies)).toEqual(['onCall as physician']);
  expect(await told({ ann }, ['physician'], deputies)).toEqual(['ann as physician']);
  await expect(told({}, ['physician'], deputies)).rejects.toThrow('nobody at site s');
});

test('who cannot be reached is passed over, unless nobody else is there', async () => {
  const cam: Ties = { roles: ['coordinator'] };
  expect(await told({ cam, lead }, ['coordinator'], { except: 'cam' })).toEqual(['lead as coordinator']);
  expect(await told({ cam }, ['coordinator'], { except: 'cam' })).toEqual(['cam as coordinator']);
});

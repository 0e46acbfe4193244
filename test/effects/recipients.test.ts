import { expect, test } from 'vitest';
import type { StaffMember } from '../../lambdas/domain/ports.ts';
import type { Delegation } from '../../lambdas/domain/staff/delegation.ts';
import type { Rota } from '../../lambdas/domain/staff/rota.ts';
import type { Team } from '../../lambdas/domain/staff/team.ts';
import type { Role } from '../../lambdas/domain/vocabulary.ts';
import { type Register, recipientsOf, type Whom } from '../../lambdas/effects/recipients.ts';

type Ties = Pick<StaffMember, 'roles' | 'deputises'> & Partial<StaffMember>;

/** A register of active people, by user id. */
function register(people: Readonly<Record<string, Ties>>, rota?: Rota, teams: readonly Team[] = []): Register {
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
    roster: async (_, role) => ({
      holders: all.filter(({ roles }) => roles.includes(role)),
      teams: teams.filter((team) => team.role === role),
      ...(role === rota?.role ? { rota } : {}),
    }),
    deputising: async (_, role) => all.filter(({ deputises = [] }) => deputises.includes(role)),
    find: async (id) => all.find((one) => one.id === id),
  };
}

const told = async (
  people: Readonly<Record<string, Ties>>,
  roles: readonly Role[],
  whom: Whom = {},
  rota?: Rota,
  teams?: readonly Team[],
) =>
  (await recipientsOf(register(people, rota, teams), 's', roles, whom)).map(
    ({ member, role, onBehalfOf }) => `${member.id} as ${role}${onBehalfOf === undefined ? '' : ` for ${onBehalfOf}`}`,
  );

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

const NOW = '2027-01-12T08:00:00.000Z';
const now: Whom = { told: { at: NOW, journeyId: 'J', step: 'Confirm eligibility' } };
const period = { from: '2027-01-11T08:00:00.000Z', until: '2027-01-18T08:00:00.000Z' };
const made = { madeBy: 'ann', madeAt: period.from };

const handsOver = (to: string, change: Partial<Delegation> = {}): Pick<StaffMember, 'calendar'> => ({
  calendar: {
    absences: [],
    delegations: [
      {
        id: '1',
        by: 'ann',
        to,
        role: 'physician',
        as: 'physician',
        site: 's',
        scope: { kind: 'all' },
        reason: 'on holiday',
        ...period,
        ...made,
        ...change,
      },
    ],
  },
});
const away: Pick<StaffMember, 'calendar'> = {
  calendar: { delegations: [], absences: [{ id: '1', who: 'ann', ...period, ...made }] },
};
const physician: Ties = { roles: ['physician'] };
const ann = { ...physician, ...handsOver('bea') };

test('what was handed over is told to the deputy in place of the delegator, once, though they hold the role too', async () => {
  expect(await told({ ann, bea: physician, cem: physician }, ['physician'], now)).toEqual([
    'bea as physician for ann',
    'cem as physician',
  ]);
  const nurse: Ties = { roles: ['nurse'] };
  const byNurse = { ...physician, ...handsOver('bea', { as: 'nurse' }) };
  expect(await told({ ann: byNurse, bea: nurse }, ['physician'], now)).toEqual(['bea as physician for ann']);
  const lost = { ...physician, ...handsOver('bea') };
  expect(await told({ ann: lost, bea: nurse }, ['physician'], now)).toEqual(['ann as physician']);
});

test('only as long, and for what, it was handed over; into their own diary everybody is told as themselves', async () => {
  const elsewhere: readonly Partial<Delegation>[] = [
    { until: NOW },
    { ended: { at: NOW, by: 'bea' } },
    { scope: { kind: 'journey', journeyId: 'K' } },
    { scope: { kind: 'steps', steps: ['Confirm consent'] } },
    { role: 'qa' },
  ];
  for (const change of elsewhere) {
    const people = { ann: { ...physician, ...handsOver('bea', change) }, bea: { roles: ['qa'] } } as const;
    expect(await told(people, ['physician'], now)).toEqual(['ann as physician']);
  }
  expect(await told({ ann, bea: physician }, ['physician'])).toEqual(['ann as physician', 'bea as physician']);
});

test('a deputy who left or is away acts for nobody, and hands nothing on', async () => {
  expect(await told({ ann, bea: { ...physician, active: false } }, ['physician'], now)).toContain('ann as physician');
  expect(await told({ ann, bea: { ...physician, ...away } }, ['physician'], now)).toEqual(['ann as physician']);
  const bea = { ...physician, ...handsOver('cem', { by: 'bea' }) };
  expect(await told({ ann, bea, cem: physician }, ['physician'], now)).toEqual([
    'bea as physician for ann',
    'cem as physician for bea',
  ]);
});

test('who is away is not told: the team is, or the deputies, the lead and who is on call, and at last they all the same', async () => {
  const gone = { ...physician, ...away };
  expect(await told({ gone, bea: physician }, ['physician'], now)).toEqual(['bea as physician']);
  const dan: Ties = { roles: [], deputises: ['physician'] };
  expect(await told({ gone, dan, lead }, ['physician'], now)).toEqual(['dan as physician']);
  expect(await told({ gone, lead }, ['physician'], now)).toEqual(['lead as physician']);
  expect(await told({ gone }, ['physician'], now)).toEqual(['gone as physician']);
  expect(await told({ gone }, ['physician'], { ...deputies, ...now })).toEqual(['gone as physician']);
});

const urgent: Whom = { told: { at: NOW, step: 'Confirm eligibility', class: 'critical' } };
const onDuty = (...who: readonly string[]): Rota => ({
  site: 's',
  role: 'physician',
  shifts: who.map((one) => ({ who: one, from: period.from, until: period.until, contact: '1234' })),
  writtenBy: 'qa',
  writtenAt: NOW,
});

test('what is urgent goes to who is on call, next to the others of the role and its deputies; the rest goes to all', async () => {
  const dan: Ties = { roles: ['nurse'], deputises: ['physician'] };
  const people = { bea: physician, cem: physician, dan, lead };
  expect(await told(people, ['physician'], urgent, onDuty('cem'))).toEqual(['cem as physician']);
  // Whoever was on call when the others were told, this one is there now.
  expect(await told(people, ['physician'], { ...deputies, ...urgent }, onDuty('cem'))).toEqual([
    'cem as physician',
    'dan as physician',
    'bea as physician',
  ]);
  expect(await told({ cem: physician, lead }, ['physician'], { ...deputies, ...urgent }, onDuty('cem'))).toEqual([
    'cem as physician',
    'lead as physician',
  ]);
  expect(await told(people, ['physician'], now, onDuty('cem'))).toEqual(['bea as physician', 'cem as physician']);
  expect(await told(people, ['physician'], urgent)).toEqual(['bea as physician', 'cem as physician']);
});

test('what is urgent and asks nothing goes to all of the role with who is on call: nobody is told of it later', async () => {
  const people = { bea: physician, cem: physician, dan: { roles: ['nurse', 'on-call'] } } as const;
  const journey: Whom = { told: { at: NOW, journeyId: 'J', class: 'critical' } };
  expect(await told(people, ['physician'], journey, onDuty('dan'))).toEqual([
    'dan as physician',
    'bea as physician',
    'cem as physician',
  ]);
  expect(await told(people, ['physician'], journey, onDuty('cem'))).toEqual(['cem as physician', 'bea as physician']);
});

test('on call can be somebody of another role; in a gap, or while they are away, have left or lost the role, all of the role are told', async () => {
  const all = ['bea as physician', 'cem as physician'];
  const dan: Ties = { roles: ['nurse'], deputises: ['physician'] };
  const people = { bea: physician, cem: physician, dan };
  expect(await told(people, ['physician'], urgent, onDuty('dan'))).toEqual(['dan as physician']);
  expect(await told(people, ['physician'], urgent, onDuty('nobody'))).toEqual(all);
  const past = { ...onDuty('cem'), shifts: onDuty('cem').shifts.map((one) => ({ ...one, until: NOW })) };
  expect(await told(people, ['physician'], urgent, past)).toEqual(all);
  const gone = { ...people, dan: { ...dan, ...away } };
  expect(await told(gone, ['physician'], urgent, onDuty('dan'))).toEqual(all);
  const left = { ...people, dan: { ...dan, active: false } };
  expect(await told(left, ['physician'], urgent, onDuty('dan'))).toEqual(all);
  const lost = { ...people, dan: { roles: ['nurse'] } } as const;
  expect(await told(lost, ['physician'], urgent, onDuty('dan'))).toEqual(all);
});

test('a step goes to the mailbox that its role shares, and to whom it was handed over; what is urgent to people as well', async () => {
  const ward: Team = { id: 'ward', name: 'Ward', role: 'physician', site: 's', mail: 'ward@b.example', language: 'en' };
  const people = { ann, bea: physician, cem: physician, qa: { roles: ['qa'] } } as const;
  const mailed = (whom: Whom, rota?: Rota) => told(people, ['physician', 'qa'], whom, rota, [ward]);
  expect(await mailed(now)).toEqual(['team@ward as physician', 'bea as physician for ann', 'qa as qa']);
  const atOnce: Whom = { told: { at: NOW, step: 'Confirm eligibility', class: 'critical' } };
  expect(await mailed(atOnce)).toEqual([
    'bea as physician for ann',
    'cem as physician',
    'team@ward as physician',
    'qa as qa',
  ]);
  expect(await mailed(atOnce, onDuty('cem'))).toEqual(['cem as physician', 'team@ward as physician', 'qa as qa']);
  // What is only told has no page to claim, and a diary is a person's own.
  expect(await mailed({ told: { at: NOW } })).not.toContain('team@ward as physician');
  expect(await mailed({})).not.toContain('team@ward as physician');
});

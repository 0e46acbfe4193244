import { expect, test } from 'vitest';
import type { Notice } from '../../lambdas/domain/journey/notice.ts';
import { ok, refuse } from '../../lambdas/domain/outcome.ts';
import type { StaffMember } from '../../lambdas/domain/ports.ts';
import type { EffectDeps } from '../../lambdas/effects/effect-deps.ts';
import { sendNotice } from '../../lambdas/effects/send-notice.ts';
import { acknowledge, first, later, overdue } from '../domain/clocks/urgent.ts';
import { personIn } from '../support/builders.ts';
import { value } from '../support/journey-driver.ts';
import { randomBytes } from '../support/journeys.ts';
import type { Walk } from '../support/walk.ts';

const person = (id: string, ties: Pick<StaffMember, 'roles' | 'deputises'>): StaffMember => ({
  id,
  name: id,
  mail: `${id}@hospital.example`,
  site: 'site-1',
  language: 'en',
  active: true,
  ...ties,
});
const STAFF = [
  person('cam', { roles: ['coordinator'] }),
  person('dan', { roles: [], deputises: ['coordinator'] }),
  person('lee', { roles: ['programme-lead'] }),
  person('olli', { roles: ['on-call'] }),
];

/** What a notice of this kind, the newest unless said otherwise, brings to whom; who is in `refusing` cannot be reached. */
async function sent(
  walk: Walk,
  refusing: readonly string[] = [],
  served: readonly string[] = [],
  staff = STAFF,
  change = {},
) {
  const notices = walk.journey.history.flatMap(({ effect }) => (effect.kind === 'mail' ? [effect.notice] : []));
  const told: string[] = [];
  const marked: string[] = [];
  const links: string[] = [];
  const { events, state, protocol, now } = walk.journey;
  const deps = {
    store: {
      load: async () => ({ events, state }),
      markServed: async (_journey: string, _id: string, who: string) => void marked.push(who),
    },
    staff: {
      roster: async (_: string, role: string) => ({
        holders: staff.filter(({ roles }) => roles.some((one) => one === role)),
        teams: [],
      }),
      deputising: async (_: string, role: string) =>
        staff.filter(({ deputises = [] }) => deputises.some((one) => one === role)),
      find: async (id: string) => staff.find((one) => one.id === id),
    },
    protocols: { get: () => ok(protocol) },
    links: { put: async () => void links.push('link') },
    randomBytes,
    sites: [],
    publicUrl: 'https://atmp.example.org',
    now: () => now,
    channels: {
      mail: {
        tell: async ({ member, role }: { member: StaffMember; role: string }) => {
          if (refusing.includes(member.id)) return refuse('invalid', 'nobody there');
          told.push(`${member.id} as ${role}`);
          return ok({});
        },
      },
    },
  } as unknown as EffectDeps;
  const notice = { ...notices.at(-1), ...change } as Notice;
  const pending = { journeyId: state.id, id: 'e1', effect: { kind: 'mail', notice }, since: now, served } as const;
  const outcome = await sendNotice(deps, pending, notice).then(
    // The last is marked together with the effect.
    (performed) => {
      marked.push(...(performed.unmarked === undefined ? [] : [performed.unmarked]));
      return performed.outcome;
    },
    (error: Error) => error.message,
  );
  return { told, marked, links: links.length, outcome };
}

test('a rung is told to those who hold its roles, an escalation to those who stand in for them', async () => {
  const walk = overdue();
  expect((await sent(walk)).told).toEqual(['cam as coordinator', 'lee as programme-lead']);
  later(walk, 'PT1H');
  expect((await sent(walk)).told).toEqual(['dan as coordinator']);
  later(walk, 'PT1H');
  expect((await sent(walk)).told).toEqual(['olli as on-call']);
});

test('deputies are told of a step that was given to one person', async () => {
  const walk = overdue();
  const { phase, round, step } = first(walk);
  walk.command('reassign', { phase, round, step, to: 'cam' });
  later(walk, 'PT1H');
  expect((await sent(walk)).told).toEqual(['dan as coordinator']);
});

test('who escalations go to is told of a step that was given to another, though they hold the role of the step too', async () => {
  const walk = overdue();
  const { phase, round, step } = first(walk);
  walk.command('reassign', { phase, round, step, to: 'cam' });
  later(walk, 'PT1M');
  const both = STAFF.map((one) =>
    one.id === 'lee' ? person('lee', { roles: ['coordinator', 'programme-lead'] }) : one,
  );
  const notice = { rung: 'overdue', to: ['coordinator', 'programme-lead'] } as const;
  expect((await sent(walk, [], [], both, notice)).told).toEqual(['cam as coordinator', 'lee as programme-lead']);
});

test('an escalation that is sent late is not sent when somebody acknowledged meanwhile', async () => {
  const walk = overdue();
  later(walk, 'PT1H');
  value(acknowledge(walk, personIn(['coordinator'])));
  expect(await sent(walk)).toEqual({ told: [], marked: [], links: 0, outcome: 'done' });
});

test('one who cannot be reached keeps nobody else from it, and is tried again later; who was served is not', async () => {
  const walk = overdue();
  expect(await sent(walk, ['cam'])).toEqual({
    told: ['lee as programme-lead'],
    marked: ['lee'],
    links: 1,
    outcome: 'Mail refused: cam: nobody there',
  });
  expect(await sent(walk, [], ['lee'])).toMatchObject({
    told: ['cam as coordinator'],
    marked: ['cam'],
    outcome: 'done',
  });
});

test('a mail that reached everybody makes no link when it is repeated: links are never deleted', async () => {
  expect(await sent(overdue(), [], ['cam', 'lee'])).toEqual({ told: [], marked: [], links: 0, outcome: 'done' });
});

import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoHeldMail } from '../../lambdas/adapters/dynamo-held-mail.ts';
import { dynamoJourneyStore } from '../../lambdas/adapters/dynamo-journey-store.ts';
import { dynamoMailCounts } from '../../lambdas/adapters/dynamo-mail-counts.ts';
import { dynamoPersonMails } from '../../lambdas/adapters/dynamo-person-mails.ts';
import { effectItem } from '../../lambdas/adapters/effect-items.ts';
import { TransientFault } from '../../lambdas/domain/faults.ts';
import type { Notice } from '../../lambdas/domain/journey/notice.ts';
import { ok, refuse } from '../../lambdas/domain/outcome.ts';
import type { StaffMember } from '../../lambdas/domain/ports.ts';
import type { SiteTelling } from '../../lambdas/domain/telling/site-telling.ts';
import { plus } from '../../lambdas/domain/time.ts';
import type { EffectDeps } from '../../lambdas/effects/effect-deps.ts';
import { performEffect } from '../../lambdas/effects/perform.ts';
import type { MailNotice } from '../../lambdas/pages/mail-views.ts';
import { FIRST, first, later } from '../domain/clocks/urgent.ts';
import { startInMemory, type TestDynamo } from '../support/dynamodb.ts';
import { randomBytes } from '../support/journeys.ts';
import { Walk } from '../support/walk.ts';

let dynamo: TestDynamo;
beforeAll(async () => {
  dynamo = await startInMemory();
});
afterAll(() => dynamo.stop());

const EVENING = { from: '08:30', to: '18:00', zone: 'Europe/Berlin' } as const;
const UNTIL = '2026-11-23T17:00:00.000Z';
const cam: StaffMember = {
  id: 'cam',
  name: 'Cam',
  mail: 'cam@hospital.example',
  roles: ['coordinator'],
  site: 'site-1',
  language: 'en',
  active: true,
  quietHours: EVENING,
};
const lee: StaffMember = { ...cam, id: 'lee', roles: ['programme-lead'], quietHours: undefined };

/** The function of effects over tables of its own, for the first step of a journey: asked on a Monday at nine in Berlin. */
async function world(members: readonly StaffMember[] = [cam, lee], telling: SiteTelling = {}) {
  const walk = new Walk({ acknowledging: false });
  let staff = members;
  const table = (await dynamo.tables()).journeys;
  const access = { client: dynamo.client, table };
  const kept = dynamoJourneyStore({ ...access, randomBytes });
  const mailCounts = dynamoMailCounts(access);
  const mails: string[] = [];
  const scheduled: string[] = [];
  let calls = 0;
  let killAt = Number.POSITIVE_INFINITY;
  let isSilent = false;
  const badAddresses = new Set<string>();
  const unreadable = new Set<string>();
  /** Counts what is done outside; the function is killed right after the call of that number. */
  const counted = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name) {
        const method = Reflect.get(target, name) as ((...given: unknown[]) => unknown) | undefined;
        if (method === undefined) return undefined;
        return async (...given: unknown[]) => {
          const answer = await method.apply(target, given);
          calls += 1;
          if (calls === killAt) throw new Error('killed');
          return answer;
        };
      },
    });
  const told = ({ notice, ...of }: MailNotice): string =>
    'lines' in of
      ? `${of.lines.map((line) => ('rung' in line ? line.rung : line.notice)).join(' + ')}`
      : 'rung' in of
        ? of.rung
        : notice;
  const deps = {
    store: counted({
      ...kept,
      load: async (id: string) => {
        if (unreadable.has(id)) throw new Error('not read');
        return { events: walk.journey.events, state: walk.journey.state };
      },
    }),
    held: counted(dynamoHeldMail(access, counted(dynamoPersonMails(access)))),
    staff: {
      roster: async (_: string, role: string) => ({
        holders: staff.filter(({ roles }) => roles.some((one) => one === role)),
        teams: [],
      }),
      deputising: async () => [],
      find: async (id: string) => staff.find((one) => one.id === id),
    },
    sites: [{ id: 'site-1', zone: 'Europe/Berlin', telling }],
    personMails: dynamoPersonMails(access),
    mailCounts,
    protocols: { get: () => ok(walk.journey.protocol) },
    links: counted({ put: async () => undefined }),
    scheduler: counted({ deliverAt: async (_: string, id: string, at: string) => void scheduled.push(`${id} ${at}`) }),
    randomBytes,
    publicUrl: 'https://atmp.example.org',
    now: () => walk.journey.now,
    channels: {
      mail: counted({
        tell: async ({ member }: { member: StaffMember }, notice: MailNotice) => {
          if (badAddresses.has(member.id)) return refuse('invalid', 'no such mailbox');
          mails.push(`${member.id}: ${told(notice)}`);
          return ok({});
        },
      }),
      'alarm-server': {
        tell: async ({ member }: { member: StaffMember }, notice: MailNotice) => {
          if (isSilent) throw new TransientFault('killed');
          mails.push(`alarm ${member.id}: ${told(notice)}`);
          return ok({});
        },
      },
    },
  } as unknown as EffectDeps;

  /** As dispatch does, again and again while it is killed. */
  async function dispatch(): Promise<void> {
    for (const { journeyId, id } of await kept.pending({ before: '2099', limit: 50 })) {
      for (let tries = 0; ; tries += 1) {
        const pending = await kept.pendingEffect(journeyId, id);
        if (pending === undefined) break;
        try {
          const { outcome, unmarked } = await performEffect(deps)(pending);
          if (outcome === 'done') await kept.markDone(journeyId, id, walk.journey.now, unmarked);
          break;
        } catch (error) {
          if (tries > 2 || !(error instanceof Error && error.message === 'killed')) throw error;
        }
      }
    }
  }
  let notices = 0;
  return {
    walk,
    mails,
    mailCounts,
    scheduled,
    badAddresses,
    unreadable,
    dispatch,
    calls: () => calls,
    silence: (silent: boolean) => {
      isSilent = silent;
    },
    killAfter: (call: number) => {
      killAt = call;
    },
    replaceStaff: (others: readonly StaffMember[]) => {
      staff = others;
    },
    async ask(more: Partial<Extract<Notice, { about: 'step' }>> = {}, journeyId: string = walk.journey.state.id) {
      const { phase, round, step } = first(walk);
      const notice: Notice = {
        about: 'step',
        ref: { phase, round, step },
        rung: 'half',
        class: 'due',
        to: ['coordinator'],
        linkSeq: 3,
        ...more,
      };
      notices += 1;
      const own = { journeyId, id: `0000000${notices}.00`, served: [], since: walk.journey.now };
      const item = effectItem({ ...own, effect: { kind: 'mail', notice } });
      await dynamo.client.send(new PutItemCommand({ TableName: table, Item: item }));
      await dispatch();
    },
  };
}

test('what is due waits for the end of quiet hours, what is critical does not, nor what others are told', async () => {
  const { walk, ask, mails, dispatch, scheduled } = await world();
  await ask({ to: ['coordinator', 'programme-lead'] });
  expect(mails).toEqual(['lee: half']);
  await ask({ rung: 'overdue', class: 'critical' });
  expect(mails).toEqual(['lee: half', 'cam: overdue']);
  walk.runTo(plus(UNTIL, '-PT1M', 'UTC'));
  await dispatch();
  expect(mails).toHaveLength(2);
  walk.runTo(UNTIL);
  await dispatch();
  await dispatch();
  expect(mails.slice(2)).toEqual(['cam: half']);
  expect(scheduled).toEqual([`held-${UNTIL} ${UNTIL}`]);
});

test('what waited is told by the alarm server too, where the site tells it so; while that is silent the mail is not sent again', async () => {
  const channels: SiteTelling['channels'] = [
    { channel: 'alarm-server', tiers: ['holders'], classes: ['due', 'critical'] },
  ];
  const { walk, ask, mails, dispatch, silence } = await world([cam, lee], { channels });
  await ask();
  await ask({ rung: 'nearly' });
  expect(mails).toEqual([]);
  later(walk, 'PT10H');
  silence(true);
  await expect(dispatch()).rejects.toThrow();
  expect(mails).toEqual(['cam: nearly']);
  silence(false);
  await dispatch();
  await dispatch();
  expect(mails).toEqual(['cam: nearly', 'alarm cam: nearly']);
});

test('of what was decided while it waited no alarm is raised', async () => {
  const channels: SiteTelling['channels'] = [{ channel: 'alarm-server', tiers: ['holders'], classes: ['due'] }];
  const { walk, ask, mails, dispatch } = await world([cam, lee], { channels });
  await ask();
  walk.decide(FIRST);
  later(walk, 'PT10H');
  await dispatch();
  expect(mails).toEqual([]);
});

test('what somebody has just asked to be sent again does not wait', async () => {
  const { ask, mails } = await world();
  for (const rung of ['resent', 'reissued', 'reassigned']) await ask({ rung });
  expect(mails).toEqual(['cam: resent', 'cam: reissued']);
});

test('what waited comes in one mail: of one step the last reminder, and nothing of what is over', async () => {
  const { walk, ask, mails, dispatch } = await world();
  const journey = { about: 'journey', what: 'held', class: 'due', to: ['coordinator'], detail: '' } as const;
  await ask();
  await ask({ rung: 'nearly' });
  await ask(journey as unknown as Partial<Extract<Notice, { about: 'step' }>>);
  later(walk, 'PT10H');
  await dispatch();
  expect(mails).toEqual(['cam: nearly + journey-held']);
});

test('nothing is sent where all of it was decided meanwhile', async () => {
  const { walk, ask, mails, dispatch } = await world();
  await ask();
  walk.decide(FIRST);
  later(walk, 'PT10H');
  await dispatch();
  expect(mails).toEqual([]);
});

test('who wants a digest gets one also of a single notice', async () => {
  const { walk, ask, mails, dispatch } = await world([{ ...cam, quietHours: undefined, mails: 'digest' }, lee]);
  await ask({ rung: 'asked' });
  expect(mails).toEqual([]);
  later(walk, 'P1D');
  await dispatch();
  expect(mails).toEqual(['cam: asked']);
});

test('what waited for somebody who has left is told to whoever would be told today', async () => {
  const { walk, ask, mails, dispatch, replaceStaff } = await world();
  await ask();
  replaceStaff([{ ...cam, active: false, roles: [] }, lee]);
  later(walk, 'PT10H');
  await dispatch();
  expect(mails).toEqual(['lee: half']);
});

test('what waited for somebody who lost the role meanwhile is told to those who have it now', async () => {
  const { walk, ask, mails, dispatch, replaceStaff } = await world();
  await ask();
  const kim: StaffMember = { ...cam, id: 'kim', quietHours: undefined };
  replaceStaff([{ ...cam, roles: ['nurse'] }, kim, lee]);
  later(walk, 'PT10H');
  await dispatch();
  expect(mails).toEqual(['kim: half']);
});

test('one address that is refused keeps back nobody else, and nobody is written to twice', async () => {
  const ann: StaffMember = { ...cam, roles: ['coordinator', 'qa', 'pharmacist'] };
  const { walk, ask, mails, dispatch, replaceStaff, badAddresses } = await world([ann]);
  const about = (role: string) => ({ about: 'journey', what: 'held', class: 'due', to: [role], detail: '' });
  for (const role of ['coordinator', 'qa', 'pharmacist']) {
    await ask(about(role) as unknown as Partial<Extract<Notice, { about: 'step' }>>);
  }
  const bob: StaffMember = { ...cam, id: 'bob', roles: ['qa'], quietHours: undefined };
  const cy: StaffMember = { ...bob, id: 'cy', roles: ['pharmacist'] };
  replaceStaff([cam, bob, cy]);
  badAddresses.add('bob');
  later(walk, 'PT10H');
  await expect(dispatch()).rejects.toThrow('Mail refused: bob: no such mailbox');
  await expect(dispatch()).rejects.toThrow('Mail refused: bob');
  expect(mails).toEqual(['cam: journey-held', 'cy: journey-held']);
  badAddresses.clear();
  await dispatch();
  await dispatch();
  expect(mails.slice(2)).toEqual(['bob: journey-held']);
});

test('a journey that cannot be read keeps back nothing of another; what it kept back is told when it can', async () => {
  const { walk, ask, mails, dispatch, unreadable } = await world();
  await ask();
  await ask({ rung: 'nearly' }, 'another-journey');
  unreadable.add('another-journey');
  later(walk, 'PT10H');
  await expect(dispatch()).rejects.toThrow('not read');
  await expect(dispatch()).rejects.toThrow('not read');
  expect(mails).toEqual(['cam: half']);
  unreadable.clear();
  await dispatch();
  await dispatch();
  expect(mails).toEqual(['cam: half', 'cam: nearly']);
});

test('what comes when the mail is on its way already is told at once', async () => {
  const { walk, ask, mails, dispatch } = await world();
  await ask();
  later(walk, 'PT10H');
  await dispatch();
  // A function whose clock is behind.
  walk.journey.now = plus(UNTIL, '-PT1M', 'UTC');
  await ask({ rung: 'nearly' });
  expect(mails).toEqual(['cam: half', 'cam: nearly']);
});

test('past the budget of the day what can wait waits for the digest, QA is told once, and what is urgent comes all the same', async () => {
  const quinn: StaffMember = { ...cam, id: 'quinn', roles: ['qa'], quietHours: undefined };
  const { walk, ask, mails, dispatch, mailCounts } = await world([{ ...cam, quietHours: undefined }, lee, quinn], {
    mailsADay: 2,
  });
  for (const rung of ['asked', 'half', 'nearly', 'due']) await ask({ rung });
  await dispatch();
  expect(mails).toEqual(['cam: asked', 'cam: half', 'quinn: mail-budget']);
  await ask({ rung: 'overdue', class: 'critical' });
  expect(mails.slice(3)).toEqual(['cam: overdue']);
  expect(await mailCounts.of({ site: 'site-1', day: '2026-11-23', person: 'cam' })).toMatchObject({
    due: 2,
    critical: 1,
  });
  later(walk, 'P1D');
  await dispatch();
  expect(mails.slice(4)).toEqual(['cam: due']);
  expect(await mailCounts.since('site-1', '2026-11-24')).toMatchObject([
    { person: 'cam', day: '2026-11-24', digest: 0 },
  ]);
  expect(await mailCounts.since('site-1', '2026-11-23')).toHaveLength(3);
});

test('a kill after any call loses nothing, and repeats a mail only where it came right after that mail left', async () => {
  const play = async (killAt: number) => {
    const { walk, ask, mails, dispatch, calls, killAfter } = await world();
    killAfter(killAt);
    await ask();
    await ask({ rung: 'nearly' });
    later(walk, 'PT10H');
    await dispatch();
    return { mails, calls: calls() };
  };
  const { calls, mails } = await play(Number.POSITIVE_INFINITY);
  expect(mails).toEqual(['cam: nearly']);
  let repeated = 0;
  for (let call = 1; call <= calls; call += 1) {
    const after = await play(call);
    expect([...new Set(after.mails)]).toEqual(['cam: nearly']);
    repeated += after.mails.length - 1;
  }
  expect(repeated).toBe(1);
});

import { expect, test } from 'vitest';
import type { Alarm } from '../../lambdas/adapters/alarm-server.ts';
import { TransientFault } from '../../lambdas/domain/faults.ts';
import type { Notice } from '../../lambdas/domain/journey/notice.ts';
import { ok, refuse } from '../../lambdas/domain/outcome.ts';
import type { StaffMember } from '../../lambdas/domain/ports.ts';
import type { FurtherChannel } from '../../lambdas/domain/telling/channels.ts';
import type { SiteTelling } from '../../lambdas/domain/telling/site-telling.ts';
import type { EffectDeps } from '../../lambdas/effects/effect-deps.ts';
import { alarmChannel, phoneChannel } from '../../lambdas/effects/further-channels.ts';
import { sendNotice } from '../../lambdas/effects/send-notice.ts';
import { first, overdue } from '../domain/clocks/urgent.ts';
import { randomBytes } from '../support/journeys.ts';

const URL = 'https://atmp.example.org';
const cam: StaffMember = {
  id: 'cam',
  name: 'Cam Coordinator',
  mail: 'cam@hospital.example',
  phone: '+4915112345678',
  roles: ['coordinator'],
  site: 'site-1',
  language: 'de',
  active: true,
};
const kim: StaffMember = { ...cam, id: 'kim', name: 'Kim Coordinator', phone: undefined };
const EVERYWHERE: readonly FurtherChannel[] = [
  { channel: 'alarm-server', tiers: ['holders'] },
  { channel: 'sms', tiers: ['holders'] },
];

interface Play {
  readonly alarms?: 'silent' | 'refusing';
  readonly served?: readonly string[];
  readonly id?: string;
  readonly mailClass?: 'due' | 'critical';
  readonly telling?: SiteTelling;
}

/** One rung to two coordinators, by mail, alarm server and text message. */
async function told({ alarms, served = [], id = '00000007.00', mailClass = 'critical', telling = {} }: Play = {}) {
  const walk = overdue();
  const { events, state, protocol, now } = walk.journey;
  const told: string[] = [];
  const sent: { readonly id: string; readonly what: Alarm | string }[] = [];
  const marked: string[] = [];
  const deps = {
    store: {
      load: async () => ({ events, state }),
      markServed: async (_journey: string, _id: string, who: string) => void marked.push(who),
    },
    staff: {
      roster: async () => ({ holders: [cam, kim], teams: [] }),
      deputising: async () => [],
      find: async () => cam,
    },
    scheduler: { deliverAt: async () => undefined },
    held: { hold: async (reader: string) => told.push(`held ${reader}`) && 'held' },
    protocols: { get: () => ok(protocol) },
    links: { put: async () => undefined },
    sites: [{ id: 'site-1', zone: 'Europe/Berlin', telling: { channels: EVERYWHERE, ...telling } }],
    randomBytes,
    publicUrl: URL,
    now: () => now,
    channels: {
      mail: { tell: async ({ member }: { member: StaffMember }) => ok(void told.push(`mail ${member.id}`)) },
      'alarm-server': alarmChannel(
        {
          raise: async (alarmId, alarm) => {
            if (alarms === 'silent') throw new TransientFault('no answer');
            if (alarms === 'refusing') return refuse('invalid', 'no');
            sent.push({ id: alarmId, what: alarm });
            return ok(void told.push(`alarm ${alarm.reader}`));
          },
        },
        URL,
      ),
      sms: phoneChannel(
        {
          send: async ({ id: textId, to, text }) => {
            sent.push({ id: textId, what: text });
            return ok(void told.push(`sms ${to}`));
          },
        },
        URL,
      ),
    },
  } as unknown as EffectDeps;
  const { phase, round, step } = first(walk);
  const notice: Notice = {
    about: 'step',
    ref: { phase, round, step },
    rung: 'overdue',
    class: mailClass,
    to: ['coordinator'],
    linkSeq: 3,
  };
  const pending = { journeyId: state.id, id, effect: { kind: 'mail', notice }, since: now, served } as const;
  const outcome = await sendNotice(deps, pending, notice).then(
    // The last is marked together with the effect.
    (performed) => {
      marked.push(...(performed.unmarked === undefined ? [] : [performed.unmarked]));
      return performed.outcome;
    },
    (error: Error) => error.message,
  );
  return { told, sent, marked, outcome };
}

test('what is critical goes out by every way of the site, to whoever it reaches; what is not, by mail', async () => {
  const urgent = await told();
  expect(urgent.told).toEqual(['mail cam', 'alarm cam', 'sms +4915112345678', 'mail kim', 'alarm kim']);
  expect(urgent.marked).toEqual(['cam', 'alarm-server:cam', 'sms:cam', 'kim', 'alarm-server:kim']);
  expect((await told({ mailClass: 'due' })).told).toEqual(['mail cam', 'mail kim']);
});

test('while the mail waits for the end of quiet hours, every other way of the site is taken at once, and once', async () => {
  const channels: FurtherChannel[] = [{ channel: 'alarm-server', tiers: ['holders'], classes: ['due', 'critical'] }];
  const quietHours = { from: '00:00', to: '23:59' };
  const play = { mailClass: 'due', telling: { channels, quietHours } } as const;
  const first = await told(play);
  expect(first.told).toEqual(['held cam', 'alarm cam', 'held kim', 'alarm kim']);
  expect(first.marked).toEqual(['cam', 'alarm-server:cam', 'kim', 'alarm-server:kim']);
  const silent = await told({ ...play, alarms: 'silent' });
  expect(silent.marked).toEqual(['cam', 'kim']);
  expect((await told({ ...play, served: silent.marked })).told).toEqual(['alarm cam', 'alarm kim']);
});

test('none of them says a name or brings a link that opens a step; each says where to sign in', async () => {
  const { sent } = await told();
  for (const { what } of sent) {
    const text = JSON.stringify(what);
    expect(text).toContain(`${URL}/worklist`);
    expect(text).toContain('DRINGEND');
    expect(text).not.toMatch(/Coordinator|sign-offs|hospital\.example/);
    if (typeof what === 'string') expect(what.length).toBeLessThanOrEqual(160);
  }
});

test('a server that does not answer keeps back nobody, and is asked again for those it has not told', async () => {
  const first = await told({ alarms: 'silent' });
  expect(first.told).toEqual(['mail cam', 'sms +4915112345678', 'mail kim']);
  expect(first.outcome).toBe('no answer');
  const again = await told({ served: first.marked });
  expect(again.told).toEqual(['alarm cam', 'alarm kim']);
  expect((await told({ alarms: 'refusing' })).outcome).toBe('Mail refused: cam: no; kim: no');
});

test('every attempt to deliver one notice to one person has the same id, also after it was put before the stream again', async () => {
  const ids = async (play: Play) => (await told(play)).sent.map(({ id }) => id);
  const firstTime = await ids({});
  expect(new Set(firstTime).size).toBe(firstTime.length);
  expect(await ids({ id: '00000007.00~2' })).toEqual(firstTime);
  expect(await ids({ id: '00000008.00' })).not.toEqual(firstTime);
});

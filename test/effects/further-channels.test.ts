import { expect, test } from 'vitest';
import type { Alarm } from '../../lambdas/adapters/alarm-server.ts';
import type { PhoneMessage } from '../../lambdas/adapters/end-user-messaging.ts';
import { TransientFault } from '../../lambdas/domain/faults.ts';
import type { Notice } from '../../lambdas/domain/journey/notice.ts';
import { ok, refuse } from '../../lambdas/domain/outcome.ts';
import type { StaffMember } from '../../lambdas/domain/ports.ts';
import type { FurtherChannel } from '../../lambdas/domain/telling/channels.ts';
import type { SiteTelling } from '../../lambdas/domain/telling/site-telling.ts';
import type { EffectDeps } from '../../lambdas/effects/effect-deps.ts';
import { alarmChannel, smsChannel, voiceChannel } from '../../lambdas/effects/further-channels.ts';
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
  readonly phoneService?: 'silent';
  readonly staff?: readonly StaffMember[];
  readonly served?: readonly string[];
  readonly id?: string;
  readonly mailClass?: 'due' | 'critical';
  readonly telling?: SiteTelling;
}

/** One rung to two coordinators, by mail, alarm server and text message. */
async function told({
  alarms,
  phoneService,
  served = [],
  id = '00000007.00',
  mailClass = 'critical',
  telling = {},
  staff = [cam, kim],
}: Play = {}) {
  const walk = overdue();
  const { events, state, protocol, now } = walk.journey;
  const told: string[] = [];
  const sent: { readonly id: string; readonly what: Alarm | string }[] = [];
  const marked: string[] = [];
  const scheduled: string[] = [];
  const phones = (kind: 'sms' | 'voice') => ({
    sender: {
      send: async ({ id: textId, from, to, text }: PhoneMessage) => {
        if (phoneService === 'silent') throw new TransientFault('no answer');
        sent.push({ id: textId, what: text });
        return ok(void told.push(`${kind} ${to} from ${from}`));
      },
    },
    identityOf: ({ site }: StaffMember) => (site === 'site-1' ? `pool-${kind}` : undefined),
    publicUrl: URL,
  });
  const deps = {
    store: {
      load: async () => ({ events, state }),
      markServed: async (_journey: string, _id: string, who: string) => void marked.push(who),
    },
    staff: {
      roster: async () => ({ holders: staff, teams: [] }),
      deputising: async () => [],
      find: async () => cam,
    },
    scheduler: { deliverAt: async (owner: string, effect: string) => void scheduled.push(`${owner} ${effect}`) },
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
      sms: smsChannel(phones('sms')),
      voice: voiceChannel(phones('voice')),
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
  return { told, sent, marked, scheduled, outcome, journeyId: state.id };
}

test('what is critical goes out by every way of the site, to whoever it reaches; what is not, by mail', async () => {
  const urgent = await told();
  expect(urgent.told).toEqual(['mail cam', 'alarm cam', 'sms +4915112345678 from pool-sms', 'mail kim', 'alarm kim']);
  expect(urgent.marked).toEqual(['cam', 'alarm-server:cam', 'sms:cam', 'kim', 'alarm-server:kim']);
  expect((await told({ mailClass: 'due' })).told).toEqual(['mail cam', 'mail kim']);
});

test('what can wait waits for the end of quiet hours by every way of the site, and is not told by any before', async () => {
  const channels: FurtherChannel[] = [{ channel: 'alarm-server', tiers: ['holders'], classes: ['due', 'critical'] }];
  const quietHours = { from: '00:00', to: '23:59' };
  const play = { mailClass: 'due', telling: { channels, quietHours } } as const;
  const first = await told(play);
  expect(first.told).toEqual(['held cam', 'held kim']);
  expect(first.marked).toEqual(['cam', 'alarm-server:cam', 'kim', 'alarm-server:kim']);
  expect((await told({ ...play, served: first.marked })).told).toEqual([]);
  expect((await told({ ...play, mailClass: 'critical' })).told).toEqual([
    'mail cam',
    'alarm cam',
    'mail kim',
    'alarm kim',
  ]);
});

test('an alarm that can wait and was not taken waits for the end of quiet hours as well, once its mail is out', async () => {
  const channels: FurtherChannel[] = [{ channel: 'alarm-server', tiers: ['holders'], classes: ['due', 'critical'] }];
  const play = { telling: { channels, quietHours: { from: '00:00', to: '23:59' } }, served: ['cam', 'kim'] } as const;
  const digest = [{ ...cam, mails: 'digest' } as const, kim];
  const again = await told({ ...play, mailClass: 'due', staff: digest });
  expect(again).toMatchObject({ told: [], marked: [], outcome: 'waits' });
  expect(again.scheduled).toEqual([`${again.journeyId} 00000007.00`]);
  expect(await told({ ...play, mailClass: 'critical' })).toMatchObject({
    told: ['alarm cam', 'alarm kim'],
    scheduled: [],
  });
  // By day it is told, also to who reads mails once a day: the mail they had.
  const byDay = await told({ telling: { channels }, served: ['cam', 'kim'], mailClass: 'due', staff: digest });
  expect(byDay).toMatchObject({ told: ['alarm cam', 'alarm kim'], outcome: 'done' });
});

test('none of them says a name or brings a link that opens a step; each says where to sign in', async () => {
  const { sent } = await told();
  for (const { what } of sent) {
    const text = JSON.stringify(what);
    expect(text).toContain(typeof what === 'string' ? 'atmp.example.org' : `${URL}/worklist`);
    expect(text).toContain('DRINGEND');
    expect(text).not.toMatch(/Coordinator|sign-offs|hospital\.example/);
    if (typeof what === 'string') expect(what.length).toBeLessThanOrEqual(160);
  }
});

test('a server that does not answer keeps back nobody, and is asked again for those it has not told', async () => {
  const first = await told({ alarms: 'silent' });
  expect(first.told).toEqual(['mail cam', 'sms +4915112345678 from pool-sms', 'mail kim']);
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

test('a call says the line twice and no address that must be typed; who has no number, or whose site has none, gets neither', async () => {
  const channels: FurtherChannel[] = [{ channel: 'voice', tiers: ['holders'] }];
  const elsewhere: StaffMember = { ...cam, id: 'eve', site: 'site-2' };
  const { told: all, sent } = await told({ telling: { channels }, staff: [cam, kim, elsewhere] });
  expect(all).toEqual(['mail cam', 'voice +4915112345678 from pool-voice', 'mail kim', 'mail eve']);
  const [line, again, host] = String(sent[0]?.what).split('. ');
  expect({ again, host }).toEqual({ again: line, host: 'atmp.example.org' });
  expect(line).toContain('DRINGEND');
});

test('telephones that do not answer keep back no mail, and are asked again alone', async () => {
  const first = await told({ phoneService: 'silent' });
  expect(first.told).toEqual(['mail cam', 'alarm cam', 'mail kim', 'alarm kim']);
  expect(first.outcome).toBe('no answer');
  expect((await told({ served: first.marked })).told).toEqual(['sms +4915112345678 from pool-sms']);
});

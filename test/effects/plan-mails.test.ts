import { beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingMail } from '../../lambdas/adapters/ses-mailer.ts';
import type { Notice } from '../../lambdas/domain/journey/notice.ts';
import { ok } from '../../lambdas/domain/outcome.ts';
import type { StaffMember } from '../../lambdas/domain/ports.ts';
import { plus } from '../../lambdas/domain/time.ts';
import type { Role } from '../../lambdas/domain/vocabulary.ts';
import { mailChannel } from '../../lambdas/effects/channel.ts';
import type { EffectDeps } from '../../lambdas/effects/effect-deps.ts';
import { sendNotice } from '../../lambdas/effects/send-notice.ts';
import { SITE } from '../support/builders.ts';
import { JOURNEY_ID, value } from '../support/journey-driver.ts';
import { Walk } from '../support/walk.ts';

const person = (id: string, ...roles: Role[]): StaffMember => ({
  id,
  name: `Name of ${id}`,
  mail: `${id}@hospital.example`,
  roles,
  site: SITE.id,
  language: id === 'pharmacist' ? 'de' : 'en',
  active: true,
});

const STAFF = [
  person('coordinator', 'coordinator', 'nurse'),
  person('physician', 'physician'),
  person('pharmacist', 'pharmacist'),
  person('apheresis', 'apheresis'),
  person('lead', 'programme-lead'),
];

/** The stack's function of effects, in a few lines: mails are kept, and whoever was served is noted. */
function outside({ journey }: Walk) {
  const mails: OutgoingMail[] = [];
  const served: string[] = [];
  const deps = {
    store: {
      load: async () => ({ events: journey.events, state: journey.state, head: '', revision: 1, bindings: {} }),
      markServed: async (_: string, __: string, id: string) => void served.push(id),
    },
    protocols: { get: () => ok(journey.protocol), latest: () => ok(journey.protocol) },
    staff: {
      roster: async (_: string, role: Role) => ({
        holders: STAFF.filter(({ roles }) => roles.includes(role)),
        teams: [],
      }),
      deputising: async () => [],
    },
    channels: {
      mail: mailChannel(
        {
          send: async (mail: OutgoingMail) => {
            mails.push(mail);
            return ok({ messageId: 'message' });
          },
        },
        'https://journeys.hospital.example',
      ),
    },
    sites: [],
    publicUrl: 'https://journeys.hospital.example',
    mailFrom: 'noreply@hospital.example',
    now: () => journey.now,
  } as unknown as EffectDeps;
  const send = async (notice: Notice): Promise<void> => {
    const effect = { kind: 'mail', notice } as const;
    const pending = { journeyId: JOURNEY_ID, id: 'effect', effect, since: journey.now, served };
    const { unmarked } = await sendNotice(deps, pending, notice);
    if (unmarked !== undefined) served.push(unmarked);
  };
  return { mails, send };
}

const newestNotice = ({ journey }: Walk): Notice => {
  const notices = journey.history.flatMap(({ effect }) =>
    effect.kind === 'mail' && effect.notice.about === 'plan' ? [effect.notice] : [],
  );
  const newest = notices.at(-1);
  if (newest === undefined) throw new Error('plan mails: the plan never changed');
  return newest;
};

const filesOf = (mails: readonly OutgoingMail[], to: string) =>
  mails.find((mail) => mail.to === `${to}@hospital.example`)?.attachments ?? [];

const line = (content: string | undefined, name: string): string | undefined =>
  content
    ?.replaceAll('\r\n ', '')
    .split('\r\n')
    .find((one) => one.startsWith(name));

let walk: Walk;
beforeEach(() => {
  walk = new Walk();
  walk.to('Check donor tests');
});

function slip(): void {
  const predictedReadyAt = plus(walk.journey.now, 'P60D', 'UTC');
  const evidence = { predictedReadyAt, explanation: 'as the maker told' };
  value(walk.journey.report(walk.journey.step('Check donor tests'), 'dates-moved', { evidence }));
}

describe('mails about the plan', () => {
  it('bring each person the dates of their own diary, in one mail', async () => {
    const { mails, send } = outside(walk);
    await send(newestNotice(walk));
    expect(mails.map(({ to }) => to).toSorted()).toEqual([
      'apheresis@hospital.example',
      'coordinator@hospital.example',
      // Nobody holds cell-lab here: it falls to the lead.
      'lead@hospital.example',
      'pharmacist@hospital.example',
      'physician@hospital.example',
    ]);
    expect(filesOf(mails, 'apheresis').map(({ fileName }) => fileName)).toEqual(['collection-1.ics']);
    expect(filesOf(mails, 'pharmacist').map(({ fileName }) => fileName)).toEqual([
      'delivery-1.ics',
      'conditioning-1.ics',
      'day-0-1.ics',
    ]);
    // In two roles, and told of each date once.
    const own = filesOf(mails, 'coordinator').map(({ fileName }) => fileName);
    expect(own).toContain('proximity-end-1.ics');
    expect(new Set(own).size).toBe(own.length);
  });

  it('update the entry that is there: same UID, higher SEQUENCE', async () => {
    const { mails, send } = outside(walk);
    await send(newestNotice(walk));
    const first = filesOf(mails, 'physician').find(({ fileName }) => fileName === 'ready-1.ics')?.content;
    slip();
    const after = outside(walk);
    await after.send(newestNotice(walk));
    const second = filesOf(after.mails, 'physician').find(({ fileName }) => fileName === 'ready-1.ics')?.content;
    expect(line(first, 'UID')).toBe(`UID:${JOURNEY_ID}-ready-1@journeys.hospital.example`);
    expect(line(second, 'UID')).toBe(line(first, 'UID'));
    expect([line(first, 'SEQUENCE'), line(second, 'SEQUENCE')]).toEqual(['SEQUENCE:1', 'SEQUENCE:2']);
    expect(line(second, 'DTSTART')).not.toBe(line(first, 'DTSTART'));
    // The collection did not move.
    expect(filesOf(after.mails, 'apheresis')).toEqual([]);
  });

  it('say what moved from when to when, in the language of the reader and the zone of the site', async () => {
    slip();
    const { mails, send } = outside(walk);
    await send(newestNotice(walk));
    const english = mails.find(({ to }) => to.startsWith('physician'));
    expect(english?.subject).toBe(`${JOURNEY_ID} dates have moved`);
    expect(english?.text).toMatch(/Product ready at the maker: 24 Jan 2027 \(before: 30 Dec 2026\)/);
    const german = mails.find(({ to }) => to.startsWith('pharmacist'));
    expect(german?.text).toMatch(/Tag 0, Gabe des Produkts: .* \(vorher: .*Europe\/Berlin/);
  });

  it('withdraw the entries when the course ends', async () => {
    walk.command('cancel');
    const { mails, send } = outside(walk);
    await send(newestNotice(walk));
    const [file] = filesOf(mails, 'apheresis');
    expect(file?.contentType).toBe('text/calendar; charset=UTF-8; method=CANCEL');
    expect(line(file?.content, 'STATUS')).toBe('STATUS:CANCELLED');
  });

  it('are not sent again to whom they were sent before a kill', async () => {
    const { mails, send } = outside(walk);
    await send(newestNotice(walk));
    const sent = mails.length;
    await send(newestNotice(walk));
    expect(mails.length).toBe(sent);
  });

  it('hold nothing of a patient or a person but the address', async () => {
    const { mails, send } = outside(walk);
    await send(newestNotice(walk));
    for (const { attachments = [] } of mails) {
      for (const { content } of attachments) expect(content).not.toMatch(/patient-1|Name of/);
    }
  });
});

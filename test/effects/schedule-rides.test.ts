import { expect, test } from 'vitest';
import { Fault, TransientFault } from '../../lambdas/domain/faults.ts';
import type { Effect } from '../../lambdas/domain/journey/effects.ts';
import { ok, refuse } from '../../lambdas/domain/outcome.ts';
import type { PendingEffect } from '../../lambdas/domain/ports.ts';
import type { EffectDeps } from '../../lambdas/effects/effect-deps.ts';
import { performEffect } from '../../lambdas/effects/perform.ts';
import { Walk } from '../support/walk.ts';

const PUBLISH = { kind: 'publish', detailType: 'step.opened', detail: {} } as const;
const MAIL = {
  kind: 'mail',
  notice: { about: 'journey', what: 'held', class: 'info', to: ['coordinator'], detail: '' },
} as const;

/** What is done, in order, for an effect that the schedule rides on; what of it is left to be done, and how it ended. */
async function done(
  failing?: Error,
  effect: Effect = PUBLISH,
  { served = [], refused = false }: { served?: readonly string[]; refused?: boolean } = {},
) {
  const { events, state, protocol, now } = new Walk().journey;
  const acts: string[] = [];
  const left: unknown[] = [];
  const deps = {
    store: {
      load: async () => ({ events, state }),
      markServed: async () => undefined,
      leave: async (rest: PendingEffect) => void left.push([rest.effect, rest.schedules]),
    },
    staff: { roster: async () => ({ holders: [{ id: 'cam', active: true, roles: ['coordinator'] }], teams: [] }) },
    channels: {
      mail: {
        tell: async () => {
          acts.push('mailed');
          return refused ? refuse('invalid', 'nobody there') : ok({});
        },
      },
    },
    now: () => '2027-01-11T08:00:00.000Z',
    protocols: { get: () => ok(protocol) },
    sites: [],
    bus: { publish: async () => void acts.push('published') },
    scheduler: {
      setNextDue: async () => {
        if (failing !== undefined) throw failing;
        acts.push('scheduled');
      },
    },
  } as unknown as EffectDeps;
  const pending = { journeyId: state.id, id: 'e1', effect, since: now, schedules: true, served } as const;
  const outcome = await performEffect(deps)(pending).then(
    () => 'done',
    (error: Error) => error.message,
  );
  return { acts, left, outcome };
}

/** Nothing but the schedule, with nothing riding on anything. */
const ONLY_THE_SCHEDULE = [[{ kind: 'schedule' }, undefined]];

test('the schedule comes first, then the effect it rides on', async () => {
  expect(await done()).toEqual({ acts: ['scheduled', 'published'], left: [], outcome: 'done' });
});

test.each([
  ['is busy', new TransientFault('failed')],
  ['refuses', new Fault('failed')],
])('a scheduler that %s keeps nothing back, and only the schedule is repeated', async (_, failing) => {
  expect(await done(failing)).toEqual({ acts: ['published'], left: ONLY_THE_SCHEDULE, outcome: 'failed' });
  expect(await done(failing, MAIL)).toEqual({ acts: ['mailed'], left: ONLY_THE_SCHEDULE, outcome: 'failed' });
});

test('what failed with the schedule is repeated with it, soon where one of both was only busy', async () => {
  expect(await done(new TransientFault('busy'), MAIL, { refused: true })).toEqual({
    acts: ['mailed'],
    left: [],
    outcome: 'busy',
  });
});

test('what is not due yet is kept when its schedule fails', async () => {
  const notice = { about: 'held', reader: 'cam', until: '2027-01-12T08:00:00.000Z' } as const;
  expect(await done(new Fault('failed'), { kind: 'mail', notice })).toEqual({ acts: [], left: [], outcome: 'failed' });
});

test('a mail that reached everybody is not sent again with its schedule', async () => {
  expect(await done(undefined, MAIL, { served: ['cam'] })).toEqual({ acts: ['scheduled'], left: [], outcome: 'done' });
});

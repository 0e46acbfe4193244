import { expect, test } from 'vitest';
import { Fault, TransientFault } from '../../lambdas/domain/faults.ts';
import type { Effect } from '../../lambdas/domain/journey/effects.ts';
import { ok, refuse } from '../../lambdas/domain/outcome.ts';
import type { EffectDeps } from '../../lambdas/effects/effect-deps.ts';
import { performEffect } from '../../lambdas/effects/perform.ts';
import { Walk } from '../support/walk.ts';

const PUBLISH = { kind: 'publish', detailType: 'step.opened', detail: {} } as const;
const MAIL = {
  kind: 'mail',
  notice: { about: 'journey', what: 'held', class: 'info', to: ['coordinator'], detail: '' },
} as const;

/** What is done, in order, for an effect that the schedule rides on; and how it ended. */
async function done(
  failing?: Error,
  effect: Effect = PUBLISH,
  { served = [], refused = false }: { served?: readonly string[]; refused?: boolean } = {},
) {
  const { events, state, protocol, now } = new Walk().journey;
  const acts: string[] = [];
  const deps = {
    store: { load: async () => ({ events, state }), markServed: async () => undefined },
    staff: { holding: async () => [{ id: 'cam', active: true, roles: ['coordinator'] }] },
    channels: {
      mail: {
        tell: async () => {
          acts.push('mailed');
          return refused ? refuse('invalid', 'nobody there') : ok({});
        },
      },
    },
    protocols: { get: () => ok(protocol) },
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
  return { acts, outcome };
}

test('the schedule comes first, then the effect it rides on', async () => {
  expect(await done()).toEqual({ acts: ['scheduled', 'published'], outcome: 'done' });
});

test('a scheduler that is busy leaves both for later: nothing is done twice', async () => {
  expect(await done(new TransientFault('busy'))).toEqual({ acts: [], outcome: 'busy' });
});

test('a scheduler that is busy keeps back no mail, which nobody gets again when all is repeated', async () => {
  expect(await done(new TransientFault('busy'), MAIL)).toEqual({ acts: ['mailed'], outcome: 'busy' });
  expect(await done(undefined, MAIL, { served: ['cam'] })).toEqual({ acts: ['scheduled'], outcome: 'done' });
});

test('a scheduler that is busy is tried again soon, also when the mail can only be mended by a person', async () => {
  expect(await done(new TransientFault('busy'), MAIL, { refused: true })).toEqual({
    acts: ['mailed'],
    outcome: 'busy',
  });
});

test('a scheduler that refuses keeps nothing back, and the effect stays pending', async () => {
  expect(await done(new Fault('refused'))).toEqual({ acts: ['published'], outcome: 'refused' });
});

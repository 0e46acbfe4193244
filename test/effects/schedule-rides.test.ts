import { expect, test } from 'vitest';
import { Fault, TransientFault } from '../../lambdas/domain/faults.ts';
import { ok } from '../../lambdas/domain/outcome.ts';
import type { EffectDeps } from '../../lambdas/effects/effect-deps.ts';
import { performEffect } from '../../lambdas/effects/perform.ts';
import { Walk } from '../support/walk.ts';

/** What is done, in order, for a published event that the schedule rides on; and how it ended. */
async function done(failing?: Error) {
  const { events, state, protocol, now } = new Walk().journey;
  const acts: string[] = [];
  const deps = {
    store: { load: async () => ({ events, state }) },
    protocols: { get: () => ok(protocol) },
    bus: { publish: async () => void acts.push('published') },
    scheduler: {
      setNextDue: async () => {
        if (failing !== undefined) throw failing;
        acts.push('scheduled');
      },
    },
  } as unknown as EffectDeps;
  const effect = { kind: 'publish', detailType: 'step.opened', detail: {} } as const;
  const pending = { journeyId: state.id, id: 'e1', effect, since: now, schedules: true, served: [] } as const;
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

test('a scheduler that refuses keeps nothing back, and the effect stays pending', async () => {
  expect(await done(new Fault('refused'))).toEqual({ acts: ['published'], outcome: 'refused' });
});

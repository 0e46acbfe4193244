import { expect, test } from 'vitest';
import type { Effect } from '../../lambdas/domain/journey/effects.ts';
import type { Envelope } from '../../lambdas/domain/journey/envelope.ts';
import { ok } from '../../lambdas/domain/outcome.ts';
import type { EffectDeps } from '../../lambdas/effects/effect-deps.ts';
import { performEffect } from '../../lambdas/effects/perform.ts';
import { JourneyDriver } from '../support/journey-driver.ts';
import { MemoryStore } from '../support/memory-store.ts';

const decided: Envelope = { schemaVersion: 1, outcome: 'decided', decision: 'registered' };
const ANSWER = { kind: 'answer', token: 't', envelope: decided } as const;

/** Gives an answer to a token that is dead, for a journey no machine waits for; gives the runs it has then. */
async function runsAfter(effect: Effect, { left = effect }: { left?: Effect | null } = {}): Promise<readonly number[]> {
  const { events, protocol, now } = new JourneyDriver();
  const journeyId = events[0]?.journeyId ?? '';
  const store = Object.assign(new MemoryStore(), {
    pendingEffect: async () => (left === null ? undefined : { ...pending, effect: left }),
  });
  store.events.push(...events);
  const pending = { journeyId, id: '1', effect, since: now, served: [] };
  const deps = {
    store,
    protocols: { get: () => ok(protocol) },
    release: { version: '0.0.0', commit: 'test' },
    now: () => now,
    callback: { answer: async () => ({ delivered: false, why: 'TaskTimedOut' }) },
  } as unknown as EffectDeps;
  await performEffect(deps)(pending);
  return store.events.flatMap(({ type, data }) => (type === 'run.started' ? [data.run] : []));
}

test('a decision that nobody takes starts a new run: its execution is lost', async () => {
  expect(await runsAfter(ANSWER)).toEqual([1, 2]);
});

test('a second copy of an answer that was given starts none', async () => {
  expect(await runsAfter(ANSWER, { left: null })).toEqual([1]);
  expect(await runsAfter(ANSWER, { left: { kind: 'schedule' } })).toEqual([1]);
});

test('an answer from the log to a machine that asked twice starts none: whoever asks is not lost', async () => {
  expect(await runsAfter({ ...ANSWER, askedAgain: true })).toEqual([1]);
});

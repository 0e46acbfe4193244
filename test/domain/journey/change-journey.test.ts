import { expect, test } from 'vitest';
import { protocols } from '../../../lambdas/adapters/protocols.ts';
import { verifyChain } from '../../../lambdas/domain/audit/chain.ts';
import { TransientFault } from '../../../lambdas/domain/faults.ts';
import { changeJourney, createJourney, type JourneyDeps } from '../../../lambdas/domain/journey/change-journey.ts';
import { openJourney } from '../../../lambdas/domain/journey/open-journey.ts';
import { openStep } from '../../../lambdas/domain/journey/open-step.ts';
import { type Scribe, system } from '../../../lambdas/domain/journey/scribe.ts';
import { ok, refuse } from '../../../lambdas/domain/outcome.ts';
import type { JourneyStore } from '../../../lambdas/domain/ports.ts';
import { PROTOCOL, SITE } from '../../support/builders.ts';
import { JOURNEY_ID, START } from '../../support/journey-driver.ts';
import { MemoryStore } from '../../support/memory-store.ts';

const release = { version: '0.1.0', commit: 'test' };
const by = system('test');
const hold = (scribe: Scribe) => {
  scribe.write('journey.held', { reason: 'wait' }, by);
  return ok({ value: scribe.state.seq });
};

async function opened(): Promise<{ store: MemoryStore; deps: JourneyDeps }> {
  const store = new MemoryStore();
  const deps = { store: store as unknown as JourneyStore, protocols, release, now: () => START };
  const order = { sender: 'ehr', messageId: 'order-1', orderedAt: START };
  const journey = {
    id: JOURNEY_ID,
    site: SITE,
    patient: 'patient-1',
    order,
    by: { kind: 'sender', id: 'ehr' },
  } as const;
  const scribe = () => openJourney({ now: START, release, protocol: PROTOCOL }, journey);
  expect(await createJourney(deps, scribe(), [])).toBe('done');
  expect(await createJourney(deps, scribe(), [])).toBe('conflict');
  return { store, deps };
}

test('a journey is opened with its first run, its schedule and its summary in one commit', async () => {
  const { store } = await opened();
  expect(store.events.map(({ type }) => type)).toEqual(['journey.opened', 'run.started', 'phase.entered']);
  expect(store.effects.map(({ kind }) => kind)).toEqual(['start', 'schedule', 'publish', 'publish']);
  expect(store.summary).toMatchObject({ status: 'open', phase: 'Order', run: 1, unattended: true, openSteps: [] });
});

test('what a command wrote is committed with what follows from it', async () => {
  const { store, deps } = await opened();
  const ref = { phase: 'Order', round: 1, step: 'Register the referral' } as const;
  const binding = { ref, run: 1, token: 'token-1' };
  await changeJourney(deps, JOURNEY_ID, (scribe) => {
    openStep(scribe, { ...ref, run: 1, machine: { name: 'Order', revision: 'r' } });
    return ok({ value: null, bindings: (before) => ({ ...before, one: binding }) });
  });
  expect(store.summary).toMatchObject({
    unattended: false,
    openSteps: ['Register the referral'],
    stepDueAt: expect.any(String),
  });
  expect(await changeJourney(deps, JOURNEY_ID, hold)).toEqual({ ok: true, value: store.events.length });
  expect(store.summary?.status).toBe('held');
  expect(verifyChain(store.events).verified).toBe(true);
});

test('who lost a race decides anew on the newest log, and the chain stays whole', async () => {
  const { store, deps } = await opened();
  let seen = 0;
  store.beforeCommit = () => {
    store.beforeCommit = () => undefined;
    void changeJourney(deps, JOURNEY_ID, hold);
    store.revision += 1;
  };
  const outcome = await changeJourney(deps, JOURNEY_ID, (scribe) => {
    seen += 1;
    return hold(scribe);
  });
  expect(outcome.ok).toBe(true);
  expect(seen).toBe(2);
  expect(verifyChain(store.events).verified).toBe(true);
});

test('a refusal, and a command that has nothing to write, leave the store as it was', async () => {
  const { store, deps } = await opened();
  const { revision } = store;
  expect(await changeJourney(deps, JOURNEY_ID, () => refuse('conflict', 'no'))).toMatchObject({ ok: false });
  expect(await changeJourney(deps, JOURNEY_ID, () => ok({ value: 7 }))).toEqual({ ok: true, value: 7 });
  expect(store.revision).toBe(revision);
});

test('an unknown journey is not found; a journey whose protocol is gone, or that never wins, is a fault', async () => {
  const { store, deps } = await opened();
  const empty = { ...deps, store: new MemoryStore() as unknown as JourneyStore };
  expect(await changeJourney(empty, JOURNEY_ID, hold)).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
  const gone = { ...protocols, get: () => refuse('not-found', 'No therapy protocol.') };
  await expect(changeJourney({ ...deps, protocols: gone }, JOURNEY_ID, hold)).rejects.toThrow(/No therapy protocol/);
  store.beforeCommit = () => {
    store.revision += 1;
  };
  await expect(changeJourney(deps, JOURNEY_ID, hold)).rejects.toThrow(TransientFault);
});

test('an event that could not be read back is never sealed', async () => {
  const { deps } = await opened();
  const blank = (scribe: Scribe) => {
    scribe.write('journey.held', { reason: ' ' }, by);
    return ok({ value: null });
  };
  await expect(changeJourney(deps, JOURNEY_ID, blank)).rejects.toThrow(/journey\.held/);
});

const LOST = { code: 'unauthenticated', message: 'Wrong.' } as const;
test.each([
  ['what was refused', () => refuse('forbidden', 'Not yours.')],
  ['what was done before', () => ok({ value: 0 })],
])('%s is told only while the proof of who asks holds', async (_, command) => {
  const { deps } = await opened();
  const told = await changeJourney(deps, JOURNEY_ID, command);
  expect(await changeJourney(deps, JOURNEY_ID, command, { alongside: [], lost: async () => null })).toEqual(told);
  expect(await changeJourney(deps, JOURNEY_ID, command, { alongside: [], lost: async () => LOST })).toEqual({
    ok: false,
    refusal: LOST,
  });
});

test('a commit that fails because the proof was lost is no conflict, and is not tried again', async () => {
  const { store, deps } = await opened();
  const written = store.events.length;
  let commits = 0;
  const refusing = Object.assign(Object.create(store) as JourneyStore, {
    load: () => store.load(),
    commit: async () => {
      commits += 1;
      return 'conflict';
    },
  });
  const proof = { alongside: [], lost: async () => LOST };
  expect(await changeJourney({ ...deps, store: refusing }, JOURNEY_ID, hold, proof)).toEqual({
    ok: false,
    refusal: LOST,
  });
  expect([commits, store.events.length]).toEqual([1, written]);
});

test('what is read elsewhere for a commit is read anew after a lost race, and not at all for what is refused', async () => {
  const { store, deps } = await opened();
  const read: string[] = [];
  const proof = {
    alongside: [{ __alongside: true } as const],
    lost: async () => null,
    besides: async () => {
      read.push('read');
      return [];
    },
  };
  await changeJourney(deps, JOURNEY_ID, () => refuse('forbidden', 'Not yours.'), proof);
  expect(read).toEqual([]);
  store.beforeCommit = () => {
    if (read.length === 1) store.revision += 1;
  };
  expect((await changeJourney(deps, JOURNEY_ID, hold, proof)).ok).toBe(true);
  expect(read).toHaveLength(2);
});

import { expect, test } from 'vitest';
import { protocols } from '../../../lambdas/adapters/protocols.ts';
import { changeJourney } from '../../../lambdas/domain/journey/change-journey.ts';
import { Scribe } from '../../../lambdas/domain/journey/scribe.ts';
import { ok } from '../../../lambdas/domain/outcome.ts';
import type { JourneyStore } from '../../../lambdas/domain/ports.ts';
import { noReadiness } from '../../../lambdas/domain/registers/site-readiness.ts';
import { recordSignOff } from '../../../lambdas/domain/sign-off/record-sign-off.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { ONWARD, signerOf } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { JOURNEY_ID, START } from '../../support/journey-driver.ts';
import { MemoryStore } from '../../support/memory-store.ts';
import { sceneOf } from '../../support/scenes.ts';

/** The identifiers a decision claims with its commit. */
function claimsOf(step: StepName): readonly string[] {
  const { journey } = sceneOf(step);
  const { phase, round } = journey.step(step);
  const ref = { phase, round, step };
  const shown = journey.show(ref);
  const context = { now: journey.now, release: { version: '1', commit: 'c' }, protocol: journey.protocol };
  const head = journey.events.at(-1)?.hash ?? '';
  const scribe = new Scribe(context, JOURNEY_ID, { state: journey.state, head });
  const evidence = evidenceOf(ref, ONWARD[step], journey) as never;
  const submission = {
    signer: 'x',
    contentHash: shown.contentHash,
    nonce: 'n',
    nonceFits: () => true,
    decision: ONWARD[step],
    evidence,
    readiness: { now: noReadiness(journey.state.site.id) },
  };
  const signed = recordSignOff(scribe, ref, submission, signerOf(step));
  if (!signed.ok) throw new Error(signed.refusal.message);
  return scribe.claims;
}

test('an order claims its chain of identity and the number of its maker, a collection its donation, a certificate each container', () => {
  expect(claimsOf('Place the order')).toEqual([
    'chain-of-identity ["maker","maker","COI-0001"]',
    expect.stringMatching(/^partner \[".*","order","order 1"\]$/),
  ]);
  expect(claimsOf('Record apheresis')).toEqual(['donation ["A999926000001"]']);
  expect(claimsOf('Check certificate')).toEqual([
    expect.stringMatching(/^container \[".*","batch-1","bag-1-1"\]$/),
    expect.stringMatching(/^container \[".*","batch-1","bag-1-2"\]$/),
  ]);
});

test('an identifier of another journey is refused as a mix-up, at once and without a second try', async () => {
  const { journey } = sceneOf('Place the order');
  const store = new MemoryStore();
  store.events.push(...journey.events);
  store.revision = 1;
  let tries = 0;
  const claimed = Object.assign(store, {
    commit: async () => {
      tries += 1;
      return 'claimed' as const;
    },
  });
  const deps = {
    store: claimed as unknown as JourneyStore,
    protocols,
    release: { version: '1', commit: 'c' },
    now: () => START,
  };
  const outcome = await changeJourney(deps, JOURNEY_ID, (scribe) => {
    scribe.write('journey.held', { reason: 'x' }, { kind: 'operator', id: 'o' });
    return ok({ value: null });
  });
  expect(outcome).toMatchObject({ refusal: { code: 'conflict', detail: { problem: 'belongs-to-another-journey' } } });
  expect(tries).toBe(1);
});

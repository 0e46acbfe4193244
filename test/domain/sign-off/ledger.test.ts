import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyChain } from '../../../lambdas/domain/audit/chain.ts';
import { NOT_NEEDED } from '../../../lambdas/domain/phases/flow.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { ONWARD, signerOf } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';
import { Ledger } from './ledger-model.ts';

/** Steps with others open beside them: of the order, the product on its way, conditioning, and visits that overlap. */
const SCENES = {
  'Confirm consent': () => sceneOf('Confirm consent'),
  'Record apheresis': () => sceneOf('Record apheresis'),
  'Check certificate': () => sceneOf('Check certificate'),
  'Accept receipt': () => sceneOf('Accept receipt'),
  'Give GO for conditioning': () => sceneOf('Give GO for conditioning'),
  'Give the product': () => sceneOf('Give the product'),
  'Stand everything down': () => sceneOf('Stand everything down'),
  'two visits': () => sceneOf('Record follow-up visit'),
} as const;

const operation = fc.oneof(
  fc.record({
    do: fc.constantFrom(
      ...['request', 'retry', 'show', 'deliver', 'repeat', 'expire', 'redrive'],
      ...['replace-run', 'hold', 'resume', 'due', 'lapse'],
    ),
  }),
  fc.record({ do: fc.constantFrom('correct' as const, 'fail' as const), which: fc.nat({ max: 40 }) }),
  fc.record({
    do: fc.constantFrom('decide' as const, 'delegate' as const),
    who: fc.constantFrom('a', 'b'),
    which: fc.nat({ max: 3 }),
    decision: fc.nat({ max: 4 }),
  }),
  fc.record({ do: fc.constant('again' as const), who: fc.constantFrom('a', 'b', 'c') }),
);

test.each(Object.keys(SCENES) as (keyof typeof SCENES)[])(
  '%s: whatever is requested, retried, decided, handed over, delivered, expired, redriven or corrected, in any order',
  (name) => {
    fc.assert(
      fc.property(
        fc.array(operation, { minLength: 3, maxLength: 14 }),
        fc.constantFrom('cancel', 'finish'),
        (all, ending) => {
          const ledger = new Ledger(SCENES[name]());
          for (const one of all) ledger.act(one);
          ledger.finish(ending);
          const { journey, machines } = ledger.walk;

          const decided = journey.events.filter(({ type }) => type === 'step.decided');
          const occurrences = decided.map((event) => JSON.stringify([event.data].map(ledger.keyOf)));
          expect(new Set(occurrences).size).toBe(decided.length);
          const taken = Object.values(journey.state.steps).filter(
            ({ decision }) => decision !== undefined && decision.decision !== NOT_NEEDED,
          );
          expect(decided.length).toBe(taken.length);
          for (const signatures of ledger.signaturesOfCorrections()) expect(signatures).toBe(1);
          expect(ledger.mailsAfterDecision()).toEqual([]);
          expect(machines.waiting).toBe(0);
          expect(journey.bindings).toEqual({});
          expect(ledger.tokensAnsweredTwice()).toEqual([]);
          expect(journey.state.anomalies).toEqual([]);
          expect(verifyChain(journey.events).verified).toBe(true);
        },
      ),
      { numRuns: 5 },
    );
  },
);

test.each(Object.keys(ONWARD) as StepName[])(
  '%s: who was first is told to the second, and the first may repeat',
  (step) => {
    const { journey } = sceneOf(step);
    const at = journey.open.find((open) => open.step === step) ?? journey.step(step);
    const shown = journey.show(at);
    const evidence = evidenceOf(at, ONWARD[step], journey);
    const first = journey.sign(at, ONWARD[step], { shown, evidence });
    if (!first.ok) throw new Error(first.refusal.message);
    const { now, events } = journey;
    const count = events.length;
    journey.pass('PT10M');
    expect(journey.sign(at, ONWARD[step], { shown, evidence })).toEqual(first);
    const other = journey.sign(at, ONWARD[step], { shown, evidence, signer: signerOf(step, 'c') });
    const different = Object.keys(steps[step].decisions).find((decision) => decision !== ONWARD[step]);
    const taken = [other, ...(different === undefined ? [] : [journey.sign(at, different, { shown })])];
    for (const refused of taken) {
      if (refused.ok) throw new Error('a second decision was taken');
      expect(refused.refusal).toMatchObject({ code: 'conflict', detail: { by: signerOf(step).id, at: now } });
      expect(refused.refusal.message).toContain(signerOf(step).id);
    }
    expect(journey.events.length).toBe(count);
  },
);

test('the time of a step that the pathway passed over can be corrected, and nobody signs it again', () => {
  const walk = new Walk();
  walk.to('Check the order');
  walk.command('cancel');
  walk.decide('Stand everything down');
  const ledger = new Ledger(walk);
  const decided = Object.values(walk.journey.state.steps).filter(({ decision }) => decision !== undefined);
  const which = decided.findIndex(({ decision }) => decision?.decision === NOT_NEEDED);
  ledger.act({ do: 'correct', which });
  expect(Object.values(walk.journey.state.corrected)).toMatchObject([{ what: NOT_NEEDED }]);
  expect(ledger.signaturesOfCorrections()).toEqual([]);
});

test('nothing given cannot be signed once an infusion was recorded: the patient is followed for years', () => {
  const walk = sceneOf('Give the product');
  const { journey } = walk;
  const step = journey.step('Give the product');
  for (const decision of ['stopped', 'remake', 'recollect']) {
    expect(journey.sign(step, decision)).toMatchObject({ ok: false, refusal: { detail: { path: 'decision' } } });
  }
  expect(journey.sign(step, 'given').ok).toBe(true);
});

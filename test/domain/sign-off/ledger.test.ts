import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyChain } from '../../../lambdas/domain/audit/chain.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { ONWARD, signerOf } from '../../support/builders.ts';
import { Walk } from '../../support/walk.ts';
import { Ledger } from './ledger-model.ts';

/** Each step with one or two open steps beside it: the two of the order, and two visits that overlap. */
const SCENES: Readonly<Record<string, () => Walk>> = {
  ...Object.fromEntries(
    (['Confirm consent', 'Record apheresis', 'Check certificate', 'Accept receipt', 'Give GO for thaw'] as const).map(
      (step) => [step, () => to(step)],
    ),
  ),
  'Resolve quarantine': () => {
    const walk = to('Accept receipt');
    walk.decide('Accept receipt', 'quarantined');
    return walk;
  },
  'Give the product': () => {
    const walk = to('Give the product');
    walk.complete(walk.journey.step('Give the product'));
    return walk;
  },
  Discharge: () => to('Discharge'),
  'two visits': () => {
    const walk = new Walk();
    walk.toFollowUp();
    walk.runTo(walk.nextDue());
    while (walk.journey.open.length < 2) walk.runTo(walk.nextDue());
    return walk;
  },
};

function to(step: StepName): Walk {
  const walk = new Walk();
  walk.to(step);
  return walk;
}

const operation = fc.oneof(
  fc.record({
    do: fc.constantFrom('show', 'retry', 'deliver', 'repeat', 'replace-run', 'hold', 'resume', 'due', 'lapse'),
  }),
  fc.record({
    do: fc.constant('decide' as const),
    who: fc.constantFrom('a', 'b'),
    which: fc.nat({ max: 3 }),
    decision: fc.nat({ max: 4 }),
  }),
  fc.record({ do: fc.constant('again' as const), who: fc.constantFrom('a', 'b') }),
);

test.each(Object.keys(SCENES))(
  '%s: whatever is asked, retried, decided, delivered or replaced, in any order',
  (name) => {
    fc.assert(
      fc.property(
        fc.array(operation, { minLength: 3, maxLength: 14 }),
        fc.constantFrom('cancel', 'finish'),
        (all, ending) => {
          const ledger = new Ledger((SCENES[name] as () => Walk)());
          for (const one of all) ledger.act(one);
          ledger.finish(ending);
          const { journey, machines } = ledger.walk;

          const decided = journey.events.filter(({ type }) => type === 'step.decided');
          const occurrences = decided.map((event) => JSON.stringify([event.data].map(ledger.keyOf)));
          expect(new Set(occurrences).size).toBe(decided.length);
          expect(decided.length).toBe(Object.values(journey.state.steps).filter((step) => step.decision).length);
          expect(ledger.mailsAfterDecision()).toEqual([]);
          expect(machines.waiting).toBe(0);
          expect(journey.bindings).toEqual({});
          expect(ledger.tokensAnsweredTwice()).toEqual([]);
          expect(journey.state.anomalies).toEqual([]);
          expect(verifyChain(journey.events).verified).toBe(true);
        },
      ),
      { numRuns: 9 },
    );
  },
);

test.each(Object.keys(ONWARD) as StepName[])(
  '%s: who was first is told to the second, and the first may repeat',
  (step) => {
    const walk = sceneOf(step);
    const at = walk.journey.open.find((open) => open.step === step) ?? walk.journey.step(step);
    const shown = walk.journey.show(at);
    const first = walk.journey.sign(at, ONWARD[step], { shown });
    if (!first.ok) throw new Error(first.refusal.message);
    const { now, events } = walk.journey;
    const count = events.length;
    const evidence = events.findLast(({ type }) => type === 'step.decided')?.data as {
      evidence: Record<string, unknown>;
    };
    walk.journey.pass('PT10M');
    expect(walk.journey.sign(at, ONWARD[step], { shown, evidence: evidence.evidence })).toEqual(first);
    const other = walk.journey.sign(at, ONWARD[step], {
      shown,
      evidence: evidence.evidence,
      signer: signerOf(step, 'b'),
    });
    const different = Object.keys(steps[step].decisions).find((decision) => decision !== ONWARD[step]) ?? '';
    for (const refused of [other, walk.journey.sign(at, different, { shown })]) {
      if (refused.ok) throw new Error('a second decision was taken');
      expect(refused.refusal).toMatchObject({ code: 'conflict', detail: { by: signerOf(step).id, at: now } });
      expect(refused.refusal.message).toContain(signerOf(step).id);
    }
    expect(walk.journey.events.length).toBe(count);
  },
);

function sceneOf(step: StepName): Walk {
  if (step === 'Confirm eligibility') return new Walk();
  return (SCENES[step === 'Record follow-up visit' ? 'two visits' : step] as () => Walk)();
}

test('nothing given cannot be signed once an infusion was recorded: the patient is followed for years', () => {
  const walk = sceneOf('Give the product');
  const { journey } = walk;
  const step = journey.step('Give the product');
  for (const decision of ['stopped', 'remake', 'recollect']) {
    expect(journey.sign(step, decision)).toMatchObject({ ok: false, refusal: { detail: { path: 'decision' } } });
  }
  expect(journey.sign(step, 'given').ok).toBe(true);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PROTOCOL } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { largest, type Measures, MOST_ITEMS, measure, throughEveryVisit } from '../../support/measures.ts';
import { RandomWalk, randomActs, setOut } from '../../support/random-walk.ts';
import { Walk } from '../../support/walk.ts';
import { walks } from '../../support/walks.ts';

/** What the services allow: an input or answer of a state, the history of an execution, an item, a transaction. */
const LIMITS = { input: 256 * 1024, history: 25_000, item: 400 * 1024, items: MOST_ITEMS } as const;

/** Walks in one run of the tests; `npm run soak` searches longer. */
const WALKS = 3;

function mustBeFarUnder({ input, history, event, bindings, items }: Measures): void {
  expect(input).toBeLessThan(LIMITS.input / 100);
  expect(history).toBeLessThan(LIMITS.history / 10);
  expect(event).toBeLessThan(LIMITS.item / 20);
  expect(bindings).toBeLessThan(LIMITS.item / 8);
  expect(items).toBeLessThan(LIMITS.items);
}

test('a course of fifteen years, with everything repeated on its way, stays far under every limit', () => {
  const walk = new Walk();
  for (const [step, decision] of [
    ['Check the order', 'reorder'],
    ['Confirm readiness', 'rebook'],
    ['Check certificate', 'recollect'],
    ['Accept receipt', 'remake'],
    ['Start conditioning', 'go-lapsed'],
    ['Give GO for thaw', 'recondition'],
    ['Give GO for thaw', 'defer'],
  ] as const) {
    walk.to(step);
    walk.decide(step, decision);
  }
  walk.to('Give GO for thaw');
  walk.decide('Give GO for thaw', 'recondition');
  throughEveryVisit(walk);
  mustBeFarUnder(measure(walk));
});

test('so do random walks, also after weeks in which nothing fired', () => {
  const measures: Measures[] = [];
  fc.assert(
    fc.property(setOut, randomActs, (from, acts) => {
      const walk = new Walk();
      walk.to(from);
      const random = new RandomWalk(walk);
      for (const act of acts) if (walk.journey.state.closed === undefined) random.perform(act);
      measures.push(measure(walk));
    }),
    walks(WALKS),
  );
  mustBeFarUnder(largest(measures));
});

test('a batch of as many containers as a certificate can name fits one transaction', () => {
  const { product } = PROTOCOL;
  const walk = new Walk({
    protocol: { ...PROTOCOL, product: { ...product, containers: { ...product.containers, perDose: {} } } },
  });
  const step = walk.to('Check certificate');
  const containers = Array.from({ length: 50 }, (_, index) => `bag-${index + 1}`);
  walk.decide('Check certificate', 'certified', {
    evidence: { ...evidenceOf(step, 'certified', walk.journey), containers },
  });
  mustBeFarUnder(measure(walk));
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextDue } from '../../../lambdas/domain/clocks/next-due.ts';
import { neededForContainer } from '../../../lambdas/domain/steps/administration-items.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { atBedside, wholeBedside } from '../../support/bedside.ts';
import { PROTOCOL } from '../../support/builders.ts';
import { endCourse } from '../../support/ending.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { value } from '../../support/journey-driver.ts';
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

const { product } = PROTOCOL;
const ANY_NUMBER = { ...PROTOCOL, product: { ...product, containers: { ...product.containers, perDose: {} } } };

test('a batch of as many containers as a certificate can name fits one transaction', () => {
  const walk = new Walk({ protocol: ANY_NUMBER });
  const step = walk.to('Check certificate');
  const containers = Array.from({ length: 50 }, (_, index) => `bag-${index + 1}`);
  walk.decide('Check certificate', 'certified', {
    evidence: { ...evidenceOf(step, 'certified', walk.journey), containers },
  });
  mustBeFarUnder(measure(walk));
});

function batchOf(length: number): { readonly walk: Walk; readonly containers: readonly string[] } {
  const walk = new Walk({ protocol: ANY_NUMBER });
  const step = walk.to('Check certificate');
  const containers = Array.from({ length }, (_, index) => `bag-1-${index + 1}`);
  const evidence = { ...evidenceOf(step, 'certified', walk.journey), containers };
  walk.decide('Check certificate', 'certified', { evidence });
  return { walk, containers };
}

/** So many that what a corrected expiry shows of them is more than one commit can write. */
const MANY = 20;
/** As many containers as any protocol on the shelf has. */
const EIGHT = 8;

/** The certificate said another day of expiry: one that had passed when the product was given. */
function correctExpiry({ journey }: Walk): readonly unknown[] {
  const { seq, recordedAt = '' } = journey.step('Check certificate').decision ?? {};
  const { length } = journey.history;
  const to = plus(recordedAt, 'P1D', 'UTC').slice(0, 10);
  value(journey.command('correct', { seq, evidence: { path: 'expiresOn', to } }));
  for (let commits = 0; commits < 20 && isDue(journey); commits += 1) journey.wake();
  return journey.history.slice(length).flatMap(({ effect }) => (effect.kind === 'mail' ? [effect.notice] : []));
}

const isDue = ({ state, protocol, now }: Walk['journey']): boolean => (nextDue(state, protocol) ?? '9') <= now;

test.each(['while the patient is watched', 'when the journey is closed'])(
  'a corrected expiry that makes every act on many containers a deviation, %s: none is lost or doubled, and each kind told once',
  (when) => {
    const { walk, containers } = batchOf(MANY);
    const { journey } = walk;
    walk.to('Give the product');
    const from = journey.now;
    journey.pass('PT200H');
    wholeBedside(walk, from);
    walk.decide('Give the product');
    while (isDue(journey)) walk.wake();
    if (when === 'when the journey is closed') {
      endCourse(walk);
      walk.to('Close the course');
      walk.decide('Close the course');
    }
    const before = journey.state.deviations.length;
    const commits = journey.commits.length;
    const told = correctExpiry(walk);
    const { deviations, found, anomalies } = journey.state;
    const shown = deviations.slice(before).filter(({ step }) => step === 'Give the product');
    // Each was compared four times, and thawed, too late; and the administration ended after the expiry.
    expect(shown.filter(({ kind }) => kind === 'against-not-expired')).toHaveLength(5 * containers.length);
    expect(shown).toHaveLength(5 * containers.length + 1);
    expect([found, anomalies]).toEqual([[], []]);
    expect(Math.max(...journey.commits.slice(commits))).toBeLessThan(MOST_ITEMS);
    expect(new Set(told.map((notice) => JSON.stringify(notice))).size).toBe(told.length);
  },
);

test('a corrected expiry that makes every act on eight containers a deviation fits one transaction, and is told once', () => {
  const { walk, containers } = batchOf(EIGHT);
  const { journey } = walk;
  walk.to('Monitor the patient');
  const told = correctExpiry(walk);
  expect(journey.state.deviations.length).toBeGreaterThan(containers.length * 5);
  expect(journey.commits.at(-1)).toBeLessThan(MOST_ITEMS);
  expect(new Set(told.map((notice) => JSON.stringify(notice))).size).toBe(told.length);
});

test('eight containers given with every time of the bedside backwards can be signed in one transaction', () => {
  const { walk, containers } = batchOf(EIGHT);
  const { journey } = walk;
  walk.to('Give the product');
  const items = neededForContainer(journey.protocol);
  const from = journey.now;
  journey.pass('PT20M');
  for (const [place, { item }] of items.entries()) {
    for (const container of containers) {
      journey.pass('PT1M');
      value(atBedside(walk, item, { container, occurredAt: plus(from, `PT${items.length - place}M`, 'UTC') }));
    }
  }
  value(journey.sign(journey.step('Give the product'), 'given'));
  expect(journey.state.deviations.length).toBeGreaterThan(MOST_ITEMS / 2);
  expect(journey.commits.at(-1)).toBeLessThan(MOST_ITEMS);
});

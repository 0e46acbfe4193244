import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neededForContainer } from '../../../lambdas/domain/steps/administration-items.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { atBedside } from '../../support/bedside.ts';
import { endCourse } from '../../support/ending.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { value } from '../../support/journey-driver.ts';
import { ANY_NUMBER, batchOf, correctExpiry, givenAfterExpiry, MANY } from '../../support/many-containers.ts';
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
  const walk = new Walk({ protocol: ANY_NUMBER });
  const step = walk.to('Check certificate');
  const containers = Array.from({ length: 50 }, (_, index) => `bag-${index + 1}`);
  walk.decide('Check certificate', 'certified', {
    evidence: { ...evidenceOf(step, 'certified', walk.journey), containers },
  });
  mustBeFarUnder(measure(walk));
});

/** As many containers as any protocol on the shelf has. */
const EIGHT = 8;

test.each(['while the patient is watched', 'when the journey is closed'])(
  'a corrected expiry that makes every act on many containers a deviation, %s: none is lost or doubled, and each kind told once',
  (when) => {
    const walk = givenAfterExpiry();
    const { journey } = walk;
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
    expect(shown.filter(({ kind }) => kind === 'against-not-expired')).toHaveLength(5 * MANY);
    expect(shown).toHaveLength(5 * MANY + 1);
    expect([found, anomalies]).toEqual([[], []]);
    // Written by nobody, some of them days later; the event that found them says who corrected the time.
    const foundBy = [...new Set(deviations.flatMap((one) => one.found ?? []))];
    const written = journey.events.filter(({ type, data }) => type === 'deviation.opened' && data.found !== undefined);
    expect(new Set(written.map(({ by }) => by.kind))).toEqual(new Set(['system']));
    expect(journey.events.find(({ seq }) => seq === foundBy.at(-1))).toMatchObject({
      type: 'deviations.found',
      by: { kind: 'operator' },
    });
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

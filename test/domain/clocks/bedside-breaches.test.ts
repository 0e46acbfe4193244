import { expect, test } from 'vitest';
import { productExpiry } from '../../../lambdas/domain/journey/product.ts';
import type { Protocol } from '../../../lambdas/domain/protocol/schema.ts';
import { neededForContainer } from '../../../lambdas/domain/steps/administration-items.ts';
import { minus, plus } from '../../../lambdas/domain/time.ts';
import { atBedside, BAG, correctAt, entryAt, OTHER_BAG, wholeBedside } from '../../support/bedside.ts';
import { PROTOCOL } from '../../support/builders.ts';
import { value } from '../../support/journey-driver.ts';
import { premedicate } from '../../support/premedication.ts';
import { Walk } from '../../support/walk.ts';

/** A product given within the hour of its GO, every event at its minute; all are written down afterwards. */
function given(minutes: Readonly<Record<string, number>> = {}): Walk {
  const walk = new Walk();
  walk.to('Give the product');
  const from = walk.journey.now;
  walk.runTo(plus(from, 'PT6H', 'UTC'));
  wholeBedside(walk, from, minutes);
  return walk;
}

const deviations = ({ journey }: Walk) => journey.state.deviations.map(({ kind, detail }) => ({ kind, detail }));
const orderOf = (walk: Walk) => deviations(walk).filter(({ kind }) => kind === 'bedside-order');

test('the identity is checked before the thaw and at the bedside, each by two people, in the order in which it is done', () => {
  expect(neededForContainer(PROTOCOL).map(({ item }) => item)).toEqual([
    'identity-checked-before-thaw',
    'identity-checked-before-thaw-second',
    'thaw-started',
    'thaw-ended',
    'inspected-after-thaw',
    'identity-checked',
    'identity-checked-second',
    'infusion-started',
    'infusion-ended',
  ]);
  const walk = given();
  walk.decide('Give the product');
  expect(orderOf(walk)).toEqual([]);
});

test('events of one minute have no order: nobody states seconds', () => {
  const walk = given({ 'thaw-started': 2, 'thaw-ended': 2, 'inspected-after-thaw': 2, 'identity-checked': 2 });
  walk.decide('Give the product');
  expect(orderOf(walk)).toEqual([]);
});

test.each([
  [
    { 'identity-checked-before-thaw-second': 3 },
    /^bag-1-1: thaw-started .* before identity-checked-before-thaw-second /,
  ],
  [
    { 'identity-checked-second': 60, 'infusion-ended': 90, 'infusion-started': 50 },
    /infusion-started .* before identity-/,
  ],
  [{ 'infusion-started': 9 }, /infusion-ended .* before infusion-started /],
] as const)(
  'another order (%o) is recorded, and is a critical deviation that names both and the container',
  (minutes, named) => {
    const walk = given(minutes);
    walk.decide('Give the product', 'partly-given');
    expect(walk.asked.map(({ step }) => step)).toEqual(['Monitor the patient']);
    expect(orderOf(walk)[0]?.detail).toMatch(named);
  },
);

test('a corrected time that puts the events into another order opens the deviation once', () => {
  const walk = given();
  walk.decide('Give the product');
  const started = entryAt(walk, 'infusion-started', OTHER_BAG).occurredAt.at;
  correctAt(walk, 'infusion-ended', minus(started, 'PT2M', 'UTC'), OTHER_BAG);
  correctAt(walk, 'infusion-ended', minus(started, 'PT3M', 'UTC'), OTHER_BAG);
  expect(orderOf(walk)).toHaveLength(1);
  expect(orderOf(walk)[0]?.detail).toMatch(/^bag-1-2: infusion-ended .* before infusion-started .*, as corrected$/);
});

const premedicationOf = (walk: Walk) => deviations(walk).filter(({ kind }) => kind === 'premedication');

test.each([
  ['PT30M', []],
  ['PT60M', []],
  ['PT29M', [/premedication .*, expected PT30M to PT60M before/]],
  ['PT61M', [/premedication .*, expected PT30M to PT60M before/]],
] as const)('premedication %s before the first infusion', (before, said) => {
  const walk = new Walk();
  walk.to('Give the product');
  walk.runTo(plus(walk.journey.now, 'PT2H', 'UTC'));
  value(atBedside(walk, 'infusion-started', { occurredAt: minus(walk.journey.now, 'PT10M', 'UTC') }));
  premedicate(walk.journey, before);
  walk.decide('Give the product');
  expect(premedicationOf(walk).map(({ detail }) => detail)).toEqual(
    said.map((one) => expect.stringMatching(one) as string),
  );
});

test('a product given without premedication is a critical deviation where the label asks for one', () => {
  const without = (protocol: Protocol) => {
    const walk = new Walk({ protocol });
    const step = walk.to('Give the product');
    for (const container of [BAG, OTHER_BAG]) {
      for (const item of neededForContainer(protocol)) walk.record(step, item, container);
    }
    value(walk.journey.sign(walk.journey.step('Give the product'), 'given'));
    return premedicationOf(walk).map(({ detail }) => detail);
  };
  expect(without(PROTOCOL)).toEqual([expect.stringContaining('premedication not recorded')]);
  const { premedication: _, ...treatment } = PROTOCOL.treatment ?? {};
  expect(without({ ...PROTOCOL, treatment: treatment as Protocol['treatment'] })).toEqual([]);
});

test('an infusion corrected to before its premedication counts is a deviation then', () => {
  const walk = given();
  walk.decide('Give the product');
  expect(premedicationOf(walk)).toEqual([]);
  correctAt(walk, 'infusion-started', minus(entryAt(walk, 'infusion-started').occurredAt.at, 'PT16M', 'UTC'));
  expect(premedicationOf(walk)[0]?.detail).toMatch(/, as corrected$/);
});

test('an infusion corrected to after the expiry is a deviation then; a product not given never is', () => {
  const walk = new Walk();
  walk.to('Give the product');
  const from = walk.journey.now;
  const expiry = productExpiry(walk.journey.state) ?? '';
  walk.runTo(plus(expiry, 'P1D', 'UTC'));
  wholeBedside(walk, from);
  walk.decide('Give the product');
  correctAt(walk, 'infusion-ended', plus(expiry, 'PT2M', 'UTC'), OTHER_BAG);
  expect(deviations(walk).map(({ kind }) => kind)).not.toContain('given-after-expiry');
  // Of several containers the first infusion is day 0: the product was given from then on.
  correctAt(walk, 'infusion-started', expiry, OTHER_BAG);
  expect(deviations(walk).map(({ kind }) => kind)).not.toContain('given-after-expiry');
  correctAt(walk, 'infusion-started', expiry, BAG);
  expect(deviations(walk).map(({ kind }) => kind)).toContain('given-after-expiry');

  const kept = new Walk();
  kept.to('Give the product');
  kept.runTo(plus(productExpiry(kept.journey.state) ?? '', 'P1D', 'UTC'));
  kept.decide('Give the product', 'stopped');
  expect(deviations(kept)).toEqual([]);
});

test('what was given outside the window after conditioning is a critical deviation, also as corrected', () => {
  const walk = new Walk();
  walk.to('Give the product');
  const from = walk.journey.now;
  const late = plus(from, 'P20D', 'UTC');
  walk.runTo(plus(late, 'P1D', 'UTC'));
  wholeBedside(walk, from);
  walk.decide('Give the product');
  expect(deviations(walk).map(({ kind }) => kind)).not.toContain('given-outside-window');
  for (const bag of [BAG, OTHER_BAG]) correctAt(walk, 'infusion-started', late, bag);
  expect(deviations(walk).map(({ kind }) => kind)).toContain('given-outside-window');
});

test.each([
  'Accept receipt',
  'Resolve quarantine',
  'Prescribe the product',
  'Verify the prescription',
  'Give GO for conditioning',
  'Give GO for thaw',
  'Confirm GO for thaw',
  'Give the product',
] as const)('%s: the deciders are warned of the expiry and called at it, each once', (name) => {
  const walk = new Walk();
  if (name === 'Resolve quarantine') {
    walk.to('Accept receipt');
    walk.decide('Accept receipt', 'quarantined');
  }
  const step = walk.to(name);
  walk.runTo(plus(productExpiry(walk.journey.state) ?? '', 'P2D', 'UTC'));
  const rungs = walk.journey.events.flatMap(({ type, data }) =>
    type === 'rung.reached' && data.step === name && /^expir(y-\d+|ed)$/.test(data.rung) ? [data] : [],
  );
  expect(rungs.map(({ rung }) => rung)).toEqual([
    'expiry-90',
    'expiry-60',
    'expiry-30',
    'expiry-14',
    'expiry-7',
    'expired',
  ]);
  expect(rungs.at(-1)?.to).toEqual(['physician', 'pharmacist', 'coordinator', 'qa']);
  expect(walk.journey.step(name).key).toBe(step.key);
});

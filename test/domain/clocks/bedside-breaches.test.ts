import { expect, test } from 'vitest';
import { productExpiry } from '../../../lambdas/domain/journey/product.ts';
import { ADMINISTRATION_ITEMS } from '../../../lambdas/domain/steps/give-the-product.ts';
import { minus, plus } from '../../../lambdas/domain/time.ts';
import { CHAIN_OF_IDENTITY, SITE } from '../../support/builders.ts';
import { value } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';
import { told } from './told.ts';

type Item = (typeof ADMINISTRATION_ITEMS)[number];

/** Every bedside event at its minute after noon of the next day; all are written down afterwards. */
function atTheBedside(minutes: Readonly<Partial<Record<Item, number>>>): Walk {
  const walk = new Walk();
  const step = walk.to('Give the product');
  const noon = plus(`${walk.journey.now.slice(0, 10)}T12:00:00.000Z`, 'P1D', 'UTC');
  walk.runTo(plus(noon, 'PT6H', 'UTC'));
  for (const [index, item] of ADMINISTRATION_ITEMS.entries()) {
    const occurredAt = plus(noon, `PT${minutes[item] ?? index}M`, 'UTC');
    const evidence = item.startsWith('identity') ? { chainOfIdentity: CHAIN_OF_IDENTITY } : {};
    value(walk.journey.record(step, item, { evidence, occurredAt }));
  }
  return walk;
}

const deviations = ({ journey }: Walk) => journey.state.deviations.map(({ kind, detail }) => ({ kind, detail }));

function correct(walk: Walk, item: Item, at: string): void {
  const seq = walk.journey.step('Give the product').checklist[item]?.seq;
  walk.command('correct', { seq, occurredAt: { at, zone: SITE.zone, known: 'device' } });
}

test('the identity is checked before the thaw and at the bedside, in the order of the protocol', () => {
  expect(ADMINISTRATION_ITEMS).toEqual([
    'identity-checked-before-thaw',
    'thaw-started',
    'thaw-ended',
    'identity-checked',
    'infusion-started',
    'infusion-ended',
  ]);
  const walk = atTheBedside({});
  walk.decide('Give the product');
  expect(deviations(walk)).toEqual([]);
});

test('events of one minute have no order: nobody states seconds', () => {
  const walk = atTheBedside({ 'thaw-started': 1, 'thaw-ended': 1, 'identity-checked': 1, 'infusion-started': 1 });
  walk.decide('Give the product');
  expect(deviations(walk)).toEqual([]);
});

test.each([
  [{ 'identity-checked-before-thaw': 2 }, /^thaw-started .* before identity-checked-before-thaw /],
  [{ 'identity-checked': 60, 'infusion-ended': 90, 'infusion-started': 50 }, /^infusion-started .* before identity-/],
  [{ 'infusion-started': 9 }, /^infusion-ended .* before infusion-started /],
] as const)('another order (%o) is recorded, and is a critical deviation that names both', (minutes, named) => {
  const walk = atTheBedside(minutes);
  walk.decide('Give the product', 'partly-given');
  expect(walk.journey.open.map(({ step }) => step)).toEqual(['Discharge']);
  expect(deviations(walk).find(({ kind }) => kind === 'bedside-order')?.detail).toMatch(named);
});

test('a corrected time that puts the events into another order opens the deviation once', () => {
  const walk = atTheBedside({});
  walk.decide('Give the product');
  const started = walk.journey.step('Give the product').checklist['infusion-started']?.occurredAt.at ?? '';
  correct(walk, 'infusion-ended', minus(started, 'PT2M', 'UTC'));
  correct(walk, 'infusion-ended', minus(started, 'PT3M', 'UTC'));
  expect(deviations(walk).map(({ kind }) => kind)).toEqual(['bedside-order']);
  expect(deviations(walk)[0]?.detail).toMatch(/^infusion-ended .* before infusion-started .*, as corrected$/);
});

test('an infusion corrected to after the expiry is a deviation then; a product not given never is', () => {
  const walk = new Walk();
  const step = walk.to('Give the product');
  const expiry = productExpiry(walk.journey.state) ?? '';
  walk.runTo(minus(expiry, 'PT31M', 'UTC'));
  walk.decide('Give the product');
  expect(deviations(walk)).toEqual([]);
  walk.runTo(plus(expiry, 'P1D', 'UTC'));
  correct(walk, 'infusion-ended', plus(expiry, 'PT2M', 'UTC'));
  expect(deviations(walk)).toEqual([]);
  correct(walk, 'infusion-started', expiry);
  expect(deviations(walk)).toMatchObject([{ kind: 'given-after-expiry' }]);
  expect(told(walk, step).some((line) => line.startsWith('expired'))).toBe(false);

  const kept = new Walk();
  kept.to('Give the product');
  kept.runTo(plus(productExpiry(kept.journey.state) ?? '', 'P1D', 'UTC'));
  kept.decide('Give the product', 'stopped');
  expect(deviations(kept)).toEqual([]);
});

test.each(['Accept receipt', 'Resolve quarantine', 'Give GO', 'Give the product'] as const)(
  '%s: the deciders are warned of the expiry and called at it, each once',
  (name) => {
    const walk = new Walk();
    if (name === 'Resolve quarantine') {
      walk.to('Accept receipt');
      walk.decide('Accept receipt', 'quarantined');
    }
    const step = walk.to(name);
    walk.runTo(plus(productExpiry(walk.journey.state) ?? '', 'P2D', 'UTC'));
    const rungs = walk.journey.events.flatMap(({ type, data }) =>
      type === 'rung.reached' && data.step === name && data.rung.startsWith('expir') ? [data] : [],
    );
    expect(rungs.map(({ rung }) => rung)).toEqual(['expiry-90', 'expiry-30', 'expiry-7', 'expired']);
    expect(rungs.at(-1)?.to).toEqual(['physician', 'pharmacist', 'coordinator', 'qa']);
    expect(walk.journey.step(name).key).toBe(step.key);
  },
);

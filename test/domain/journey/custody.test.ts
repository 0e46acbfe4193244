import { describe, expect, test } from 'vitest';
import { custodyBreaches } from '../../../lambdas/domain/journey/custody.ts';
import { inspectionFaults } from '../../../lambdas/domain/journey/inspection.ts';
import { collectedDonation } from '../../../lambdas/domain/journey/product.ts';
import { isActive } from '../../../lambdas/domain/journey/state.ts';
import { minus } from '../../../lambdas/domain/time.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { CHAIN_OF_IDENTITY, SITE, valuesOf } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { value } from '../../support/journey-driver.ts';
import { report } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

type Values = Readonly<Record<string, unknown>>;

/** Records one custody event of a shipment, with some values other than usual. */
function records(walk: Walk, step: StepName, item: string, values: Values = {}): void {
  const evidence = { ...valuesOf(item, walk.journey), ...values };
  value(walk.journey.record(walk.journey.step(step), item, { evidence }));
  walk.machines.deliver();
}

function shipmentAt(step: StepName): Walk {
  const walk = new Walk();
  walk.to(step);
  return walk;
}

const kinds = ({ journey }: Walk): readonly string[] => journey.state.deviations.map(({ kind }) => kind);
const excursions = ({ journey }: Walk): number =>
  journey.state.phases.filter(({ phase }) => phase === 'Excursion').length;

/** The inbound shipment, then an inspection by which all is well. */
function received(left: Values, came: Values): Walk {
  const walk = shipmentAt('Follow the delivery');
  records(walk, 'Follow the delivery', 'handed-over', left);
  walk.journey.pass('P2D');
  records(walk, 'Follow the delivery', 'arrived', came);
  walk.decide('Follow the delivery');
  walk.decide('Inspect the delivery');
  return walk;
}
const accept = ({ journey }: Walk) => journey.sign(journey.step('Accept receipt'), 'accepted');
const faults = ({ journey }: Walk) => inspectionFaults(journey.state, journey.protocol);

describe('inbound', () => {
  test('a shipment within its limits says nothing', () => {
    const walk = received({}, {});
    expect([kinds(walk), excursions(walk), faults(walk)]).toEqual([[], 0, []]);
    expect(accept(walk).ok).toBe(true);
  });

  test.each<[string, Values, Values]>([
    ['seal', {}, { sealIntact: false }],
    ['temperature', {}, { lowestTemperature: -10, highestTemperature: 25 }],
    ['qualification', { qualifiedUntil: '2026-11-24T00:00:00.000Z' }, {}],
  ])('%s: a critical deviation and an excursion at once; a clean tick list does not accept it', (fault, left, came) => {
    const walk = received(left, came);
    expect(walk.journey.state.deviations).toMatchObject([{ kind: `against-custody-${fault}`, class: 'critical' }]);
    expect(isActive(walk.journey.state, 'Excursion')).toBe(true);
    expect(faults(walk)).toEqual([`custody-${fault}`]);
    expect(accept(walk)).toMatchObject({
      refusal: { detail: { gates: [{ gate: 'inspection-clean' }, { gate: 'no-open-excursion' }] } },
    });
    walk.decide('Record the disposition', 'may-be-used');
    expect(faults(walk)).toEqual([]);
    expect(accept(walk).ok).toBe(true);
  });

  test('several faults of one arrival wait for one disposition, and those who decide hear of it', () => {
    const walk = received({}, { sealIntact: false, highestTemperature: 25 });
    expect(kinds(walk)).toEqual(['against-custody-seal', 'against-custody-temperature']);
    expect(excursions(walk)).toBe(1);
    const told = walk.journey.history.flatMap(({ effect }) => (effect.kind === 'mail' ? [effect.notice] : []));
    expect(told).toContainEqual(
      expect.objectContaining({
        what: 'reported',
        detail: 'excursion',
        class: 'critical',
        to: expect.arrayContaining(['physician']),
      }),
    );
  });

  test('a refusal of the maker stands, and a disposition about something else settles nothing', () => {
    const refused = received({}, { sealIntact: false });
    refused.decide('Record the disposition', 'rejected');
    expect(faults(refused)).toEqual(['custody-seal']);
    expect(accept(refused).ok).toBe(false);

    const other = received({}, {});
    report(other, 'excursion');
    other.decide('Record the disposition', 'may-be-used');
    expect(accept(other).ok).toBe(true);
  });

  test('documents come in any order: a limit told after the arrival is still passed', () => {
    const walk = shipmentAt('Follow the delivery');
    records(walk, 'Follow the delivery', 'arrived');
    expect(kinds(walk)).toEqual([]);
    records(walk, 'Follow the delivery', 'handed-over', { qualifiedUntil: '2026-11-24T00:00:00.000Z' });
    expect(kinds(walk)).toEqual(['against-custody-qualification']);
    expect(excursions(walk)).toBe(1);
  });

  test('other containers than certified are recorded; no disposition of the maker makes them the right ones', () => {
    const walk = received({ containers: ['BAG-OF-ANOTHER'] }, { sealIntact: false });
    expect(kinds(walk)).toEqual(['against-custody-contents', 'against-custody-seal']);
    walk.decide('Record the disposition', 'may-be-used');
    expect(faults(walk)).toEqual(['custody-contents']);
    expect(accept(walk).ok).toBe(false);
    walk.decide('Accept receipt', 'quarantined');
    const evidence = evidenceOf(walk.journey.step('Resolve quarantine'), 'accepted', walk.journey);
    expect(walk.journey.sign(walk.journey.step('Resolve quarantine'), 'accepted', { evidence }).ok).toBe(true);
  });
});

describe('outbound', () => {
  const OUT = 'Ship the starting material';

  test('what left its limits on the way waits for the maker, who accepts nothing before', () => {
    const walk = shipmentAt(OUT);
    records(walk, OUT, 'handed-over');
    walk.journey.pass('PT3H');
    records(walk, OUT, 'arrived', { sealIntact: false, highestTemperature: 45 });
    expect(kinds(walk)).toEqual(['against-custody-seal', 'against-custody-temperature']);
    walk.decide(OUT);
    const acceptance = walk.journey.step('Record acceptance by the maker');
    expect(walk.journey.sign(acceptance, 'accepted')).toMatchObject({
      refusal: { detail: { gates: [{ gate: 'no-open-excursion' }] } },
    });
    walk.decide('Record the disposition', 'may-be-used');
    expect(walk.journey.sign(acceptance, 'accepted').ok).toBe(true);
  });

  test('material that left after the time of its release is a critical deviation', () => {
    const walk = shipmentAt(OUT);
    walk.journey.pass('P9D');
    records(walk, OUT, 'handed-over');
    expect(walk.journey.state.deviations).toMatchObject([{ kind: 'against-custody-departure', class: 'critical' }]);
    expect(excursions(walk)).toBe(0);
  });

  test('containers carry the donation number collected, as printed', () => {
    const walk = shipmentAt(OUT);
    records(walk, OUT, 'handed-over', { containers: ['=A9999 26 000001 00 S1234 A01'] });
    expect(kinds(walk)).toEqual([]);
    const other = shipmentAt(OUT);
    records(other, OUT, 'handed-over', { containers: ['A999926000001', 'A999926000009'] });
    expect(kinds(other)).toEqual(['against-custody-contents']);
  });

  test('bags of two collections are sent together; those of the first alone are not what was released', () => {
    const collectedTwice = (): readonly [Walk, string, string] => {
      const walk = shipmentAt('Release the collection');
      const first = collectedDonation(walk.journey.state) ?? '';
      walk.decide('Release the collection', 'recollect');
      walk.to(OUT);
      return [walk, first, collectedDonation(walk.journey.state) ?? ''];
    };
    const [walk, first, second] = collectedTwice();
    records(walk, OUT, 'handed-over', { containers: [`${first} bag 1`, `${second} bag 1`] });
    expect(kinds(walk)).toEqual([]);
    const [alone] = collectedTwice();
    records(alone, OUT, 'handed-over', { containers: [`${first} bag 1`] });
    expect(alone.journey.state.deviations).toMatchObject([
      {
        kind: 'against-custody-contents',
        detail: expect.stringContaining(`donation ${first} or ${second}, some of them of ${second}`),
      },
    ]);
  });

  test('what left before another collection is still what was to leave then', () => {
    const walk = shipmentAt(OUT);
    records(walk, OUT, 'handed-over');
    const { key } = walk.journey.step(OUT);
    walk.decide(OUT, 'recollect');
    walk.to(OUT);
    const { state, protocol } = walk.journey;
    expect(custodyBreaches(state, protocol, state.steps[key] ?? walk.journey.step(OUT))).toEqual([]);
  });
});

test.each<StepName>(['Ship the starting material', 'Follow the delivery'])(
  '%s: a shipper qualified only until before the hand-over is a critical deviation and an excursion at once, and only once',
  (step) => {
    const walk = shipmentAt(step);
    records(walk, step, 'handed-over', { qualifiedUntil: walk.journey.now });
    expect(walk.journey.state.deviations).toMatchObject([{ kind: 'against-custody-qualification', class: 'critical' }]);
    expect(isActive(walk.journey.state, 'Excursion')).toBe(true);
    walk.journey.pass('PT1H');
    records(walk, step, 'arrived');
    expect(kinds(walk)).toEqual(['against-custody-qualification']);
    expect(excursions(walk)).toBe(1);
  },
);

test.each([
  ['handed-over', 'arrived'],
  ['arrived', 'handed-over'],
] as const)('an arrival before the hand-over is recorded, %s first, and is a critical deviation', (one, other) => {
  const step = 'Follow the delivery';
  const walk = shipmentAt(step);
  const times = {
    'handed-over': minus(walk.journey.now, 'PT1H', 'UTC'),
    arrived: minus(walk.journey.now, 'PT2H', 'UTC'),
  };
  for (const item of [one, other]) {
    const evidence = valuesOf(item, walk.journey);
    value(walk.journey.record(walk.journey.step(step), item, { evidence, occurredAt: times[item] }));
  }
  expect(walk.journey.state.deviations).toMatchObject([{ kind: 'against-custody-order', class: 'critical' }]);
  expect(excursions(walk)).toBe(0);
});

test.each<StepName>(['Ship the starting material', 'Follow the delivery'])(
  '%s: against a flag, or on hold, it is recorded and is a critical deviation',
  (step) => {
    const flagged = shipmentAt(step);
    report(flagged, 'flags-raised', { flags: ['do-not-ship'] });
    records(flagged, step, 'handed-over');
    expect(kinds(flagged)).toEqual(['against-not-flagged-do-not-ship']);
    const held = shipmentAt(step);
    held.command('hold');
    records(held, step, 'handed-over');
    expect(kinds(held)).toEqual(['recorded-while-held']);
  },
);

test('a corrected time of arrival past the qualification is an excursion then, and waits for a disposition of its own', () => {
  const walk = shipmentAt('Follow the delivery');
  records(walk, 'Follow the delivery', 'handed-over');
  walk.journey.pass('P2D');
  const occurredAt = walk.journey.now;
  walk.journey.pass('P4D');
  const at = walk.journey.now;
  const evidence = valuesOf('arrived', walk.journey);
  value(walk.journey.record(walk.journey.step('Follow the delivery'), 'arrived', { evidence, occurredAt }));
  walk.decide('Follow the delivery');
  walk.decide('Inspect the delivery');
  expect(kinds(walk)).toEqual([]);
  const seq = walk.journey.step('Follow the delivery').checklist.arrived?.seq;
  walk.command('correct', { seq, occurredAt: { at, zone: SITE.zone, known: 'transcribed' } });
  expect(kinds(walk)).toEqual(['against-custody-qualification']);
  expect(faults(walk)).toEqual(['custody-qualification']);
  expect(accept(walk).ok).toBe(false);
  walk.decide('Record the disposition', 'may-be-used');
  expect(accept(walk).ok).toBe(true);
});

test('another identity is still refused at the hand-over', () => {
  const { journey } = shipmentAt('Follow the delivery');
  const chainOfIdentity = { ...CHAIN_OF_IDENTITY, value: 'COI-0002' };
  const evidence = { ...valuesOf('handed-over', journey), chainOfIdentity };
  expect(journey.record(journey.step('Follow the delivery'), 'handed-over', { evidence }).ok).toBe(false);
});

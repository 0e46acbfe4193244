import { expect, test } from 'vitest';
import { goOf } from '../../../lambdas/domain/journey/go.ts';
import { STRICTEST_POLICY } from '../../../lambdas/domain/journey/site-policy.ts';
import type { GO_BASES } from '../../../lambdas/domain/protocol/terms.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { PROTOCOL } from '../../support/builders.ts';
import { value } from '../../support/journey-driver.ts';
import { report } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

/** The GO for conditioning stands, and the product is not there yet. */
function early(basis: Exclude<(typeof GO_BASES)[number], 'accepted-on-site'>): Walk {
  const { conditioning } = PROTOCOL;
  if (conditioning === undefined) throw new Error('expected a protocol with conditioning');
  const protocol = {
    ...PROTOCOL,
    conditioning: { ...conditioning, goBasis: { ...conditioning.goBasis, value: basis } },
  };
  const walk = new Walk({ protocol, policy: { ...STRICTEST_POLICY, goBasis: basis } });
  const near = basis === 'made-during-conditioning' ? 'Record acceptance by the maker' : 'Agree the delivery';
  walk.to(near);
  walk.decide(near);
  for (const step of ['Prescribe the product', 'Verify the prescription', 'Give GO for conditioning'] as const) {
    walk.journey.pass('PT10M');
    walk.decide(step);
  }
  return walk;
}
const onItsWay = (): Walk => early('certified-and-delivery-confirmed');
const beingMade = (): Walk => early('made-during-conditioning');

const start = ({ journey }: Walk) => journey.sign(journey.step('Start conditioning'), 'started');
const reopened = ({ journey }: Walk) => goOf(journey.state, journey.protocol, 'conditioning')?.reopenedBy;
const quarantine = (walk: Walk): void => {
  walk.decide('Follow the delivery');
  walk.decide('Inspect the delivery');
  walk.decide('Accept receipt', 'quarantined');
};
const milestone = ({ journey }: Walk, predictedReadyAt: string): void => {
  const evidence = { milestone: 'at-risk', makerReference: 'maker 9', predictedReadyAt };
  value(journey.record(journey.step('Follow the manufacture'), 'milestone', { evidence }));
};
const foreseen = ({ journey }: Walk, days: number): void => {
  const evidence = { expectedAt: plus(journey.now, `P${days}D`, 'UTC') };
  value(journey.record(journey.step('Follow the delivery'), 'arrival-foreseen', { evidence }));
};
const moved = (walk: Walk, values: Readonly<Record<string, unknown>>): number =>
  report(walk, 'dates-moved', { plannedDayZeroAt: undefined, ...values });
const monthLater = ({ journey }: Walk) => ({
  from: plus(journey.now, 'P30D', 'UTC'),
  until: plus(journey.now, 'P30DT4H', 'UTC'),
});

test.each([
  ['it was quarantined on arrival', onItsWay, quarantine, 'product'],
  ['its delivery moved', onItsWay, (walk: Walk) => moved(walk, { deliveryWindow: monthLater(walk) }), 'date'],
  ['its carrier foresees it late', onItsWay, (walk: Walk) => foreseen(walk, 30), 'date'],
  ['its manufacture failed', beingMade, (walk: Walk) => walk.decide('Follow the manufacture', 'failed'), 'product'],
  [
    'its date was reported to slip',
    beingMade,
    (walk: Walk) => moved(walk, { predictedReadyAt: plus(walk.journey.now, 'P90D', 'UTC') }),
    'date',
  ],
  [
    'its maker names a later date',
    beingMade,
    (walk: Walk) => milestone(walk, plus(walk.journey.now, 'P90D', 'UTC')),
    'date',
  ],
] as const)('a product counted on that is not there: %s, and the GO is given anew', (_, walkTo, happens, by) => {
  const walk = walkTo();
  happens(walk);
  expect(reopened(walk)).toBe(by);
  expect(start(walk)).toMatchObject({ refusal: { code: 'forbidden' } });
  walk.decide('Start conditioning', 'started-without-go');
  expect(walk.journey.state.deviations.map(({ kind }) => kind)).toContain('against-go-stands-conditioning');
});

test('a GO is not given anew on a product that waits in quarantine; once that is settled it is', () => {
  const walk = onItsWay();
  quarantine(walk);
  walk.decide('Start conditioning', 'go-lapsed');
  const go = () => walk.journey.sign(walk.journey.step('Give GO for conditioning'), 'go');
  expect(go()).toMatchObject({ refusal: { detail: { gates: [{ gate: 'product-available' }] } } });
  walk.decide('Resolve quarantine', 'accepted');
  expect(go().ok).toBe(true);
});

test('what does not take the product away reopens nothing: the same date once more, a delay of an hour, an arrival', () => {
  const made = beingMade();
  milestone(made, String(made.journey.step('Record acceptance by the maker').decision?.evidence.predictedReadyAt));
  expect(start(made).ok).toBe(true);
  const sent = onItsWay();
  foreseen(sent, 0);
  sent.decide('Follow the delivery');
  sent.decide('Inspect the delivery');
  sent.decide('Accept receipt');
  moved(sent, { deliveryWindow: monthLater(sent) });
  expect(start(sent).ok).toBe(true);
});

const lost = ({ journey }: Walk) =>
  journey.state.deviations.filter(({ kind }) => kind === 'product-lost-after-conditioning');

test.each([
  ['lost on its way', onItsWay, (walk: Walk) => walk.decide('Follow the delivery', 'remake')],
  ['failed', beingMade, (walk: Walk) => walk.decide('Follow the manufacture', 'failed')],
] as const)(
  'a product %s after conditioning began is a critical deviation, told at once to who decides',
  (_, walkTo, happens) => {
    const before = walkTo();
    happens(before);
    expect(lost(before)).toEqual([]);
    const walk = walkTo();
    walk.decide('Start conditioning');
    happens(walk);
    expect(lost(walk)).toMatchObject([{ class: 'critical' }]);
    const told = walk.journey.history.flatMap(({ effect }) =>
      effect.kind === 'mail' && effect.notice.about === 'journey' && effect.notice.what === 'deviation'
        ? [effect.notice]
        : [],
    );
    expect(told).toMatchObject([{ class: 'critical', to: ['qa', 'physician', 'pharmacist', 'nurse', 'coordinator'] }]);
  },
);

test('a product in quarantine that is then made again is lost once', () => {
  const walk = onItsWay();
  walk.decide('Start conditioning');
  quarantine(walk);
  walk.decide('Resolve quarantine', 'remake');
  expect(lost(walk)).toHaveLength(1);
});

test.each([
  ['conditioning was broken off', (walk: Walk) => walk.decide('Complete conditioning', 'remake')],
  [
    'its identity stays in doubt',
    (walk: Walk) => {
      report(walk, 'identity-mismatch');
      walk.decide('Resolve the mismatch', 'not-resolved');
    },
  ],
])('a product that is no longer there because %s is lost after conditioning', (_, happens) => {
  const walk = onItsWay();
  walk.decide('Start conditioning');
  happens(walk);
  expect(lost(walk)).toMatchObject([{ class: 'critical' }]);
});

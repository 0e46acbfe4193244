import { expect, test } from 'vitest';
import { availability } from '../../../lambdas/domain/journey/availability.ts';
import { STRICTEST_POLICY } from '../../../lambdas/domain/journey/site-policy.ts';
import { GO_BASES } from '../../../lambdas/domain/protocol/terms.ts';
import { PROTOCOL } from '../../support/builders.ts';
import { Walk } from '../../support/walk.ts';

type Basis = (typeof GO_BASES)[number];
const [ON_SITE, ON_ITS_WAY, BEING_MADE] = GO_BASES;

function walkWith(protocolBasis: Basis, siteBasis: Basis): Walk {
  const { conditioning } = PROTOCOL;
  if (conditioning === undefined) throw new Error('expected a protocol with conditioning');
  const goBasis = { ...conditioning.goBasis, value: protocolBasis };
  const protocol = { ...PROTOCOL, conditioning: { ...conditioning, goBasis } };
  return new Walk({ protocol, policy: { ...STRICTEST_POLICY, goBasis: siteBasis } });
}
const isOpen = ({ journey }: Walk): boolean => journey.state.phases.some(({ phase }) => phase === 'Conditioning');

test('of protocol and site the stricter counts, whichever it is', () => {
  for (const [place, protocol] of GO_BASES.entries()) {
    for (const [other, site] of GO_BASES.entries()) {
      const { journey } = walkWith(protocol, site);
      expect(availability(journey.state, journey.protocol)).toBe(GO_BASES[Math.min(place, other)]);
    }
  }
});

test.each([
  [ON_SITE, 'Accept receipt', 'accepted'],
  [ON_ITS_WAY, 'Agree the delivery', 'agreed'],
  [BEING_MADE, 'Record acceptance by the maker', 'accepted'],
] as const)('%s: conditioning is decided on from %s on, and not before', (basis, step, decision) => {
  const walk = walkWith(basis, basis);
  walk.to(step);
  expect(isOpen(walk)).toBe(false);
  walk.decide(step, decision);
  expect(isOpen(walk)).toBe(true);
});

test.each([ON_ITS_WAY, BEING_MADE])(
  '%s: conditioning goes to its end beside the course; the thaw waits for the product',
  (basis) => {
    const walk = walkWith(basis, basis);
    walk.to(basis === ON_ITS_WAY ? 'Agree the delivery' : 'Record acceptance by the maker');
    walk.decide(basis === ON_ITS_WAY ? 'Agree the delivery' : 'Record acceptance by the maker');
    for (const step of [
      'Prescribe the product',
      'Verify the prescription',
      'Give GO for conditioning',
      'Start conditioning',
      'Complete conditioning',
    ] as const) {
      walk.journey.pass('PT1H');
      walk.decide(step);
    }
    expect(walk.journey.state.phases.find(({ phase }) => phase === 'Conditioning')).toMatchObject({
      outcome: 'conditioned',
    });
    expect(walk.journey.open.some(({ step }) => step === 'Give GO for thaw')).toBe(false);
    walk.to('Monitor the patient');
    expect(walk.journey.state.deviations).toEqual([]);
    walk.toFollowUp();
  },
);

test('a product made again from kept material lets conditioning begin as early as the first did, and not earlier', () => {
  const walk = walkWith(BEING_MADE, BEING_MADE);
  walk.to('Agree the delivery');
  walk.decide('Agree the delivery', 'remake');
  const rounds = walk.journey.state.phases.filter(({ phase }) => phase === 'Conditioning');
  expect(rounds.map(({ round, outcome }) => [round, outcome ?? 'open'])).toEqual([
    [1, expect.any(String)],
    [2, 'open'],
  ]);
});

test('before there is a certificate no container is prescribed; once there is one, some must be', () => {
  const walk = walkWith(BEING_MADE, BEING_MADE);
  const step = walk.to('Prescribe the product');
  const { journey } = walk;
  walk.machines.deliver();
  walk.decide('Prescribe the product');
  expect(step.round).toBe(1);
  const late = new Walk();
  const prescribe = late.to('Prescribe the product');
  const evidence = { ...journey.step('Prescribe the product').decision?.evidence };
  expect(late.journey.sign(prescribe, 'prescribed', { evidence })).toMatchObject({
    refusal: { detail: { path: 'evidence.containers' } },
  });
});

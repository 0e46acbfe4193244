import { expect, test } from 'vitest';
import { verifyChain } from '../../../lambdas/domain/audit/chain.ts';
import { fold } from '../../../lambdas/domain/journey/apply.ts';
import { conditioningWindow } from '../../../lambdas/domain/journey/conditioning.ts';
import { productExpiry } from '../../../lambdas/domain/journey/product.ts';
import { signedFor, valuesOf } from '../../../lambdas/domain/sign-off/correctable.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { entryAt } from '../../support/bedside.ts';

import { CHAIN_OF_IDENTITY, personIn } from '../../support/builders.ts';

import { evidenceOf } from '../../support/evidence.ts';
import { value } from '../../support/journey-driver.ts';
import { pendingTests } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const walkTo = (step: StepName): Walk => {
  const walk = new Walk();
  walk.to(step);
  return walk;
};
const correct = ({ journey }: Walk, step: StepName, path: string, to: string) =>
  journey.command('correct', { seq: journey.step(step).decision?.seq, evidence: { path, to } });
const stated = ({ journey }: Walk, step: StepName, path: string): string =>
  String(journey.step(step).decision?.evidence[path]);
const corrections = ({ journey }: Walk) =>
  journey.events.flatMap(({ type, data, by }) => (type === 'time.corrected' ? [{ ...data, by }] : []));

test('the end of conditioning as corrected moves its window: who, when, why and the old value are kept', () => {
  const walk = walkTo('Give GO for thaw');
  const { journey } = walk;
  const before = conditioningWindow(journey.state, journey.protocol);
  const from = stated(walk, 'Complete conditioning', 'endedAt');
  const to = plus(from, '-PT5H', 'UTC');
  expect(correct(walk, 'Complete conditioning', 'endedAt', to).ok).toBe(true);
  const after = conditioningWindow(journey.state, journey.protocol);
  expect(after?.until).toBe(plus(before?.until ?? '', '-PT5H', 'UTC'));
  expect(corrections(walk)).toMatchObject([
    { evidence: { path: 'endedAt', from, to }, reason: 'because it must be', by: { kind: 'operator' } },
  ]);
  expect(corrections(walk)[0]?.changes).toContainEqual({
    clock: 'window after conditioning ends',
    from: before?.until,
    to: after?.until,
  });
  expect(verifyChain(journey.events)).toMatchObject({ verified: true });
  expect(fold(journey.events)).toEqual(journey.state);
});

test('a GO and a product given outside the window as corrected are deviations then, each once', () => {
  const walk = walkTo('Complete conditioning');
  const evidence = evidenceOf(walk.journey.step('Complete conditioning'), 'completed', walk.journey);
  walk.journey.pass('P1D');
  walk.decide('Complete conditioning', 'completed', { evidence });
  walk.to('Monitor the patient');
  expect(walk.journey.state.deviations).toEqual([]);
  const ended = stated(walk, 'Complete conditioning', 'endedAt');
  const kinds = () => walk.journey.state.deviations.map(({ kind, step }) => `${step}: ${kind}`);
  const expected = [
    'Give the product: given-outside-window',
    'Give GO for thaw: against-in-conditioning-window',
    'Confirm GO for thaw: against-in-conditioning-window',
  ];
  for (const later of ['PT20H', 'PT21H']) {
    expect(correct(walk, 'Complete conditioning', 'endedAt', plus(ended, later, 'UTC')).ok).toBe(true);
    expect(kinds()).toEqual(expected);
  }
  expect(corrections(walk)[1]?.evidence?.from).toBe(plus(ended, 'PT20H', 'UTC'));
});

test('days are corrected like instants, wherever in the evidence they stand', () => {
  const walk = pendingTests();
  const { journey } = walk;
  const expiry = productExpiry(journey.state) ?? '';
  const day = stated(walk, 'Check certificate', 'expiresOn');
  const earlier = plus(`${day}T12:00:00.000Z`, '-P3D', 'UTC').slice(0, 10);
  expect(correct(walk, 'Check certificate', 'expiresOn', earlier).ok).toBe(true);
  expect(productExpiry(journey.state)?.slice(0, 8)).not.toBe('');
  expect(corrections(walk)[0]?.changes).toContainEqual({
    clock: 'product expires',
    from: expiry,
    to: productExpiry(journey.state),
  });
  expect(correct(walk, 'Check certificate', 'pendingTests.0.dueOn', '2026-12-12').ok).toBe(true);
  expect(journey.step('Check certificate').decision?.evidence.pendingTests).toMatchObject([{ dueOn: '2026-12-12' }]);
});

test('what corrects nothing, is of another kind, or has not come yet is refused, and nothing written', () => {
  const walk = walkTo('Give GO for thaw');
  const { journey } = walk;
  const ended = stated(walk, 'Complete conditioning', 'endedAt');
  const { length } = journey.events;
  for (const [step, path, to, at] of [
    ['Complete conditioning', 'endedAt', ended, 'args.evidence.to'],
    ['Complete conditioning', 'endedAt', ended.slice(0, 10), 'args.evidence.to'],
    ['Complete conditioning', 'regimenGiven', ended, 'args.evidence.to'],
    ['Complete conditioning', 'nothing.there', ended, 'args.evidence.path'],
  ] as const) {
    expect(correct(walk, step, path, to)).toMatchObject({ refusal: { code: 'invalid', detail: { path: at } } });
  }
  expect(correct(walk, 'Complete conditioning', 'endedAt', plus(journey.now, 'PT1H', 'UTC'))).toMatchObject({
    refusal: { code: 'invalid', detail: { problems: [{ path: 'evidence.endedAt', code: 'in-the-future' }] } },
  });
  expect(journey.events).toHaveLength(length);
});

test('what was done when it was signed is not corrected to after that: no clock of the product is lengthened so', () => {
  const walk = walkTo('Give GO for thaw');
  const { journey } = walk;
  const { recordedAt = '' } = journey.step('Complete conditioning').decision ?? {};
  const { length } = journey.events;
  const late = plus(recordedAt, 'PT1S', 'UTC');
  expect(late < journey.now).toBe(true);
  expect(correct(walk, 'Complete conditioning', 'endedAt', late)).toMatchObject({
    refusal: { code: 'invalid', detail: { problems: [{ path: 'evidence.endedAt', code: 'in-the-future' }] } },
  });
  expect(journey.events).toHaveLength(length);
});

test('a number is corrected like a day; one that breaks a rule of its decision is a critical deviation then', () => {
  const walk = walkTo('Give GO for conditioning');
  const { journey } = walk;
  const correctTo = (to: number) =>
    journey.command('correct', {
      seq: journey.step('Verify the prescription').decision?.seq,
      evidence: { path: 'tocilizumabDosesReserved', to },
    });
  value(correctTo(9));
  expect(journey.step('Verify the prescription').decision?.evidence.tocilizumabDosesReserved).toBe(9);
  expect(opened(walk)).toEqual([]);
  value(correctTo(0));
  expect(opened(walk)).toEqual(['Verify the prescription: corrected-against-rule']);
  expect(correctTo(-1)).toMatchObject({ refusal: { code: 'invalid' } });
});

test.each([
  ['Place the order', 'chainOfIdentity.value', 'ANOTHER1'],
  ['Place the order', 'makerOrderNumber', 'ANOTHER1'],
  ['Place the order', 'wristbandSource', 'ANOTHER1'],
  ['Record apheresis', 'donationNumber', 'A999926000009'],
  ['Release the collection', 'bagLabels.0.donationNumber', 'A999926000009'],
  ['Check certificate', 'batch', 'ANOTHER1'],
  ['Check certificate', 'containers', 'ANOTHER1'],
  ['Inspect the delivery', 'chainOfIdentity.value', 'ANOTHER1'],
  ['Inspect the delivery', 'chainOfIdentity', 'ANOTHER1'],
  ['Inspect the delivery', 'batch', 'ANOTHER1'],
  ['Inspect the delivery', 'containers.0', 'ANOTHER1'],
  ['Inspect the delivery', 'containersCounted', 1],
  ['Inspect the delivery', 'autologousUseOnly', false],
  ['Prescribe the product', 'containers.0', 'ANOTHER1'],
] as const)('an identifier is never corrected: %s, %s is refused', (step, path, to) => {
  refusedAsIdentifier(walkTo('Verify the prescription'), ({ journey }) => journey.step(step).decision, path, to);
});

test.each([
  ['chainOfIdentity.value', 'ANOTHER1'],
  ['batch', 'ANOTHER1'],
  ['container', 'bag-1-2'],
  ['expiryOnLabel', '2027-01-01'],
] as const)('nor is what was read off a label at the bedside: %s is refused', (path, to) => {
  refusedAsIdentifier(walkTo('Monitor the patient'), (walk) => entryAt(walk, 'identity-checked'), path, to);
});

function refusedAsIdentifier(
  walk: Walk,
  of: (walk: Walk) => { readonly seq: number } | undefined,
  path: string,
  to: string | number | boolean,
): void {
  const { journey } = walk;
  const { length } = journey.events;
  const seq = of(walk)?.seq;
  expect(seq).toEqual(expect.any(Number));
  expect(journey.command('correct', { seq, evidence: { path, to } })).toMatchObject({
    refusal: { code: 'invalid', detail: { path: 'args.evidence.path' } },
  });
  expect(journey.events).toHaveLength(length);
}

test('a delivery signed with the identifiers of another is accepted by no correction', () => {
  const walk = walkTo('Inspect the delivery');
  const { journey } = walk;
  const step = journey.step('Inspect the delivery');
  const own = evidenceOf(step, 'inspected', journey);
  const other = { ...own, chainOfIdentity: { ...CHAIN_OF_IDENTITY, value: 'ANOTHER1' }, batch: 'ANOTHER1' };
  walk.decide('Inspect the delivery', 'inspected', { evidence: other });
  const { seq } = journey.step('Inspect the delivery').decision ?? {};
  for (const [path, to] of [
    ['chainOfIdentity.value', CHAIN_OF_IDENTITY.value],
    ['batch', String(own.batch)],
  ] as const) {
    expect(journey.command('correct', { seq, evidence: { path, to } })).toMatchObject({ ok: false });
  }
  expect(journey.sign(journey.step('Accept receipt'), 'accepted')).toMatchObject({
    refusal: { code: 'forbidden', detail: { gates: [{ gate: 'inspection-clean' }] } },
  });
});

const opened = ({ journey }: Walk) => journey.state.deviations.map(({ kind, step }) => `${step}: ${kind}`);

test.each<[StepName, StepName, string, (walk: Walk) => string]>([
  [
    'Give GO for thaw',
    'Complete conditioning',
    'endedAt',
    ({ journey }) => plus(journey.step('Start conditioning').decision?.occurredAt.at ?? '', '-PT1M', 'UTC'),
  ],
  ['Agree the delivery', 'Check certificate', 'expiresOn', () => '2026-11-01'],
  [
    'Release the collection',
    'Record apheresis',
    'startedAt',
    (walk) => plus(stated(walk, 'Record apheresis', 'endedAt'), 'PT1S', 'UTC'),
  ],
  ['Ship the starting material', 'Release the collection', 'mustLeaveBy', () => '2026-11-24T08:00:00.000Z'],
])(
  'at %s: %s, %s as it was is recorded, also where nobody could have signed with it; that is a critical deviation, and so is a worse value',
  (at, step, path, to) => {
    const walk = walkTo(at);
    const { journey } = walk;
    const [before, was] = [opened(walk), to(walk)];
    expect(correct(walk, step, path, was).ok).toBe(true);
    expect(stated(walk, step, path)).toBe(was);
    const broken = `${step}: corrected-against-rule`;
    expect(opened(walk).filter((one) => one === broken)).toEqual([broken]);
    expect(journey.state.deviations[before.length]).toMatchObject({
      class: 'critical',
      detail: expect.stringMatching(/ As corrected\.$/),
    });
    const again = was.length === 10 ? '2026-10-31' : plus(was, '-PT0.5S', 'UTC');
    expect(correct(walk, step, path, again).ok).toBe(true);
    expect(opened(walk).filter((one) => one === broken)).toEqual([broken, broken]);
  },
);

test('a rule that is broken already is no new deviation when another day of the same decision is corrected', () => {
  const walk = walkTo('Agree the delivery');
  const broken = () => opened(walk).filter((one) => one === 'Check certificate: corrected-against-rule');
  value(correct(walk, 'Check certificate', 'expiresOn', '2026-11-01'));
  const made = stated(walk, 'Check certificate', 'manufacturedOn');
  const to = plus(`${made}T12:00:00.000Z`, '-P1D', 'UTC').slice(0, 10);
  value(correct(walk, 'Check certificate', 'manufacturedOn', to));
  expect(broken()).toHaveLength(1);
});

test('a sample of the donor that was taken earlier than stated was too old at the collection', () => {
  const walk = walkTo('Release the collection');
  const to = plus(stated(walk, 'Check donor tests', 'sampledAt'), '-P90D', 'UTC');
  value(
    walk.journey.command('correct', {
      seq: walk.journey.step('Check donor tests').decision?.seq,
      evidence: { path: 'sampledAt', to },
    }),
  );
  expect(opened(walk)).toContain('Record apheresis: against-donor-tests-in-window');
});

test('the times of an apheresis are corrected within its own rules, and say nothing then', () => {
  const walk = walkTo('Release the collection');
  const started = stated(walk, 'Record apheresis', 'startedAt');
  expect(correct(walk, 'Record apheresis', 'startedAt', plus(started, '-PT5M', 'UTC')).ok).toBe(true);
  expect(opened(walk)).toEqual([]);
});

test('an attached file is never corrected: it is what was signed for', () => {
  const walk = new Walk();
  walk.to('Check certificate');
  const file = { sha256: 'a'.repeat(64), mediaType: 'application/pdf', size: 12 };
  const evidence = {
    ...evidenceOf(walk.journey.step('Check certificate'), 'certified', walk.journey),
    certificateAttachment: file,
  };
  walk.decide('Check certificate', 'certified', { evidence });
  const refused = correct(walk, 'Check certificate', 'certificateAttachment.sha256', 'b'.repeat(64));
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'invalid', detail: { path: 'args.evidence.path' } } });
  expect(refused).toMatchObject({ refusal: { message: expect.stringContaining('an attached file') } });
  const step = walk.journey.step('Check certificate');
  const id = step.decision?.by.id ?? '';
  const offered = signedFor(walk.journey.state, step, { ...personIn(['registry']), id }).flatMap(valuesOf);
  expect(offered.map(({ path }) => path)).toContain('certificateReference');
  expect(offered.filter(({ path }) => path?.startsWith('certificateAttachment'))).toEqual([]);
});

test('a value that is outside its limits only as corrected raises the deviation then', () => {
  const walk = walkTo('Accept receipt');
  const { journey } = walk;
  const seq = journey.step('Inspect the delivery').decision?.seq;
  const at = (to: number) => journey.command('correct', { seq, evidence: { path: 'highestTemperature', to } });
  const raised = () =>
    journey.events.flatMap(({ type, data }) =>
      type === 'deviation.opened' && data.kind === 'outside-limits' ? [data.detail] : [],
    );
  expect(at(-161).ok).toBe(true);
  expect(raised()).toEqual([]);
  expect(at(-16).ok).toBe(true);
  expect(raised()).toEqual([expect.stringMatching(/^highestTemperature: got -16 °C, expected .* As corrected\.$/)]);
});

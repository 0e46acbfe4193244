import { expect, test } from 'vitest';
import { factsOf } from '../../../lambdas/domain/journey/facts.ts';
import { checklistLines } from '../../../lambdas/sign-off/checklist-lines.ts';
import { atBedside, BAG, correctAt, entryAt, OTHER_BAG } from '../../support/bedside.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { value } from '../../support/journey-driver.ts';
import { premedicate } from '../../support/premedication.ts';
import { Walk } from '../../support/walk.ts';
import { protocolOf } from '../protocol/files.ts';

/** CD8 is given first; the containers are listed the other way round. */
const CD8 = OTHER_BAG;
const CD4 = BAG;
const containerComponents = [
  { container: CD4, component: 'CD4' },
  { container: CD8, component: 'CD8' },
];
const protocol = protocolOf('breyanzi');

const atCertificate = (): Walk => {
  const walk = new Walk({ protocol });
  walk.to('Check certificate');
  return walk;
};
const certify = ({ journey }: Walk, changes: Readonly<Record<string, unknown>>) => {
  const step = journey.step('Check certificate');
  return journey.sign(step, 'certified', { evidence: { ...evidenceOf(step, 'certified', journey), ...changes } });
};
const atTheBed = (): Walk => {
  const walk = atCertificate();
  const usual = evidenceOf(walk.journey.step('Check certificate'), 'certified', walk.journey);
  walk.decide('Check certificate', 'certified', { evidence: { ...usual, containerComponents } });
  walk.to('Give the product');
  return walk;
};
const infuse = (walk: Walk, container: string): void => {
  for (const item of ['infusion-started', 'infusion-ended']) {
    walk.journey.pass('PT5M');
    value(atBedside(walk, item, { container }));
  }
};
const partly = (containersGiven: readonly string[]) => ({
  evidence: { containersGiven, residueDisposal: 'waste 2', percentGiven: 50, explanation: 'As it was.' },
});
const kindsOf = ({ journey }: Walk) => journey.state.deviations.map(({ kind }) => kind);
const linesOf = ({ journey }: Walk) => {
  const { events, state, now } = journey;
  const stored = { events, state, head: '', revision: events.length, bindings: {} };
  return checklistLines({ stored, step: journey.step('Give the product'), protocol, now });
};

test.each([
  ['none', undefined],
  ['one component only', containerComponents.map(({ container }) => ({ container, component: 'CD8' }))],
  ['one container only', containerComponents.slice(0, 1)],
  ['an unknown component', [{ container: CD4, component: 'CD3' }, containerComponents[1]]],
])('a certificate that names %s is refused', (_name, given) => {
  expect(certify(atCertificate(), { containerComponents: given })).toMatchObject({
    refusal: { code: 'invalid', detail: { problem: 'components-not-as-protocol' } },
  });
});

test('a product of one component names none', () => {
  const walk = new Walk();
  walk.to('Check certificate');
  expect(certify(walk, { containerComponents })).toMatchObject({
    refusal: { detail: { problem: 'components-not-as-protocol' } },
  });
});

test('who prescribes, gives GO and stands at the bed sees which container is of which component, in the order of giving', () => {
  const walk = atTheBed();
  const { journey } = walk;
  for (const name of ['Prescribe the product', 'Give GO for thaw', 'Give the product'] as const) {
    expect(factsOf(journey.state, journey.step(name), protocol)).toContainEqual({
      label: 'componentsInOrder',
      value: `1. CD8: ${CD8}; 2. CD4: ${CD4}`,
    });
  }
  const lines = linesOf(walk).filter(({ item }) => item === 'infusion-started');
  expect(lines).toMatchObject([
    { container: CD8, component: 'CD8' },
    { container: CD4, component: 'CD4', against: [{ key: 'component-in-order.closed' }] },
  ]);
  expect(lines[0]?.against).toBeUndefined();
});

test('no prescription leaves a component out', () => {
  const walk = atCertificate();
  walk.to('Prescribe the product');
  const step = walk.journey.step('Prescribe the product');
  const evidence = { ...evidenceOf(step, 'prescribed', walk.journey), containers: [CD4] };
  expect(walk.journey.sign(step, 'prescribed', { evidence })).toMatchObject({
    refusal: { detail: { path: 'evidence.containers', problem: 'component-missing' } },
  });
});

test('the components infused in their order are no deviation, one corrected into another order is', () => {
  const walk = atTheBed();
  for (const container of [CD8, CD4]) infuse(walk, container);
  premedicate(walk.journey);
  walk.decide('Give the product', 'partly-given', partly([CD8, CD4]));
  expect(kindsOf(walk)).not.toContain('component-order');
  correctAt(walk, 'infusion-started', entryAt(walk, 'infusion-started', CD8).occurredAt.at, CD4);
  expect(kindsOf(walk)).toContain('component-order');
});

test.each([
  ['in another order', [CD4, CD8]],
  ['the second alone', [CD4]],
])('components infused %s are recorded, and that is a critical deviation', (_name, order) => {
  const walk = atTheBed();
  for (const container of order) infuse(walk, container);
  premedicate(walk.journey);
  value(walk.journey.sign(walk.journey.step('Give the product'), 'partly-given', partly(order)));
  const opened = walk.journey.state.deviations.filter(({ kind }) => kind === 'component-order');
  expect(opened).toMatchObject([{ class: 'critical', detail: expect.stringContaining(`${CD4} infused`) }]);
});

test('one component alone is never the whole dose', () => {
  const walk = atTheBed();
  infuse(walk, CD8);
  const step = walk.journey.step('Give the product');
  const evidence = { containersGiven: [CD8], residueDisposal: 'waste 2' };
  expect(walk.journey.sign(step, 'given', { evidence })).toMatchObject({
    refusal: { code: 'invalid', detail: { path: 'evidence.containersGiven', problem: 'not-all-given' } },
  });
  value(walk.journey.sign(step, 'partly-given', partly([CD8])));
  expect(kindsOf(walk)).toContain('partial-dose');
});

test('nor is it where a prescription from before that was refused left the other out', () => {
  const walk = atTheBed();
  const { journey } = walk;
  const { phase, round, step, decision } = journey.step('Prescribe the product');
  const evidence = { ...decision?.evidence, containers: [CD8] };
  const earlier = { phase, round: round + 1, step } as const;
  const by = { kind: 'person', id: 'physician-a', role: 'physician' } as const;
  const signed = { contentHash: 'a'.repeat(64), meaning: 'I prescribe it.', assurance: 'pin' } as const;
  journey.change((scribe) => {
    scribe.write('phase.entered', { phase, round: round + 1 }, by);
    scribe.write('step.opened', { ...earlier, machine: { name: phase, revision: 'test' }, run: 1 }, by);
    scribe.write('step.decided', { ...earlier, decision: 'prescribed', evidence, ...signed }, by);
    return { ok: true, value: { value: undefined } };
  });
  infuse(walk, CD8);
  const at = journey.step('Give the product');
  const given = { containersGiven: [CD8], residueDisposal: 'waste 2' };
  expect(journey.sign(at, 'given', { evidence: given })).toMatchObject({
    refusal: { detail: { path: 'evidence.containersGiven', problem: 'component-missing' } },
  });
});

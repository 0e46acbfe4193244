import { expect, test } from 'vitest';
import { neededForContainer } from '../../../lambdas/domain/steps/administration-items.ts';
import { entryKey, missingItems } from '../../../lambdas/domain/steps/checklists.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import { STEPS, type StepName } from '../../../lambdas/domain/vocabulary.ts';
import { atBedside, BAG, entryAt, OTHER_BAG } from '../../support/bedside.ts';
import { CHAIN_OF_IDENTITY, ONWARD, personIn } from '../../support/builders.ts';
import { sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const seconds = STEPS.filter((step) => steps[step].secondTo !== undefined);

test('these steps are signed by a second person', () => {
  expect(seconds).toEqual([
    'Check the order',
    'Release the collection',
    'Accept receipt',
    'Resolve quarantine',
    'Verify the prescription',
    'Confirm GO for thaw',
    'Confirm the resolution',
    'Confirm the death as second person',
    'Decide on the deviation',
    'Check that the CAPA works',
    'Confirm the approval',
    'Close the course',
  ]);
});

/** Every decision, also one that stops: the second person is another whatever they decide. */
test.each(seconds)(
  '%s: who signed the step before is refused in whatever role; another person is not',
  (step: StepName) => {
    const walk = sceneOf(step);
    const { journey } = walk;
    const at = journey.step(step);
    for (const first of steps[step].secondTo ?? []) {
      const firstPerson = journey.step(first).decision?.by.id;
      if (firstPerson === undefined) throw new Error(`${first} was never signed`);
      const both = { ...personIn([steps[step].role]), id: firstPerson };
      for (const decision of Object.keys(steps[step].decisions)) {
        expect(journey.sign(at, decision, { signer: both })).toMatchObject({
          ok: false,
          refusal: { code: 'forbidden', detail: { problem: 'same-person' } },
        });
      }
    }
    expect(journey.sign(at, ONWARD[step], { signer: personIn([steps[step].role], 'z') }).ok).toBe(true);
  },
);

test('a product in quarantine is released by neither of the two who received it (S15)', () => {
  const { journey } = sceneOf('Resolve quarantine');
  const at = journey.step('Resolve quarantine');
  for (const received of ['Inspect the delivery', 'Accept receipt'] as const) {
    const id = journey.step(received).decision?.by.id ?? 'nobody';
    expect(journey.sign(at, 'accepted', { signer: { ...personIn(['qa']), id } })).toMatchObject({
      refusal: { code: 'forbidden', detail: { problem: 'same-person' } },
    });
  }
});

test.each([
  ['identity-checked-before-thaw', 'cell-lab'],
  ['identity-checked', 'nurse'],
] as const)('%s is recorded by two people, for each container', (item, role) => {
  const walk = sceneOf('Give GO for thaw');
  walk.to('Give the product');
  const one = personIn([role], 'one');
  expect(atBedside(walk, item, { signer: one }).ok).toBe(true);
  expect(atBedside(walk, `${item}-second`, { signer: one })).toMatchObject({
    refusal: { code: 'forbidden', detail: { problem: 'same-person' } },
  });
  // Of another container the first person is somebody else.
  expect(atBedside(walk, `${item}-second`, { signer: one, container: 'bag-1-2' }).ok).toBe(true);
  expect(atBedside(walk, `${item}-second`, { signer: personIn([role], 'two') }).ok).toBe(true);
});

test.each([
  ['identity-checked-before-thaw', 'cell-lab'],
  ['identity-checked', 'nurse'],
] as const)('%s: whoever recorded it as the second person is not the first as well', (item, role) => {
  const walk = new Walk();
  walk.to('Give the product');
  const one = personIn([role], 'one');
  expect(atBedside(walk, `${item}-second`, { signer: one }).ok).toBe(true);
  expect(atBedside(walk, item, { signer: one })).toMatchObject({
    refusal: { code: 'forbidden', detail: { problem: 'same-person' } },
  });
  expect(atBedside(walk, item, { signer: one, container: OTHER_BAG }).ok).toBe(true);
  expect(atBedside(walk, item, { signer: personIn([role], 'two') }).ok).toBe(true);
});

test('both parts of a check by one person are not a check by two: the second is missing', () => {
  const walk = sceneOf('Give GO for thaw');
  walk.to('Give the product');
  walk.complete(walk.journey.step('Give the product'));
  const step = walk.journey.step('Give the product');
  const first = entryAt(walk, 'identity-checked');
  const second = entryKey('identity-checked-second', BAG);
  const checklist = { ...step.checklist, [second]: { ...entryAt(walk, 'identity-checked-second'), by: first.by } };
  const needed = neededForContainer(walk.journey.protocol);
  expect(missingItems(step, needed, [BAG, OTHER_BAG])).toBeNull();
  expect(missingItems({ ...step, checklist }, needed, [BAG, OTHER_BAG])).toMatchObject({
    detail: { problem: 'checklist-incomplete', missing: [second] },
  });
});

test('the patient is identified by two people before the collection', () => {
  const walk = sceneOf('Confirm readiness');
  const step = walk.to('Record apheresis');
  const evidence = { chainOfIdentity: CHAIN_OF_IDENTITY };
  const one = personIn(['apheresis'], 'one');
  expect(walk.journey.record(step, 'patient-identified', { evidence, signer: one }).ok).toBe(true);
  const second = (signer: typeof one) => walk.journey.record(step, 'patient-identified-second', { evidence, signer });
  expect(second(one)).toMatchObject({ refusal: { detail: { problem: 'same-person' } } });
  expect(walk.journey.sign(walk.journey.step('Record apheresis'), 'collected')).toMatchObject({
    refusal: { detail: { problem: 'checklist-incomplete', missing: ['patient-identified-second'] } },
  });
  expect(second(personIn(['nurse'], 'two')).ok).toBe(true);
});

test('before the collection, too, the second person may sign first, and is not the first as well', () => {
  const walk = new Walk();
  const step = walk.to('Record apheresis');
  const evidence = { chainOfIdentity: CHAIN_OF_IDENTITY };
  const signer = personIn(['apheresis'], 'one');
  expect(walk.journey.record(step, 'patient-identified-second', { evidence, signer }).ok).toBe(true);
  expect(walk.journey.record(step, 'patient-identified', { evidence, signer })).toMatchObject({
    refusal: { code: 'forbidden', detail: { problem: 'same-person' } },
  });
});

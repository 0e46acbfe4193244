import { expect, test } from 'vitest';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import { STEPS, type StepName } from '../../../lambdas/domain/vocabulary.ts';
import { atBedside } from '../../support/bedside.ts';
import { CHAIN_OF_IDENTITY, ONWARD, personIn } from '../../support/builders.ts';
import { sceneOf } from '../../support/scenes.ts';

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
    const first = steps[step].secondTo;
    const before = Object.values(journey.state.steps).find(
      (one) => one.step === first && one.phase === at.phase && one.round === at.round,
    );
    const firstPerson = before?.decision?.by.id;
    if (firstPerson === undefined) throw new Error(`${first} was never signed`);
    const both = { ...personIn([steps[step].role]), id: firstPerson };
    for (const decision of Object.keys(steps[step].decisions)) {
      expect(journey.sign(at, decision, { signer: both })).toMatchObject({
        ok: false,
        refusal: { code: 'forbidden', detail: { problem: 'same-person' } },
      });
    }
    expect(journey.sign(at, ONWARD[step], { signer: personIn([steps[step].role], 'z') }).ok).toBe(true);
  },
);

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
